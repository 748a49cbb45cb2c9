import type { Mark } from '../../schema/index.ts';
import type { Model } from '../types.ts';

/**
 * Which option wins, under which weights and in which situation. Pure and without any import at run time: the page
 * computes with it what the reader's browser computes again when the weights are moved.
 */

/** An option against one driver, from 0 to 1: `middle` counts what is not known as half, the others as worst and best. */
export interface Score {
  low: number;
  middle: number;
  high: number;
}
export interface Contender {
  id: string;
  name: string;
  /** By driver. */
  scores: Record<string, Score>;
  /** Gates that it does not pass, in whatever situation. */
  trips: string[];
}
export interface Ballot {
  drivers: { id: string; title: string; weight: number }[];
  gates: { id: string; title: string; shut: boolean; when?: { situation: string; choice: string } }[];
  situations: {
    id: string;
    title: string;
    choices: { id: string; title: string; weighs: { driver: string; times: number }[] }[];
  }[];
  contenders: Contender[];
}

/** Weights by driver; they need not add up to anything. */
export type Weights = Record<string, number>;
/** A choice for each situation. */
export type Case = Record<string, string>;

export interface Rank extends Score {
  id: string;
  name: string;
  /** Gates that exclude it here. */
  excludedBy: string[];
}

const worth: Partial<Record<Mark, number>> = { good: 1, mixed: 0.5, poor: 0, fails: 0, 'not supported': 0 };
const unknown = (mark: Mark) => worth[mark] === undefined;
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What is put to the vote, from the matrix: each option's mean mark over the rows of each driver. */
export function ballotOf(
  model: Pick<Model, 'systems' | 'dimensions' | 'drivers' | 'gates' | 'situations' | 'findings'>,
): Ballot {
  const holds = new Set(model.findings.filter(({ verdict }) => verdict === 'holds').map(({ id }) => id));
  const contenders = model.systems.flatMap(({ id, name, cells }): Contender[] => {
    if (!cells) return [];
    const markOf = (dimension: string): Mark => cells[dimension]?.is ?? 'not tested';
    const score = (driver: string): Score => {
      const marks = model.dimensions.filter((row) => row.driver === driver).map((row) => markOf(row.id));
      const counting = (instead: number) =>
        marks.length === 0 ? instead : mean(marks.map((mark) => worth[mark] ?? instead));
      return { low: counting(0), middle: counting(0.5), high: counting(1) };
    };
    const trips = model.gates.filter(({ trips }) =>
      'dimension' in trips
        ? !unknown(markOf(trips.dimension)) && worth[markOf(trips.dimension)] === 0
        : trips.systems.some((system) => system === id) && holds.has(trips.finding),
    );
    return [
      {
        ...{ id, name },
        scores: Object.fromEntries(model.drivers.map((driver) => [driver.id, score(driver.id)])),
        trips: trips.map((gate) => gate.id),
      },
    ];
  });
  return {
    drivers: model.drivers.map(({ id, title, weight }) => ({ id, title, weight })),
    gates: model.gates.map(({ id, title, shut, when }) => ({ id, title, shut, ...(when && { when }) })),
    situations: model.situations.map(({ id, title, choices }) => ({
      ...{ id, title },
      choices: Object.entries(choices).map(([choice, rest]) => ({ id: choice, ...rest })),
    })),
    contenders,
  };
}

/** The first choice of each situation. */
export const usualCase = ({ situations }: Ballot): Case =>
  Object.fromEntries(situations.map(({ id, choices }) => [id, choices[0]?.id ?? '']));

export const givenWeights = ({ drivers }: Ballot): Weights =>
  Object.fromEntries(drivers.map(({ id, weight }) => [id, weight]));

/** The gates that are shut where the reader does not say otherwise. */
export const givenGates = ({ gates }: Ballot): string[] => gates.filter(({ shut }) => shut).map(({ id }) => id);

/** By how much each driver, in their order, weighs more or less in the case. */
const factorsIn = ({ drivers, situations }: Ballot, which: Case): number[] =>
  drivers.map(({ id }) =>
    situations
      .flatMap((situation) => situation.choices.filter((choice) => choice.id === which[situation.id]))
      .flatMap(({ weighs }) => weighs.filter(({ driver }) => driver === id))
      .reduce((factor, { times }) => factor * times, 1),
  );

/** The weights as the case changes them, adding up to 1; all alike where nothing weighs anything. */
export function weightsIn(ballot: Ballot, weights: Weights, which: Case): Weights {
  const factors = factorsIn(ballot, which);
  const weighed = ballot.drivers.map(({ id }, i) => [id, (factors[i] ?? 1) * Math.max(0, weights[id] ?? 0)] as const);
  const sum = weighed.reduce((total, [, weight]) => total + weight, 0);
  return Object.fromEntries(weighed.map(([id, weight]) => [id, sum > 0 ? weight / sum : 1 / weighed.length]));
}

/** The shut gates that count in the case. */
export const gatesIn = ({ gates }: Ballot, which: Case, shut: readonly string[]): string[] =>
  gates
    .filter(({ id, when }) => shut.includes(id) && (when === undefined || which[when.situation] === when.choice))
    .map(({ id }) => id);

/** The options in order: those that pass the shut gates first, by their middle score. */
export function rank(ballot: Ballot, weights: Weights, which: Case, shut: readonly string[]): Rank[] {
  const share = weightsIn(ballot, weights, which);
  const active = gatesIn(ballot, which, shut);
  return ballot.contenders
    .map(({ id, name, scores, trips }): Rank => {
      const total = (of: keyof Score) =>
        ballot.drivers.reduce((sum, driver) => sum + (share[driver.id] ?? 0) * (scores[driver.id]?.[of] ?? 0), 0);
      return {
        ...{ id, name, low: total('low'), middle: total('middle'), high: total('high') },
        excludedBy: trips.filter((gate) => active.includes(gate)),
      };
    })
    .sort((a, b) => Math.sign(a.excludedBy.length) - Math.sign(b.excludedBy.length) || b.middle - a.middle);
}

/** A score as a bar, in hundredths: the range of what is not known, wide enough to be seen, and the middle. */
export const barOf = ({ low, middle, high }: Score) => ({
  range: { x: 100 * low, width: Math.max(0.5, 100 * (high - low)) },
  middle: 100 * middle,
});

/** Where the winner changes when one driver's share of the weight moves and the others keep their proportions. */
export interface Flip {
  driver: string;
  /** Its share now, from 0 to 1. */
  share: number;
  /** The nearest share below and above at which another option wins, and which. */
  below?: { share: number; winner: string };
  above?: { share: number; winner: string };
}

/** For each driver the nearest shares at which the winner changes. Exact, since a score is linear in a share; that two are level where a driver is all or nothing is no change. */
export function flips(ballot: Ballot, weights: Weights, which: Case, shut: readonly string[]): Flip[] {
  const share = weightsIn(ballot, weights, which);
  const ranks = rank(ballot, weights, which, shut).filter(({ excludedBy }) => excludedBy.length === 0);
  const [winner, ...rivals] = ranks;
  return ballot.drivers.map(({ id: driver }): Flip => {
    const now = share[driver] ?? 0;
    if (!winner || now >= 1) return { driver, share: now };
    /** An option's score as a line in the driver's share: its value at 0 and at 1. */
    const line = ({ id, middle }: Rank) => {
      const own = ballot.contenders.find((one) => one.id === id)?.scores[driver]?.middle ?? 0;
      return { at0: (middle - now * own) / (1 - now), at1: own };
    };
    const best = line(winner);
    const crossings = rivals.flatMap((rival) => {
      const other = line(rival);
      const slope = best.at1 - best.at0 - (other.at1 - other.at0);
      const at = slope === 0 ? Number.NaN : (other.at0 - best.at0) / slope;
      return at > 0 && at < 1 ? [{ share: at, winner: rival.id }] : [];
    });
    const below = crossings.filter((one) => one.share < now).sort((a, b) => b.share - a.share)[0];
    const above = crossings.filter((one) => one.share > now).sort((a, b) => a.share - b.share)[0];
    return { driver, share: now, ...(below && { below }), ...(above && { above }) };
  });
}

/** Every combination of the situations' choices. */
export const casesOf = ({ situations }: Ballot): Case[] =>
  situations.reduce<Case[]>(
    (cases, { id, choices }) => cases.flatMap((one) => choices.map((choice) => ({ ...one, [id]: choice.id }))),
    [{}],
  );

/** How often each option wins. */
export interface Survey {
  /** Weightings tried in each case. */
  weightings: number;
  /** Wins by option, over all cases. */
  wins: Record<string, number>;
  /** Wins by option within one case. */
  cases: { which: Case; wins: Record<string, number> }[];
}

/**
 * Tries weightings drawn evenly from all that there are, the same ones in every case. The winner is the one with the
 * best middle score that no shut gate excludes.
 */
export function survey(ballot: Ballot, weightings: number, shut = givenGates(ballot)): Survey {
  const random = randomFrom(102);
  const drawn = Array.from({ length: weightings }, () =>
    // Exponential variates, once divided by their sum, are even over all weightings; who wins does not depend on the sum.
    ballot.drivers.map(() => -Math.log(1 - random())),
  );
  const none = () => Object.fromEntries(ballot.contenders.map(({ id }) => [id, 0]));
  const wins = none();
  const cases = casesOf(ballot).map((which) => {
    const here = none();
    const factors = factorsIn(ballot, which);
    const active = gatesIn(ballot, which, shut);
    const passing = ballot.contenders
      .filter(({ trips }) => !trips.some((gate) => active.includes(gate)))
      .map(({ id, scores }) => ({
        id,
        row: ballot.drivers.map(({ id }, i) => (factors[i] ?? 1) * (scores[id]?.middle ?? 0)),
      }));
    for (const weights of drawn) {
      let first: string | undefined;
      let most = Number.NEGATIVE_INFINITY;
      for (const { id, row } of passing) {
        let sum = 0;
        for (let i = 0; i < row.length; i++) sum += (weights[i] ?? 0) * (row[i] ?? 0);
        if (sum > most) [first, most] = [id, sum];
      }
      if (first === undefined) continue;
      here[first] = (here[first] ?? 0) + 1;
      wins[first] = (wins[first] ?? 0) + 1;
    }
    return { which, wins: here };
  });
  return { weightings, wins, cases };
}

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

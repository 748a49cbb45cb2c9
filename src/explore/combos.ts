import type { Located } from '../model/types.ts';
import { type Cost, costs, type Failure, type Id, type Layout } from '../schema/index.ts';
import { layoutViews, type Mode, modesOf } from './layouts.ts';

/** One way to put the machine together. */
export type Combo = {
  /** The last part of its address. */
  id: string;
  hdds: 2 | 4;
  ssds: 0 | 1 | 2;
  layout: Layout;
  system: Id<'system'>;
  mode: Mode | undefined;
};

/** Every combination that makes sense, in the order of the layouts. */
export const combos: Combo[] = (Object.keys(layoutViews) as Layout[]).flatMap((layout) => {
  const view = layoutViews[layout];
  return view.hdds.flatMap((hdds) =>
    view.systems.flatMap((system): Combo[] => {
      const modes = modesOf(view, system);
      return (modes.length ? modes : [undefined]).map((mode) => ({
        id: [
          layout,
          view.systems.length > 1 ? system : '',
          mode ?? '',
          view.hdds.length > 1 && hdds === 4 ? 'four-disks' : '',
        ]
          .filter(Boolean)
          .join('-'),
        hdds,
        ssds: view.ssds,
        layout,
        system,
        mode,
      }));
    }),
  );
});

export type Choice = keyof Omit<Combo, 'id'>;

/**
 * The combination to go to when one choice is changed: of those that have the new value, the one that keeps most of the
 * others. What comes first on the page weighs most.
 */
export function change<C extends Choice>(from: Combo, choice: C, to: Combo[C]): Combo | undefined {
  const weight: [Choice, number][] = [
    ['layout', 4],
    ['system', 3],
    ['mode', 2],
    ['hdds', 2],
    ['ssds', 1],
  ];
  const kept = (combo: Combo) =>
    weight.reduce((sum, [other, points]) => sum + (combo[other] === from[other] ? points : 0), 0);
  return combos.filter((combo) => combo[choice] === to).sort((a, b) => kept(b) - kept(a))[0];
}

/** The failures that can meet a combination. */
export const failuresOf = <F extends Failure>(failures: readonly F[], { layout, system, mode }: Combo): F[] =>
  failures.filter(
    (failure) =>
      failure.layouts.includes(layout) &&
      (!failure.systems || failure.systems.some((id) => id === system)) &&
      (failure.mode === 'any' || mode === undefined || failure.mode === mode),
  );

/** What a failure costs in a mode. */
export const costIn = (failure: Pick<Failure, 'costs' | 'costsInWriteback'>, mode: Mode | undefined): Cost =>
  (mode === 'writeback' && failure.costsInWriteback) || failure.costs;

export const worst = (all: readonly Cost[]): Cost | undefined =>
  [...all].sort((a, b) => costs.indexOf(b) - costs.indexOf(a)).find((cost) => cost !== 'not known') ?? all[0];

/** The same faults of several arrangements beside each other: by fault, the failures of each combination. */
export const byFault = <F extends Located<Failure>>(failures: readonly F[], over: readonly Combo[]) =>
  [...new Set(failures.map(({ fault }) => fault))]
    .map((fault) => ({
      fault,
      cells: over.map((combo) => failuresOf(failures, combo).filter((failure) => failure.fault === fault)),
    }))
    .filter(({ cells }) => cells.some((cell) => cell.length > 0));

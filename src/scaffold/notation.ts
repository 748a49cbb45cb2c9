import { nearest } from '../model/nearest.ts';
import { comparisons, units } from '../schema/index.ts';

/** Something that was told and cannot be taken as it is. */
export class Misunderstood extends Error {}

const parts = (text: string) => text.split('|').map((part) => part.trim());
const did = (near: string | undefined) => (near === undefined ? '' : `; did you mean "${near}"?`);

/** `lost exactly 0 blocks`, with `in the median` at the end where it is the median that must meet it. */
export function condition(text: string) {
  const form = new RegExp(`^(\\S+) (${comparisons.join('|')}) (\\S+) (.+?)( in the median)?$`).exec(text.trim());
  const [, measure = '', is = '', number = '', unit = '', median] = form ?? [];
  if (!form) throw new Misunderstood(`"${text}" is not of the form <measure> ${comparisons.join('|')} <number> <unit>`);
  const value = Number(number);
  if (!Number.isFinite(value)) throw new Misunderstood(`"${number}" in "${text}" is not a number`);
  return { measure, is, value, unit: knownUnit(unit), ...(median ? { over: 'the median' } : {}) };
}

function knownUnit(unit: string): string {
  if (units.some((known) => known === unit)) return unit;
  throw new Misunderstood(
    `there is no unit "${unit}"${did(nearest(unit, units)) || `; the units are ${units.join(', ')}`}`,
  );
}

/** `lost | blocks | Blocks lost`: the name of a measure, and the measure. */
export function measure(text: string): [string, { label: string; unit: string }] {
  const [name = '', unit = '', label = ''] = parts(text);
  if (!/^[a-z][A-Za-z0-9]*$/.test(name) || !label)
    throw new Misunderstood(`"${text}" is not of the form <nameInCamelCase> | <unit> | <label>`);
  return [name, { label, unit: knownUnit(unit) }];
}

/** `bare = two disks`: two things that belong together. */
export function pair(text: string): [string, string] {
  const at = text.indexOf('=');
  const [left, right] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 1 || !left || !right) throw new Misunderstood(`"${text}" is not of the form <one> = <other>`);
  return [left, right];
}

/** The three forms of evidence that a claim may have. */
export function evidence(text: string) {
  const [head = '', ...rest] = parts(text);
  const [, kind, name = ''] = /^(source|experiment|finding):(.+)$/.exec(head) ?? [];
  if (kind === 'source' && rest.length === 2) return { source: name, at: rest[0], says: rest[1] };
  if (kind === 'experiment' && rest.length > 0) return { experiment: name, holdsWhen: rest.map(condition) };
  if (kind === 'finding' && rest.length === 1)
    return { from: name.split(',').map((id) => id.trim()), because: rest[0] };
  throw new Misunderstood(
    `"${text}" is not of the form source:<id> | <where> | <what it says>, experiment:<id> | <condition> | …, or finding:<id>, <id> | <why>`,
  );
}

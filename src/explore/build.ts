import type { ProcedureView } from '../model/types.ts';
import type { Id } from '../schema/index.ts';
import type { Combo } from './combos.ts';

/** A procedure with what its parameters stand for here. */
export type Part = { procedure: ProcedureView; values: Record<string, string> };
type Planned = [procedure: string, values: Record<string, string>];

// Disks and sizes are the reader's: they stand as variables of the shell.
const hdd = (n: number) => `$HDD${n}`;
const ssd = (n: number) => `$SSD${n}`;
const room = { size: '$LEG_SIZE', cache: '$CACHE_SIZE' };

const array = (one: string, two: string): Planned[] => [
  ['make-raid1', { one, two }],
  ['mount-array', { one, directory: '/srv' }],
];

/** The procedures that make a combination, in order; none where the lab has no commands for it. */
function planOf({ layout, system, mode }: Combo): Planned[] {
  const attach = mode === 'writeback' ? 'attach-writeback-cache' : 'attach-cache';
  if (layout === 'no-cache') return array(hdd(1), hdd(2));
  if (layout === 'separate-pool') return [...array(hdd(1), hdd(2)), ...array(ssd(1), ssd(2))];
  if (layout === 'own-ssd' && system === 'lvmcache')
    return [
      ...[1, 2].map((n): Planned => ['create-leg', { leg: `leg${n}`, hdd: hdd(n), ssd: ssd(n), size: room.size }]),
      ...array('/dev/leg1/data', '/dev/leg2/data'),
      ...[1, 2].map((n): Planned => [attach, { leg: `leg${n}`, ssd: ssd(n), size: room.cache }]),
    ];
  if (layout === 'mirrored-ssds')
    return [
      ['create-legs-with-mirrored-caches', { hdd1: hdd(1), hdd2: hdd(2), ssd1: ssd(1), ssd2: ssd(2), size: room.size }],
      ...[1, 2].map(
        (n): Planned => [
          'attach-mirrored-cache',
          { number: String(n), ssd1: ssd(1), ssd2: ssd(2), size: room.cache, mode: mode ?? '' },
        ],
      ),
      ...array('/dev/all/data1', '/dev/all/data2'),
    ];
  return [];
}

/** The parts of the plan. A plan of which a procedure is not there, or takes other parameters, is none. */
export function buildOf(combo: Combo, procedures: readonly ProcedureView[]): Part[] {
  const parts = planOf(combo).flatMap(([id, values]): Part[] => {
    const procedure = procedures.find((one) => one.id === (id as Id<'procedure'>));
    const fits = procedure && sameKeys(procedure.parameters, values);
    return procedure && fits ? [{ procedure, values }] : [];
  });
  return parts.length === planOf(combo).length ? parts : [];
}

const sameKeys = (a: object, b: object) => Object.keys(a).sort().join() === Object.keys(b).sort().join();

/** The variables that the commands of a plan leave to the reader. */
export const variablesOf = (parts: readonly Part[]): string[] => [
  ...new Set(parts.flatMap(({ values }) => Object.values(values).filter((value) => value.startsWith('$')))),
];

import type { dimensions } from './dimensions.ts';
import type { drivers, gates, situations } from './drivers.ts';
import type { experiments } from './experiments/index.ts';
import type { failures } from './failures.ts';
import type { findings } from './findings/index.ts';
import type { columns } from './matrix/index.ts';
import type { procedures } from './procedures/index.ts';
import type { sources } from './sources.ts';
import type { systems } from './systems.ts';
import type { areas, criteria, questions, success } from './task.ts';

/** Keys of every member of a union: the ids of a collection that is spread over several files. */
type KeysOf<Files> = Files extends Record<string, infer File> ? (File extends unknown ? keyof File : never) : never;

declare module '../src/schema/ids.ts' {
  interface Registry {
    criterion: keyof typeof criteria;
    question: keyof typeof questions;
    area: keyof typeof areas;
    success: keyof typeof success;
    system: keyof typeof systems;
    dimension: keyof typeof dimensions;
    driver: keyof typeof drivers;
    gate: keyof typeof gates;
    situation: keyof typeof situations;
    source: keyof typeof sources;
    procedure: KeysOf<typeof procedures>;
    experiment: keyof typeof experiments;
    finding: KeysOf<typeof findings>;
    failure: keyof typeof failures;
    measures: { [E in keyof typeof experiments]: keyof (typeof experiments)[E]['measures'] };
  }
}

export type { columns };

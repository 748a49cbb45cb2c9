import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { evaluate, here } from './nix.ts';

const table = z
  .object({ examples: z.array(z.object({ option: z.string() })) })
  .parse(JSON.parse(readFileSync(join(here, 'options.json'), 'utf8')));

/** The example, with what it asks of the module put in its place. */
const example = `import ./examples/backups.nix {
  config.storage.array.names = import ./module/names.nix (import ./layouts/defaults.nix // {
    topology = "separate-pool";
    legs = import ./disks/2-hdd.nix;
  });
}`;
type Example = {
  fileSystems: Record<string, { device: string }>;
  services: Record<string, unknown>;
};

describe('the example for backups', () => {
  const seen = evaluate(example) as Example;

  it('mounts the top of the array by a hard disk and that of the pool by an SSD', () => {
    expect(Object.fromEntries(Object.entries(seen.fileSystems).map(([at, { device }]) => [at, device]))).toEqual({
      '/mnt/array': '/dev/disk/by-partlabel/leg1-hdd1',
      '/mnt/fast': '/dev/disk/by-partlabel/leg1-ssd',
    });
  });

  it('sends the pool to the array', () => {
    expect(seen.services['btrbk']).toMatchObject({
      instances: { array: { settings: { volume: { '/mnt/fast': { target: '/mnt/array/from-pool' } } } } },
    });
  });

  it('uses options that are in the table', () => {
    const used = Object.entries(seen.services).flatMap(([service, settings]) =>
      Object.keys(settings as object).map((name) => `services.${service}.${name}`),
    );
    expect(used.filter((option) => !table.examples.some((each) => each.option.startsWith(option)))).toEqual([]);
  });
});

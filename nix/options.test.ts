import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { filesEnding, here, layouts, topologies } from './nix.ts';

const where = { declaredIn: z.string().endsWith('.nix'), topologies: z.array(z.enum(topologies)).min(1) };
const atCommit = z.url().regex(/^https:\/\/github\.com\/[^/]+\/[^/]+\/blob\/[0-9a-f]{40}\/.+\.nix$/);
const state = z.enum(['between', 'not verified']);
const table = z
  .strictObject({
    about: z.record(z.string(), z.string()),
    nixos: z.array(
      z.strictObject({
        ...where,
        option: z.string(),
        type: z.string(),
        read: z.array(z.strictObject({ url: atCommit, from: z.string() })),
        releases: z.strictObject({ '25.05': state, '25.11': state, '26.05': state }),
        note: z.string().optional(),
      }),
    ),
    examples: z.array(
      z.strictObject({
        declaredIn: where.declaredIn,
        option: z.string(),
        type: z.string(),
        read: z.array(z.strictObject({ url: atCommit, from: z.string() })),
        releases: z.strictObject({ '25.05': state, '25.11': state, '26.05': state }),
        note: z.string().optional(),
      }),
    ),
    disko: z.array(z.strictObject({ ...where, option: z.string(), url: atCommit })),
  })
  .parse(JSON.parse(readFileSync(join(here, 'options.json'), 'utf8')));

/** Options of NixOS that the files of the module name. */
const named = filesEnding('.nix')
  .filter((file) => file.startsWith('module/'))
  .flatMap((file) => {
    const code = readFileSync(join(here, file), 'utf8').replace(/#.*|''[\s\S]*?''|"[^"]*"/g, '');
    return [
      ...code.matchAll(/(?<![\w.$])(?:config\.)?((?:boot|services|systemd|fileSystems|assertions)\b(?:\.[a-zA-Z]+)*)/g),
    ];
  })
  .map(([, option = '']) => option);

describe('options of NixOS', () => {
  it('are in the table when the module names them', () => {
    const known = (option: string) => table.nixos.some((each) => `${option}.`.startsWith(`${each.option}.`));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((option) => !known(option))).toEqual([]);
  });

  it('are named by the module when they are in the table', () => {
    const used = (option: string) => named.some((each) => `${each}.`.startsWith(`${option}.`));
    expect(table.nixos.map((each) => each.option).filter((option) => !used(option))).toEqual([]);
  });

  it('count as between two copies only when there are two', () => {
    const claimed = table.nixos.filter((each) => Object.values(each.releases).includes('between'));
    expect(claimed.filter((each) => each.read.length < 2)).toEqual([]);
  });
});

/** Names of the settings of a layout: `disk.<name>.device`, and below a content the content's type. */
function settings(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  const type = 'type' in value && typeof value.type === 'string' ? value.type : undefined;
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'type' && path !== 'disk.<name>' && !path.endsWith('partitions.<name>')) return [];
    if (key === 'content') return [`${path}.content`, ...settings(inner, contentType(inner))];
    if (['disk', 'lvm_vg', 'partitions', 'lvs', 'subvolumes'].includes(key))
      return Object.values(inner as object).flatMap((one) =>
        settings(one, `${key === 'disk' || key === 'lvm_vg' ? '' : `${path}.`}${key}.<name>`),
      );
    return settings(inner, path === '' && type ? `${type}.${key}` : `${path}.${key}`);
  });
}
const contentType = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'type' in value ? String(value.type) : '';

describe('options of disko', () => {
  it('are those of the table, topology by topology', () => {
    for (const topology of topologies) {
      const used = layouts
        .filter((each) => each.topology === topology)
        .flatMap(({ name }) => {
          const layout = JSON.parse(readFileSync(join(here, 'expected', `layout-${name}.json`), 'utf8'));
          return settings(layout.disko.devices, '');
        });
      const listed = table.disko.filter((each) => each.topologies.includes(topology)).map((each) => each.option);
      expect([...new Set(used)].sort(), topology).toEqual(listed.sort());
    }
  });
});

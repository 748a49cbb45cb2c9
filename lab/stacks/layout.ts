import { z } from 'zod';
import type { Guest } from '../machine/guest.ts';
import { logicalVolumes } from '../parse/lvs.ts';

/** What a leg is made of, in words that do not hang on how it was made: names of disks are their serials. */
export const legLayout = z.strictObject({
  leg: z.string(),
  segtype: z.string(),
  mode: z.string(),
  policy: z.string(),
  chunk: z.string(),
  /** Serials of the disks on which data, cache data and cache metadata lie. */
  data: z.array(z.string()),
  cacheData: z.array(z.string()),
  cacheMetadata: z.array(z.string()),
});
export const layout = z.strictObject({
  legs: z.array(legLayout),
  /** Profiles of btrfs, such as "Data, RAID1", and the volumes that it stands on. */
  profiles: z.array(z.string()),
  members: z.array(z.string()),
});
export type Layout = z.infer<typeof layout>;

const fields = 'vg_name,lv_name,segtype,cache_mode,cache_policy,chunk_size,devices';

/** The layout of the array in the guest, whichever way it came about. The array has to be mounted on the directory. */
export async function layoutOf(guest: Guest, directory: string): Promise<Layout> {
  const volumes = logicalVolumes(
    await guest.succeed(`lvs --all --reportformat json --units b --options ${fields} --sort vg_name`),
  );
  const serials = await serialsByName(guest);
  const on = (leg: string, name: string) =>
    volumes
      .filter((one) => one['vg_name'] === leg && one['lv_name'] === `[${name}]`)
      .flatMap((one) => serialsIn(one['devices'] ?? '', serials));
  const rows = volumes.filter((one) => one['lv_name'] === 'data');
  const legs = [...new Set(rows.map((one) => one['vg_name'] ?? ''))].map((leg): z.infer<typeof legLayout> => {
    // A volume in several pieces has a row for each.
    const own = rows.filter((one) => one['vg_name'] === leg);
    const text = (field: string) => own[0]?.[field] ?? '';
    return {
      leg,
      ...{
        segtype: text('segtype'),
        mode: text('cache_mode'),
        policy: text('cache_policy'),
        chunk: text('chunk_size'),
      },
      data:
        text('segtype') === 'cache'
          ? on(leg, 'data_corig')
          : own.flatMap((one) => serialsIn(one['devices'] ?? '', serials)),
      ...{ cacheData: on(leg, 'fast_cpool_cdata'), cacheMetadata: on(leg, 'fast_cpool_cmeta') },
    };
  });
  const profiles = await guest.succeed(`btrfs filesystem df ${directory} | cut -d: -f1 | sort`);
  const members = await guest.succeed(`btrfs filesystem show ${directory} | awk '$1 == "devid" { print $8 }' | sort`);
  return { legs, profiles: profiles.trim().split('\n'), members: members.trim().split('\n') };
}

/** Serial by the kernel's name of a disk or of one of its partitions. */
async function serialsByName(guest: Guest): Promise<Map<string, string>> {
  const said = await guest.succeed('lsblk --json --paths --output NAME,SERIAL,TYPE');
  const tree = z.object({
    blockdevices: z.array(
      z.object({
        name: z.string(),
        serial: z.string().nullable(),
        children: z.array(z.object({ name: z.string() })).optional(),
      }),
    ),
  });
  return new Map(
    tree
      .parse(JSON.parse(said))
      .blockdevices.flatMap(({ name, serial, children = [] }) =>
        serial === null ? [] : [name, ...children.map((child) => child.name)].map((each) => [each, serial] as const),
      ),
  );
}

/** `/dev/sda1(0),/dev/sdb(12)` as serials, each once. */
const serialsIn = (devices: string, serials: Map<string, string>): string[] => [
  ...new Set(devices.split(',').map((one) => serials.get(one.replace(/\(\d+\)$/, '')) ?? one)),
];

/** Every place at which two layouts say something else, as a path. */
export function differences(one: unknown, other: unknown, path = ''): string[] {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return Object.is(one, other) ? [] : [path];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) =>
    differences(
      Object.entries(one).find(([k]) => k === key)?.[1],
      Object.entries(other).find(([k]) => k === key)?.[1],
      `${path}/${key}`,
    ),
  );
}

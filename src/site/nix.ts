import { globSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** A file of the configuration, as it is checked into the repository. */
export type NixFile = { path: string; group: string; text: string };

const groups: [RegExp, string][] = [
  [/^nix\/(flake\.nix|disks\/)/, 'Where to begin'],
  [/^nix\/layouts\//, 'Layouts for disko'],
  [/^nix\/hooks\//, 'What disko cannot say'],
  [/^nix\/module\//, 'The NixOS module'],
  [/^nix\/scripts\//, 'The scripts of its units'],
  [/^nix\/examples\//, 'Examples'],
];

/** The files that a reader would take, in the order in which they are shown; the tests are not among them. */
export function configuration(): NixFile[] {
  const paths = globSync(['nix/**/*.nix', 'nix/**/*.sh']).map((path) => path.replaceAll('\\', '/'));
  return groups.flatMap(([pattern, group]) =>
    paths
      .filter((path) => pattern.test(path))
      .sort()
      .map((path) => ({ path, group, text: readFileSync(path, 'utf8') })),
  );
}

export const releases = ['25.05', '25.11', '26.05'] as const;
const table = z.object({
  nixos: z.array(
    z.object({
      option: z.string(),
      read: z.array(z.object({ url: z.url(), from: z.string() })),
      releases: z.record(z.enum(releases), z.string()),
    }),
  ),
});

/** The options of NixOS that the module uses, with what was read of them. */
export const optionTable = () => table.parse(JSON.parse(readFileSync('nix/options.json', 'utf8'))).nixos;

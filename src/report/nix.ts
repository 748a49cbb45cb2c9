import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The Nix files of the draft configuration, without their tests. None while there is no such folder. */
export const nixFiles = (root = process.cwd()): { path: string; text: string }[] =>
  globSync('nix/**/*.nix', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/(^|\/)tests?\//.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { base, site } from './address.ts';

/** Where the compiled templates of the last build are kept, with the hash of what they were compiled from. */
const kept = '.cache/bundle';

const compiled = [
  'src/**/*.{ts,astro,css}',
  'content/**/*.mdx',
  'content/diagrams/*.svg',
  'astro.config.mjs',
  'package-lock.json',
  'tsconfig.json',
];
const notCompiled = /\.test\.ts$|^src\/(cli|review)\//;

/**
 * Hash of everything that Vite compiles: templates, styles, prose, configuration and versions. Data and frontmatter
 * are not in it: the templates read them when they render.
 */
export function codeHash(root: string): string {
  const hash = createHash('sha256').update(JSON.stringify([process.version, base, site ?? '']));
  for (const file of globSync(compiled, { cwd: root }).sort()) {
    if (notCompiled.test(file)) continue;
    const text = readFileSync(join(root, file), 'utf8');
    hash.update(`\0${file}\0${file.endsWith('.mdx') ? text.replace(/^---\r?\n[\s\S]*?\r?\n---/, '') : text}`);
  }
  return hash.digest('hex');
}

/** Keeps the prerender bundle and the assets that the client gets, with the hash of the code they were compiled from. */
export function keep(root: string, dirs: { bundle: string; assets: string }, hash: string): void {
  const next = join(root, `${kept}.next`);
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  cpSync(dirs.bundle, join(next, 'server'), { recursive: true });
  if (existsSync(dirs.assets)) cpSync(dirs.assets, join(next, '_astro'), { recursive: true });
  writeFileSync(join(next, 'hash'), hash);
  rmSync(join(root, kept), { recursive: true, force: true });
  renameSync(next, join(root, kept));
}

/** What is kept of a build: the file that renders, the directory of what the client gets, what is known of the pages. */
export interface Bundle {
  entry: string;
  assets: string;
  memory: string;
}

/** Where is kept what is known of the finished pages: beside the code that made them, and thrown away with it. */
export const memoryOf = (root: string): string => join(root, kept, 'pages.json');

/** The kept bundle, where it was compiled from the code as it is now; undefined where it was not. */
export function keptBundle(root: string): Bundle | undefined {
  const dir = join(root, kept);
  if (!existsSync(join(dir, 'hash')) || readFileSync(join(dir, 'hash'), 'utf8') !== codeHash(root)) return undefined;
  const [entry] = globSync('server/**/prerender-entry*.mjs', { cwd: dir });
  if (!entry || !statSync(join(dir, entry)).isFile()) return undefined;
  return { entry: join(dir, entry), assets: join(dir, '_astro'), memory: memoryOf(root) };
}

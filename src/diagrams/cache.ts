import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { config } from './theme.ts';

/** Rendered diagrams are committed, so that a build needs no browser. */
export const folder = 'content/diagrams';

const { version } = createRequire(import.meta.url)('mermaid/package.json') as { version: string };
/** Raise it when tidy.ts changes what it makes. */
const tidiness = 2;
const recipe = JSON.stringify([version, config, tidiness]);

/** The name of a diagram's file: what it was made from, and by what. */
export const keyOf = (source: string): string =>
  createHash('sha256').update(recipe).update('\0').update(source.trim()).digest('hex').slice(0, 20);

export const fileOf = (source: string, root = process.cwd()): string => join(root, folder, `${keyOf(source)}.svg`);

export function rendered(source: string, root?: string): string | undefined {
  const file = fileOf(source, root);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

export function keepRendered(source: string, svg: string, root?: string): void {
  const file = fileOf(source, root);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, svg);
}

export type Fence = { file: string; line: number; source: string };

/** Every ```mermaid fence under content/. */
export function fences(root = process.cwd()): Fence[] {
  return globSync('content/**/*.mdx', { cwd: root })
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return [...text.matchAll(/^```mermaid[^\n]*\n([\s\S]*?)^```/gm)].map((match) => ({
        file,
        line: text.slice(0, match.index).split('\n').length,
        source: match[1] ?? '',
      }));
    });
}

/** The accessible name and description that a diagram gives itself. Throws, naming the file, when one is missing. */
export function described(source: string, file: string): { title: string; description: string } {
  const title = /^\s*accTitle\s*:\s*(.+)$/m.exec(source)?.[1]?.trim();
  const description = (/^\s*accDescr\s*:\s*(.+)$/m.exec(source)?.[1] ?? /^\s*accDescr\s*\{([^}]*)\}/m.exec(source)?.[1])
    ?.replace(/\s+/g, ' ')
    .trim();
  if (!title) throw new Error(`${file}: a mermaid diagram has no accTitle, the name that stands under the figure`);
  if (!description)
    throw new Error(`${file}: the mermaid diagram "${title}" has no accDescr, the text for who cannot see it`);
  return { title, description };
}

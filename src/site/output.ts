import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { RouteData } from 'astro';
import { base, origin } from './address.ts';

/** A file of a built site as it was when it was written: the time is in milliseconds of the epoch. */
export interface Written {
  file: string;
  size: number;
  written: number;
}

/** The directory of a built site. A file that is as it should be is left alone: most of a site stays the same. */
export class Output {
  readonly directory: string;
  private readonly files = new Set<string>();
  private readonly folders = new Set<string>();

  constructor(directory: string) {
    this.directory = directory;
  }

  put(file: string, content: string | Buffer): Written {
    this.files.add(file);
    const path = join(this.directory, file);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const there = this.hasFolder(dirname(path)) ? statSync(path, { throwIfNoEntry: false }) : undefined;
    if (there?.size === bytes.length && readFileSync(path).equals(bytes))
      return { file, size: bytes.length, written: there.mtimeMs };
    writeFileSync(path, bytes);
    return { file, size: bytes.length, written: statSync(path).mtimeMs };
  }

  /** Was a folder there already? It is now. */
  private hasFolder(folder: string): boolean {
    if (this.folders.has(folder)) return true;
    this.folders.add(folder);
    return mkdirSync(folder, { recursive: true }) === undefined;
  }

  /** Is a file still as it was written? Then it belongs to the site. */
  keeps({ file, size, written }: Written): boolean {
    const there = statSync(join(this.directory, file), { throwIfNoEntry: false });
    const same = there?.size === size && there.mtimeMs === written;
    if (same) this.files.add(file);
    return same;
  }

  /** Puts every file of another directory there. */
  putAll(from: string, folder = ''): void {
    for (const entry of globSync('**', { cwd: from, withFileTypes: true }))
      if (entry.isFile()) {
        const path = join(entry.parentPath, entry.name);
        this.put(join(folder, relative(from, path)), readFileSync(path));
      }
  }

  /** Removes what does not belong to the site. */
  removeOthers(): void {
    const ours = new Set(this.files);
    for (const file of this.files)
      for (let folder = dirname(file); !ours.has(folder); folder = dirname(folder)) ours.add(folder);
    for (const path of globSync('**', { cwd: this.directory }))
      if (!ours.has(path)) rmSync(join(this.directory, path), { recursive: true, force: true });
  }
}

/** Where a route is asked for while it is rendered. */
export function urlOf(pathname: string, route: RouteData): URL {
  const path = bare(pathname);
  const slash = route.type !== 'endpoint' && path !== '';
  return new URL(`${base}${path}${slash ? '/' : ''}`, origin);
}

/** The path of a route, without the base, from where it is asked for. */
export const pathnameOf = (url: string): string => decodeURI(new URL(url).pathname).slice(base.length);

/** The file of a route in the built site. */
export function fileOf(pathname: string, route: RouteData): string {
  const path = bare(pathname);
  if (route.type === 'endpoint') return path;
  return path === '404' ? '404.html' : join(path, 'index.html');
}

const bare = (pathname: string) => pathname.replace(/^\/|\/$/g, '');

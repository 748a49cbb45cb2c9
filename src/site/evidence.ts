import { readFileSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';

const folder = 'data/benchmarks';

/** The route of a file of evidence, less its ending. */
export const routeOf = (file: string) => ({
  params: { experiment: basename(dirname(file)), name: basename(file, extname(file)) },
});

/** A file of evidence, byte for byte. */
export const send = ({ experiment, name }: Record<string, string | undefined>, ending: 'json' | 'txt'): Response =>
  new Response(readFileSync(`${folder}/${experiment}/${name}.${ending}`), {
    headers: { 'content-type': ending === 'json' ? 'application/json' : 'text/plain; charset=utf-8' },
  });

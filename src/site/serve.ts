import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { base } from './address.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};
/** What is compressed in itself. */
const packed = new Set(['.woff2', '.png', '.pdf']);

export type Server = { url: string; close(): Promise<void> };

/**
 * Serves a built site under its base, as a plain host of static files does: no redirects, 404.html for what is not
 * there. With `gzip` it sends as little as the host of the published site does.
 */
export function serve(root: string, { gzip = false } = {}): Promise<Server> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const found = path.startsWith(base) ? fileFor(root, path.slice(base.length)) : undefined;
    const file = found ?? join(root, '404.html');
    const ending = extname(file);
    const squeezed = gzip && !packed.has(ending);
    response.writeHead(found ? 200 : 404, {
      'content-type': types[ending] ?? 'text/plain',
      ...(gzip && { 'cache-control': 'max-age=600' }),
      ...(squeezed && { 'content-encoding': 'gzip' }),
    });
    response.end(squeezed ? gzipSync(readFileSync(file)) : readFileSync(file));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const close = () => new Promise<void>((done) => void server.close(() => done()));
      resolve({ url: `http://127.0.0.1:${port}${base}`, close });
    });
  });
}

function fileFor(root: string, path: string): string | undefined {
  const file = join(root, normalize(`/${path}`), path === '' || path.endsWith('/') ? 'index.html' : '');
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

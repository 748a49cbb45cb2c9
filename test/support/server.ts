import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { base } from '../../src/site/address.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

export type Server = { url: string; close(): Promise<void> };

/** Serves a built site under its base, as a plain host of static files does: no redirects, 404.html for what is not there. */
export function serve(root: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path.startsWith(base) ? fileFor(root, path.slice(base.length)) : undefined;
    response.writeHead(file ? 200 : 404, { 'content-type': types[extname(file ?? '404.html')] ?? 'text/plain' });
    createReadStream(file ?? join(root, '404.html')).pipe(response);
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

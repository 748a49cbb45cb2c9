import { readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { base } from '../../site/address.ts';

/** No such host exists: whatever is asked of it comes from the folder, and nothing is asked of any other. */
const origin = 'http://report.invalid';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export const urlOf = (path: string): string => `${origin}${base}${path}`;

/** Lets a browser see a built site under its base, without a server. */
export async function hostIn(context: BrowserContext, root: string): Promise<void> {
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const file = url.origin === origin ? fileFor(root, decodeURIComponent(url.pathname)) : undefined;
    if (!file) return route.abort();
    return route.fulfill({ body: readFileSync(file), contentType: types[extname(file)] ?? 'text/plain' });
  });
}

function fileFor(root: string, path: string): string | undefined {
  if (!path.startsWith(base)) return undefined;
  const file = join(root, normalize(`/${path.slice(base.length)}`), path.endsWith('/') ? 'index.html' : '');
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

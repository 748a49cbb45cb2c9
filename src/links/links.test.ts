import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { collect, linksIn } from './collect.ts';
import { report } from './report.ts';

let server: Server;
let base: string;
const seen: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    const answers: Record<string, number> = {
      'HEAD /well': 200,
      'HEAD /no-head': 405,
      'GET /no-head': 200,
      'HEAD /busy': 429,
      'GET /busy': 200,
      'HEAD /gone': 404,
      'GET /gone': 404,
    };
    const status = answers[`${request.method} ${request.url}`];
    if (status === undefined) return; // it never answers
    response.writeHead(status).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const quick = { timeout: 200, pause: 5, hosts: 2, agent: 'test' };

describe('check', () => {
  it('tells what is gone, silent or unreachable, and is patient with the rest', async () => {
    const links = ['/well', '/no-head', '/busy', '/gone', '/silent'].map((path) => ({ url: base + path, from: ['x'] }));
    const broken = await check([...links, { url: 'http://127.0.0.1:1/', from: ['y'] }], quick);
    expect(broken.map(({ url, why }) => `${url.replace(base, '')} ${why}`).sort()).toEqual([
      '/gone answers 404',
      '/silent does not answer within 0.2 s',
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:1\/ cannot be reached: /),
    ]);
    expect(seen.filter((request) => request.endsWith('/well'))).toEqual(['HEAD /well']);
  });
});

describe('collect', () => {
  it('asks each link once, whatever follows #, and knows who has it', () => {
    const dist = mkdtempSync(join(tmpdir(), 'links-'));
    writeFileSync(
      join(dist, 'a.html'),
      '<a class="x" href="https://example.org/a?b=1&amp;c=2#d">a</a><a href="/own">o</a>',
    );
    const links = collect([{ id: 'doc', url: 'https://example.org/a?b=1&c=2' }], dist);
    rmSync(dist, { recursive: true });
    expect(links).toEqual([{ url: 'https://example.org/a?b=1&c=2', from: ['source doc', 'a.html'] }]);
  });
  it('leaves the canonical address alone', () => {
    expect(linksIn('<link rel="canonical" href="https://example.org/">')).toEqual([]);
  });
});

describe('report', () => {
  it('is empty where nothing is broken', () => {
    expect(report([], 3, {})).toBe('');
  });
  it('names who has the link, and the hosts that were not asked', () => {
    const broken = [{ url: 'https://example.org/', why: 'answers 404', from: ['source doc'] }];
    const text = report(broken, 3, {
      'lore.kernel.org': { links: 2, reason: 'puts a proof of work before every page' },
    });
    expect(text).toContain('1 of 3 links');
    expect(text).toContain('- https://example.org/ answers 404\n  in source doc');
    expect(text).toContain('- lore.kernel.org (2): it puts a proof of work before every page');
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Api, apiOf } from './api.ts';
import { type CheckRun, postReview } from './comment.ts';
import { defang } from './defang.ts';
import { keepIssue } from './issue.ts';

/** A forge on the loopback that answers with what it was given, and remembers what was sent to it. */
let server: Server;
let api: Api;
let answers: Record<string, unknown>;
let sent: { method: string; path: string; body: Record<string, unknown> }[];
beforeEach(async () => {
  [answers, sent] = [{}, []];
  server = createServer((request, response) => {
    const path = (request.url ?? '').replace('/repos/o/r', '');
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (request.method !== 'GET') sent.push({ method: request.method ?? '', path, body: JSON.parse(body) });
      const answer = request.method === 'GET' ? answers[path.split('?')[0] ?? ''] : {};
      response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer ?? {}));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  api = apiOf({ url: `http://127.0.0.1:${port}`, repository: 'o/r', token: 't' });
});
afterEach(() => new Promise((done) => server.close(done)));

const bot = { login: 'github-actions[bot]', type: 'Bot' };
const run: CheckRun = {
  event: 'pull_request',
  head_sha: 'abcdef0123456789',
  head_branch: 'topic',
  head_repository: { full_name: 'someone/r', owner: { login: 'someone' } },
  html_url: 'https://example.org/run/1',
};
const pull = { number: 7, head: { sha: run.head_sha, repo: { full_name: 'someone/r' } } };

describe('postReview', () => {
  it('comments once, and rewrites that comment afterwards', async () => {
    Object.assign(answers, { '/pulls': [pull], '/issues/7/comments': [] });
    expect(await postReview(api, run, '## What changes\n')).toBe('commented on #7');
    expect(sent).toMatchObject([{ method: 'POST', path: '/issues/7/comments' }]);
    const body = String(sent[0]?.body['body']);
    expect(body).toContain('The text below was made by the code of the pull request.\n\n## What changes');

    answers['/issues/7/comments'] = [
      { id: 1, body, user: { login: 'mallory', type: 'User' } },
      { id: 2, body, user: bot },
    ];
    expect(await postReview(api, run, '## What changes\n')).toBe('the comment on #7 says so already');
    expect(await postReview(api, run, '')).toBe('rewrote the comment on #7');
    expect(sent[1]).toMatchObject({ method: 'PATCH', path: '/issues/comments/2' });
    expect(sent[1]?.body['body']).toContain('Nothing changes any more in what we claim.');
  });

  it('says nothing on a pull request that moved on, or is of another repository', async () => {
    answers['/pulls'] = [
      { number: 7, head: { sha: 'later', repo: { full_name: 'someone/r' } } },
      { number: 8, head: { sha: run.head_sha, repo: { full_name: 'mallory/r' } } },
    ];
    expect(await postReview(api, run, 'text')).toBe('no open pull request stands at the commit of the run');
    expect(await postReview(api, { ...run, event: 'push' }, 'text')).toBe('the run belongs to no pull request');
    expect(sent).toEqual([]);
  });

  it('stays silent where no claim changes', async () => {
    Object.assign(answers, { '/pulls': [pull], '/issues/7/comments': [] });
    expect(await postReview(api, run, ' \n')).toBe('no claim changes, and there is nothing to say');
    expect(sent).toEqual([]);
  });

  it('names the call that failed, and not the token', async () => {
    await expect(postReview(api, run, 'text')).rejects.toThrow(/^GET \/pulls\?.* answered 404$/);
  });
});

describe('defang', () => {
  it('keeps tables and headings', () => {
    expect(defang('### Claims\n\n| `a` | b |\n| --- | --- |\n').text).toBe(
      '### Claims\n\n| `a` | b |\n| --- | --- |\n',
    );
  });
  it.each([
    ['<img src=x>', '&lt;img src=x>'],
    ['<!-- review of claims -->', '&lt;!-- review of claims -->'],
    ['@everyone', '@\u200beveryone'],
    ['[sign in](https://example.org)', '[sign in]\u200b(https:\u200b//example.org)'],
    ['![](x)', '!\u200b[]\u200b(x)'],
    ['[a]: //x', '[a]\u200b: //x'],
    ['closes #12', 'closes #\u200b12'],
    ['a\u0007b\u202ec', 'abc'],
  ])('makes %j harmless', (text, harmless) => {
    expect(defang(text).text).toBe(harmless);
  });
  it('cuts at the end of a line', () => {
    expect(defang('first\nsecond\n', 9)).toEqual({ text: 'first', cut: true });
  });
});

describe('keepIssue', () => {
  const kept = { about: 'links', title: 'Links that are broken', text: '- one' };
  it('opens one, rewrites it, and closes it when there is nothing left to say', async () => {
    answers['/issues'] = [];
    expect(await keepIssue(api, kept)).toBe('opened an issue about links');
    const body = String(sent[0]?.body['body']);
    answers['/issues'] = [
      { number: 3, title: kept.title, body, user: { login: 'mallory', type: 'User' } },
      { number: 4, title: kept.title, body, user: bot },
    ];
    expect(await keepIssue(api, kept)).toBe('#4 says so already');
    expect(await keepIssue(api, { ...kept, text: '- two' })).toBe('rewrote #4');
    expect(await keepIssue(api, { ...kept, text: '' })).toBe('closed #4');
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /issues',
      'PATCH /issues/4',
      'PATCH /issues/4',
    ]);
  });
  it('has nothing to do where all is well', async () => {
    answers['/issues'] = [];
    expect(await keepIssue(api, { ...kept, text: '' })).toBe('nothing to say about links');
  });
});

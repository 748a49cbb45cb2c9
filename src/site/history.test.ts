import { describe, expect, it } from 'vitest';
import { emptyLedger, type Grade, type Verdict } from '../schema/index.ts';
import { acceptances, stepsOf } from './history.ts';

const state = (findings: Record<string, [Verdict, Grade]>) =>
  JSON.stringify({
    ...emptyLedger,
    findings: Object.fromEntries(
      Object.entries(findings).map(([id, [verdict, grade]]) => [id, { verdict, grade, evidence: {} }]),
    ),
  });

/** A repository in which the ledger had these contents, one after the other. */
const repository = (contents: string[]) => (args: string[]) =>
  args[0] === 'log'
    ? contents.map((_, i) => `c${i} 2026-11-2${i}T09:00:00+00:00\n`).join('')
    : contents.map((text, i) => `${i} blob ${Buffer.byteLength(text)}\n${text}\n`).join('');

describe('acceptances', () => {
  it('says what was new, what became otherwise and what is gone', () => {
    const history = acceptances(
      'head',
      repository([
        state({ a: ['holds', 'inferred'], b: ['not run', 'inferred'] }),
        state({ a: ['refuted', 'measured on one kernel'], b: ['not run', 'inferred'] }),
        state({ a: ['refuted', 'measured on one kernel'] }),
      ]),
    );
    expect(history.map(({ changes }) => changes.map(({ id, after }) => `${id} ${after?.verdict ?? 'gone'}`))).toEqual([
      ['a holds', 'b not run'],
      ['a refuted'],
      ['b gone'],
    ]);
    expect(stepsOf(history, 'a').map(({ on, verdict }) => [on, verdict])).toEqual([
      ['2026-11-20T09:00:00Z', 'holds'],
      ['2026-11-21T09:00:00Z', 'refuted'],
    ]);
  });

  it('passes over a state that the schema of today cannot read', () => {
    expect(acceptances('head', repository(['{"old": true}', state({ a: ['holds', 'inferred'] })]))).toHaveLength(1);
  });

  it('is empty outside of a repository', () => {
    expect(acceptances(undefined)).toEqual([]);
  });
});

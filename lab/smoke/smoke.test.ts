import { describe, expect, it } from 'vitest';
import { type Case, cases } from './cases.ts';
import { lastLine, performAll } from './smoke.ts';

const called = (name: string): Case => ({ name, perform: async () => name });

describe('the smoke profile', () => {
  it.each(['control', 'failure', 'scrub', 'boot'])('has a case of the kind: %s', (kind) => {
    expect(cases.filter(({ name }) => name.startsWith(`${kind}: `))).toHaveLength(1);
  });
});

describe('performAll', () => {
  it('goes on after a case that failed, and counts it', async () => {
    const said: string[] = [];
    const outcomes = await performAll(
      [called('one'), called('two'), called('three')],
      async ({ name }) => {
        if (name === 'two') throw new Error('it broke');
        return 'seen';
      },
      (text) => said.push(text),
    );
    expect(said).toEqual(['passed: one: seen', 'failed: two: it broke', 'passed: three: seen']);
    expect(lastLine(outcomes)).toBe('2 passed, 1 failed');
  });
});

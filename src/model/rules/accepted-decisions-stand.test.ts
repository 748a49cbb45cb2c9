import { describe, expect, it } from 'vitest';
import { complaints, run } from '../fixture.ts';

describe('accepted-decisions-stand', () => {
  it('complains of an accepted decision that rests on a refuted claim and serves an unanswered criterion', () => {
    const said = complaints((f) => {
      const evidence = f.evidence['data/benchmarks/does-it-lose/6.12.json'];
      if (evidence) evidence.runs = [run(1, 5)];
    }).filter((line) => line.startsWith('accepted-decisions-stand'));
    const at = 'accepted-decisions-stand: content/decisions/0001-keep.mdx decision 0001-keep';
    expect(said).toEqual([
      `${at} restsOn: is accepted and rests on the finding "nothing-lost", whose verdict is refuted → supersede the decision by one that the evidence carries`,
      `${at} drivers: is accepted, and its driver "loss" is open → answer the criterion first, or take the decision back to proposed`,
    ]);
  });

  it('wants a choice that is one of the options, and something to rest on', () => {
    const said = complaints((f) => {
      Object.assign(f.decisions['0001-keep']?.frontmatter ?? {}, { chosen: 'another', restsOn: [] });
    }).join('\n');
    expect(said).toContain('"another" is none of its options → choose one of no-cache, separate-ssd-pool');
    expect(said).toContain('is accepted and rests on no finding');
  });
});

import { describe, expect, it } from 'vitest';
import { complaints } from '../fixture.ts';

describe('nothing-is-orphaned', () => {
  it('complains of a source that nothing cites and of a procedure that nothing runs', () => {
    const said = complaints((f) => {
      f.sources['unread'] = { ...f.sources['doc'] };
      f.procedures['data/procedures/btrfs.ts'] = {
        ...f.procedures['data/procedures/btrfs.ts'],
        never: { ...f.procedures['data/procedures/btrfs.ts']?.['scrub'] },
      };
    });
    expect(said).toEqual([
      'nothing-is-orphaned: data/sources.ts source unread : no finding and no system cites this source → cite it where it supports something, or remove it',
      'nothing-is-orphaned: data/procedures/btrfs.ts procedure never : no experiment runs this procedure → run it in an experiment and name it in its procedures; the site prints only what has been run',
    ]);
  });

  it('complains of evidence on which no finding rests', () => {
    const said = complaints((f) => {
      const finding = f.findings['data/findings/loss.ts']?.['nothing-lost'] ?? {};
      finding['evidence'] = [{ source: 'doc', at: 'page 1', says: 'that it is so' }];
    });
    expect(said).toEqual([
      'nothing-is-orphaned: data/experiments/loss.ts experiment does-it-lose : there is evidence, and no finding rests on it → write the claim that it bears out or refutes in data/findings/',
    ]);
  });
});

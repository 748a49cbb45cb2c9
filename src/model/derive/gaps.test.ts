import { describe, expect, it } from 'vitest';
import { checkFixture, type Fixture } from '../fixture.ts';
import { gapsOf } from './gaps.ts';

const gaps = (spoil: (f: Fixture) => void) => gapsOf(checkFixture(spoil).model);
const withoutRuns = (f: Fixture) => {
  f.evidence = {};
  f.transcripts = {};
};

describe('gapsOf', () => {
  it('is empty where everything is known', () => {
    expect(gaps(() => {})).toEqual({
      ...{ open: [], named: [], notRun: [], undecided: [], otherKernels: [], waiting: [], cells: [] },
    });
  });
  it('names what a page does not know, with what it would take', () => {
    const { named } = gaps((f) => {
      Object.assign(f.pages.questions['lose']?.frontmatter ?? {}, {
        unknown: [{ gap: 'How much.', takes: 'A run.' }],
      });
    });
    expect(named).toEqual([
      { of: 'question', id: 'lose', title: 'Does it lose data?', gap: 'How much.', takes: 'A run.' },
    ]);
  });
  it('names experiments that did not run, and the claims that wait for them', () => {
    const { notRun, waiting, open } = gaps(withoutRuns);
    expect(notRun.map(({ id }) => id)).toEqual(['does-it-lose']);
    expect(waiting.map(({ id }) => id)).toEqual(['nothing-lost']);
    expect(open).toEqual([
      {
        criterion: { id: 'loss', short: 'Loss' },
        question: { id: 'lose', text: 'Does it lose data?' },
        why: 'no finding that holds answers it',
      },
    ]);
  });
  it('names experiments that decide nothing, and kernels that wait', () => {
    const found = gaps((f) => {
      Object.assign(f.experiments['does-it-lose'] ?? {}, { repeats: 3, kernels: ['6.12', '7.3'] });
    });
    expect(found.undecided.map(({ id }) => id)).toEqual(['does-it-lose']);
    expect(found.otherKernels.map(({ kernels }) => kernels)).toEqual([['7.3']]);
  });
  it('names cells that nobody tested', () => {
    const { cells } = gaps((f) => {
      const column = f.columns['data/matrix/cache.ts'];
      if (column) column.cells['keeps'] = { is: 'not tested', says: 'Not run.', reason: 'There was no time.' };
    });
    expect(cells).toEqual([
      {
        system: { id: 'cache', name: 'A cache' },
        dimension: { id: 'keeps', title: 'Keeps data' },
        is: 'not tested',
        says: 'Not run.',
        reason: 'There was no time.',
      },
    ]);
  });
});

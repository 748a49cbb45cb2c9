import { describe, expect, it } from 'vitest';
import { complaints, page } from '../fixture.ts';
import { typedFigures } from './figures-come-from-the-model.ts';

describe('figures-come-from-the-model', () => {
  it('complains of a figure typed in MDX, with its line', () => {
    const said = complaints((f) => {
      f.pages.criteria['loss'] = { ...page(), body: 'Reads became\n3.5 times faster.\n' };
    });
    expect(said).toEqual([
      'figures-come-from-the-model: content/criteria/loss.mdx criteria loss body: the figure 3.5 is typed in → write <Value of="experiment/measure" /> for what was measured, <Given of="…" /> for what the task states, or put a version in `backticks`',
    ]);
  });

  it('complains of one in the verdict line', () => {
    const said = complaints((f) => {
      f.pages.criteria['loss'] = page('It is 4x faster.');
    });
    expect(said).toEqual([
      'figures-come-from-the-model: content/criteria/loss.mdx criteria loss answer: the figure 4x is typed in → say it in words here, and give the figure in the text by component',
    ]);
  });

  it.each(['512GB', '40 %', '1 000', '3rd', '12.', 'about 7'])('takes %s for a figure', (text) => {
    expect(typedFigures(`So ${text} it is`)).not.toEqual([]);
  });

  it.each([
    'RAID1 and SHA256',
    'Linux `6.12`',
    '```sh\nsleep 60\n```',
    '[a decision](../decisions/0001-keep.mdx)',
    'decision 0001',
    'on 2026-01-01',
    'criterion #4',
    '<Value of="x/y" kernel="6.12" />',
    '1. first\n2. second',
  ])('leaves %j alone', (text) => {
    expect(typedFigures(text)).toEqual([]);
  });

  it('knows the line of a figure after code', () => {
    expect(typedFigures('```sh\nsleep 60\n```\n\nwaits 60 seconds')).toEqual([{ figure: '60', line: 5 }]);
  });
});

import { describe, expect, it } from 'vitest';
import { complaints } from '../fixture.ts';

describe('statuses-follow', () => {
  it('knows which step may follow which', () => {
    const said = complaints((f) => {
      (f.decisions['0001-keep']?.frontmatter ?? {})['history'] = [
        { status: 'draft', on: '2026-01-03' },
        { status: 'accepted', on: '2026-01-01' },
      ];
    });
    const at = 'statuses-follow: content/decisions/0001-keep.mdx decision 0001-keep history.1:';
    expect(said).toEqual([
      `${at} goes from draft to accepted → from draft a decision may become proposed or rejected`,
      `${at} 2026-01-01 is before 2026-01-03 → put the dates in order`,
    ]);
  });

  it('starts with a draft', () => {
    const said = complaints((f) => {
      (f.decisions['0001-keep']?.frontmatter ?? {})['history'] = [{ status: 'proposed', on: '2026-01-03' }];
    });
    expect(said).toEqual([
      'statuses-follow: content/decisions/0001-keep.mdx decision 0001-keep history.0: starts as proposed → let the history start with draft',
    ]);
  });
});

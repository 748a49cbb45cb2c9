import { describe, expect, it } from 'vitest';
import { complaints, type Fixture } from '../fixture.ts';

const second = (f: Fixture, fields: Record<string, unknown>) => {
  const first = f.decisions['0001-keep'];
  f.decisions['0002-drop'] = { frontmatter: { ...first?.frontmatter, ...fields }, body: 'Because.\n' };
};

describe('supersession-is-mutual', () => {
  it('complains when only the newer decision says so', () => {
    const said = complaints((f) => second(f, { supersedes: ['0001-keep'] }));
    expect(said).toEqual([
      'supersession-is-mutual: content/decisions/0002-drop.mdx decision 0002-drop supersedes: names "0001-keep", which does not name it back → add "0002-drop" to supersededBy in content/decisions/0001-keep.mdx',
    ]);
  });

  it('complains when the status of the older one does not follow', () => {
    const said = complaints((f) => {
      second(f, { supersedes: ['0001-keep'] });
      (f.decisions['0001-keep']?.frontmatter ?? {})['supersededBy'] = ['0002-drop'];
    });
    expect(said).toEqual([
      'supersession-is-mutual: content/decisions/0001-keep.mdx decision 0001-keep history: is superseded by 0002-drop, and its status is accepted → let supersededBy and the last status in history say the same',
    ]);
  });
});

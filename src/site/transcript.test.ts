import { describe, expect, it } from 'vitest';
import { sectionsOf } from './transcript.ts';

const text = `run 1
== boot 1
   12.211    [0.812] kernel  <6> device-mapper: cache <smq>
== Scrub
   31.002   [18.211] guest   $ btrfs scrub start -B /mnt
  ! WARNING
`;

describe('sectionsOf', () => {
  it('cuts at the titles and keeps what stands before the first', () => {
    expect(sectionsOf(text).map(({ title }) => title)).toEqual(['Start', 'boot 1', 'Scrub']);
  });

  it('escapes what a machine printed', () => {
    expect(sectionsOf(text)[1]?.html).toContain('cache &lt;smq&gt;');
  });

  it('marks commands and complaints', () => {
    const html = sectionsOf(text)[2]?.html;
    expect(html).toContain('<span class="said-command">   31.002');
    expect(html).toContain('<span class="said-stderr">  ! WARNING</span>');
  });

  it('loses no line', () => {
    const shown = sectionsOf(text).map(({ html }) => html.replace(/<[^>]+>/g, ''));
    expect(shown.join('\n').split('\n')).toHaveLength(4);
  });
});

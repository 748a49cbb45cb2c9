import { describe, expect, it } from 'vitest';
import { complaints } from '../fixture.ts';

describe('references-resolve', () => {
  it('names the record, the field and the id that was probably meant', () => {
    const said = complaints((f) => {
      (f.systems['cache'] ?? {})['sources'] = ['dok'];
    });
    expect(said).toContain(
      'references-resolve: data/systems.ts system cache sources.0: there is no source "dok" → did you mean "doc"?',
    );
  });

  it('sees references in evidence of a finding, in cells, in decisions and in result files', () => {
    const said = complaints((f) => {
      const finding = f.findings['data/findings/loss.ts']?.['nothing-lost'] ?? {};
      finding['evidence'] = [{ source: 'nowhere', at: 'page 1', says: 'that it is so' }];
      f.columns['data/matrix/cache.ts'] = {
        system: 'cache',
        cells: { keeps: { is: 'good', says: 'keeps', findings: ['no-such-claim'] } },
      };
      (f.decisions['0001-keep']?.frontmatter ?? {})['drivers'] = ['no-such-criterion'];
      const evidence = f.evidence['data/benchmarks/does-it-lose/6.12.json'];
      if (evidence) evidence['experiment'] = 'no-such-experiment';
    }).filter((line) => line.startsWith('references-resolve'));
    expect(said.join('\n')).toContain('finding nothing-lost evidence.0.source: there is no source "nowhere"');
    expect(said.join('\n')).toContain('cache × keeps keeps.findings.0: there is no finding "no-such-claim"');
    expect(said.join('\n')).toContain('decision 0001-keep drivers.0: there is no criterion "no-such-criterion"');
    expect(said.join('\n')).toContain('there is no experiment "no-such-experiment"');
  });
});

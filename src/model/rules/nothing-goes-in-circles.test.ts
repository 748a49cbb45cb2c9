import { describe, expect, it } from 'vitest';
import { checkFixture, complaints } from '../fixture.ts';

describe('nothing-goes-in-circles', () => {
  it('sees decisions that supersede one another', () => {
    const said = complaints((f) => {
      const first = f.decisions['0001-keep']?.frontmatter ?? {};
      f.decisions['0002-drop'] = {
        frontmatter: { ...first, supersedes: ['0001-keep'], supersededBy: ['0001-keep'] },
        body: '',
      };
      first['supersedes'] = ['0002-drop'];
      first['supersededBy'] = ['0002-drop'];
    });
    expect(said).toContain(
      'nothing-goes-in-circles: content/decisions/0001-keep.mdx decision 0001-keep supersedes: goes in a circle: 0001-keep → 0002-drop → 0001-keep → remove one of these links',
    );
  });

  it('sees a finding that is inferred from itself, and does not let it hold', () => {
    const { model, problems } = checkFixture((f) => {
      const findings = f.findings['data/findings/loss.ts'] ?? {};
      const base = findings['nothing-lost'];
      findings['a'] = { ...base, evidence: [{ from: ['b'], because: 'b says so' }] };
      findings['b'] = { ...base, evidence: [{ from: ['a'], because: 'a says so' }] };
    });
    expect(problems.map((p) => p.message)).toContain('goes in a circle: a → b → a');
    expect(model.findings.filter((f) => f.id !== 'nothing-lost').map((f) => f.verdict)).toEqual(['invalid', 'invalid']);
  });
});

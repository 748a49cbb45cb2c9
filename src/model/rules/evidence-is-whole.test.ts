import { describe, expect, it } from 'vitest';
import { complaints, run } from '../fixture.ts';

describe('evidence-is-whole', () => {
  it('complains of a transcript that is not the one the run wrote', () => {
    const [said] = complaints((f) => {
      f.transcripts['data/benchmarks/does-it-lose/6.12.run1.txt'] = 'edited by hand\n';
    });
    expect(said).toMatch(
      /^evidence-is-whole: data\/benchmarks\/does-it-lose\/6\.12\.json run 1 transcript: data\/benchmarks\/does-it-lose\/6\.12\.run1\.txt has the hash [0-9a-f]{12}…, and the run recorded [0-9a-f]{12}… → restore the transcript from git, or run the experiment again; never edit evidence$/,
    );
  });

  it('misses a transcript, and sees one that no run names', () => {
    const said = complaints((f) => {
      f.transcripts = { 'data/benchmarks/does-it-lose/old.txt': 'x' };
    });
    expect(said.join('\n')).toContain('the transcript data/benchmarks/does-it-lose/6.12.run1.txt is missing');
    expect(said.join('\n')).toContain('data/benchmarks/does-it-lose/old.txt transcript : no run names this transcript');
  });

  it('sees a result file in the wrong place, and a run that is counted twice', () => {
    const said = complaints((f) => {
      const evidence = f.evidence['data/benchmarks/does-it-lose/6.12.json'];
      if (evidence) {
        evidence['kernel'] = '7.3';
        evidence.runs = [run(1, 0), run(1, 0)];
      }
    }).join('\n');
    expect(said).toContain('move it to data/benchmarks/does-it-lose/7.3.json');
    expect(said).toContain('run 1 number: two runs have this number');
  });
});

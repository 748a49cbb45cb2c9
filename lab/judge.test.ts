import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { experiments } from '../data/experiments/index.ts';
import { readTranscript } from '../src/evidence/transcripts.ts';
import { benchmark, experiment, type Id } from '../src/schema/index.ts';
import { experimentCode } from './experiments/index.ts';
import { sha256Of } from './image/recipe.ts';
import { remeasure, verdictText } from './judge.ts';
import { evidenceDirectory, evidenceFile } from './run/results.ts';

const ids = Object.keys(experiments).filter((id): id is Id<'experiment'> => id in experimentCode);
const stored = ids.flatMap((id) =>
  experiment
    .parse(experiments[id])
    .kernels.filter((kernel) => existsSync(evidenceFile(id, kernel)))
    .map((kernel) => ({ id, evidence: benchmark.parse(JSON.parse(readFileSync(evidenceFile(id, kernel), 'utf8'))) })),
);

describe.each(stored)('evidence of $id', ({ id, evidence }) => {
  it('has the measures that its observations give', () => {
    expect(remeasure(evidence, experimentCode[id])).toEqual(evidence);
  });
  it('has the transcripts that it names', () => {
    for (const { transcript } of evidence.runs)
      if (transcript)
        expect(sha256Of(readTranscript(join(evidenceDirectory(id), transcript.file)))).toBe(transcript.sha256);
  });
  it('names no directory of the machine on which it was made', () => {
    expect(JSON.stringify(evidence)).not.toMatch(/\/(home|work|root|tmp)\//);
  });
  it('ran every procedure that the experiment declares, and no other', () => {
    for (const run of evidence.runs) {
      if (run.status !== 'complete') continue;
      const text = readTranscript(join(evidenceDirectory(id), run.transcript.file));
      const ran = new Set([...text.matchAll(/^== .* \(procedure (\S+)\)$/gm)].map(([, name]) => name));
      expect([...ran].sort()).toEqual([...experiments[id].procedures].sort());
    }
  });
});

describe('remeasure', () => {
  const seen = (output: string) => ({
    ...{ damaged: [3, 5], gone: [3, 5], scrub: { status: 3, output } },
    before: { blocks: 8, good: 8, unreadable: [], wrong: [] },
    after: { blocks: 8, good: 5, unreadable: [3, 5], wrong: [7] },
  });
  const counters = ['data_bytes_scrubbed', 'tree_bytes_scrubbed', 'read_errors', 'csum_errors', 'verify_errors'];
  const report = ['scrub done for x', ...counters.map((name) => `\t${name}: 0`), '\tcorrected_errors: 0'];

  it('makes the measures from the observations, each in its declared unit', () => {
    const { measure } = experimentCode['can-the-lab-see-loss'];
    expect(measure(seen([...report, '\tuncorrectable_errors: 4'].join('\n')))).toEqual({
      blocksDamaged: { value: 2, unit: 'blocks' },
      blocksLost: { value: 3, unit: 'blocks' },
      blocksWronglyReported: { value: 1, unit: 'blocks' },
      scrubUncorrectable: { value: 4, unit: 'errors' },
    });
  });
  it('throws on observations that lack what a measure needs', () => {
    const { measure } = experimentCode['can-the-lab-see-loss'];
    expect(() => measure(seen(report.join('\n')))).toThrow('no uncorrectable_errors');
    expect(() => measure({})).toThrow();
  });
});

describe('verdictText', () => {
  it('says when the verdict is not the one that was expected', () => {
    const judgement = { verdict: 'holds' as const, reason: 'Met in 3 runs.', runs: [] };
    expect(verdictText('x', 'refuted', judgement)).toBe('x: holds (expected was refuted). Met in 3 runs.');
  });
});

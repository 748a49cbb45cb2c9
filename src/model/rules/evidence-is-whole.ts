import { dirname, join } from 'node:path';
import type { Fault, Rule } from './rule.ts';

/** Result files stand where their content says, and every transcript is the one that the run wrote. */
export const evidenceIsWhole: Rule = {
  name: 'evidence-is-whole',
  check: ({ records }) => {
    const claimed = new Set<string>();
    const faults = records.evidence.flatMap(({ file, experiment, kernel, benchmark }) => {
      const misplaced: Fault[] = file.endsWith(`/${experiment}/${kernel}.json`)
        ? []
        : [
            {
              file,
              id: `${experiment} on ${kernel}`,
              field: 'experiment',
              message: `this file holds ${experiment} on ${kernel}, and stands elsewhere`,
              remedy: `move it to data/benchmarks/${experiment}/${kernel}.json`,
            },
          ];
      const numbers = benchmark.runs.map((run) => run.number);
      const twice: Fault[] = numbers
        .filter((number, i) => numbers.indexOf(number) !== i)
        .map((number) => ({
          file,
          id: `run ${number}`,
          field: 'number',
          message: 'two runs have this number',
          remedy: 'restore the file from git, or run the experiment again',
        }));
      const transcripts = benchmark.runs.flatMap((run): Fault[] => {
        if (!run.transcript) return [];
        const path = join(dirname(file), run.transcript.file);
        claimed.add(path);
        const there = records.transcripts.get(path);
        const at = { file, id: `run ${run.number}`, field: 'transcript' };
        const remedy = 'restore the transcript from git, or run the experiment again; never edit evidence';
        if (!there) return [{ ...at, message: `the transcript ${path} is missing`, remedy }];
        if (there.sha256 === run.transcript.sha256) return [];
        const [want, got] = [run.transcript.sha256.slice(0, 12), there.sha256.slice(0, 12)];
        return [{ ...at, message: `${path} has the hash ${got}…, and the run recorded ${want}…`, remedy }];
      });
      return [...misplaced, ...twice, ...transcripts];
    });
    const unclaimed: Fault[] = [...records.transcripts.keys()]
      .filter((path) => !claimed.has(path))
      .map((path) => ({
        file: path,
        id: 'transcript',
        field: '',
        message: 'no run names this transcript',
        remedy: 'delete it, or restore the result file that names it',
      }));
    return [...faults, ...unclaimed];
  },
};

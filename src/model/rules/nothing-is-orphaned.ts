import { citations } from '../link.ts';
import type { Fault, Rule } from './rule.ts';

/** Evidence, sources and procedures are there because something rests on them. */
export const nothingIsOrphaned: Rule = {
  name: 'nothing-is-orphaned',
  check: ({ records, model }) => {
    const all = citations(records);
    const cited = (kind: string, id: string) =>
      all.some((c) => c.reference.kind === kind && c.reference.id === id && c.id !== id && !c.file.endsWith('.json'));
    const sources: Fault[] = [...records.source.values()]
      .filter(({ id }) => !cited('source', id))
      .map(({ id, file }) => ({
        file,
        id: `source ${id}`,
        field: '',
        message: 'no finding and no system cites this source',
        remedy: 'cite it where it supports something, or remove it',
      }));
    const experiments: Fault[] = model.experiments
      .filter((e) => e.findings.length === 0 && e.results.some((r) => r.evidence))
      .map(({ id, file }) => ({
        file,
        id: `experiment ${id}`,
        field: '',
        message: 'there is evidence, and no finding rests on it',
        remedy: 'write the claim that it bears out or refutes in data/findings/',
      }));
    const procedures: Fault[] = [...records.procedure.values()]
      .filter(({ id }) => !cited('procedure', id))
      .map(({ id, file }) => ({
        file,
        id: `procedure ${id}`,
        field: '',
        message: 'no experiment runs this procedure',
        remedy: 'run it in an experiment and name it in its procedures; the site prints only what has been run',
      }));
    return [...sources, ...experiments, ...procedures];
  },
};

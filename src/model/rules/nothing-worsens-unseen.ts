import { grades, marks, type Regression, verdicts } from '../../schema/index.ts';
import { ledgerOf, reasonKey } from '../derive/ledger.ts';
import type { Fault, Rule } from './rule.ts';

/** From best to worst, for each thing that can get worse. */
const scales: Record<Regression['what'], readonly string[]> = {
  finding: ['holds', ...verdicts.filter((verdict) => verdict !== 'holds')],
  grade: grades,
  cell: marks,
  criterion: ['answered', 'partly answered', 'open'],
};
const withdrawn = 'withdrawn';

/** Only a claim that held can get worse by its verdict: between the other verdicts there is no better. */
function worsened(what: Regression['what'], before: string, after: string): boolean {
  if (after === withdrawn) return true;
  if (what === 'finding') return before === 'holds' && after !== 'holds';
  return scales[what].indexOf(after) > scales[what].indexOf(before);
}

/** What was claimed and got worse carries a reason and a date in data/regressions.ts. */
export const nothingWorsensUnseen: Rule = {
  name: 'nothing-worsens-unseen',
  check: ({ records, model }) => {
    const now = ledgerOf(records, model);
    const then = records.ledger;
    const compare = (what: Regression['what'], before: Record<string, string>, after: Record<string, string>) =>
      Object.entries(before).flatMap(([id, was]): Fault[] => {
        const is = after[id] ?? withdrawn;
        const reasons = records.regressions.filter((r) => r.what === what && r.id === id);
        const fresh = reasons.slice(then.explained[reasonKey({ what, id })] ?? 0);
        if (!worsened(what, was, is) || fresh.some((r) => r.to === is)) return [];
        return [
          {
            file: fileOf(what, id),
            id: `${what === 'grade' ? 'finding' : what} ${id}`,
            field: what === 'grade' ? 'grade' : 'verdict',
            message: `was ${was}, and is ${is}`,
            remedy: `say why in data/regressions.ts: { what: '${what}', id: '${id}', to: '${is}', reason: '…', on: '…' }`,
          },
        ];
      });
    const fileOf = (what: Regression['what'], id: string) => {
      if (what === 'cell') return records.columns.get(id.split('/')[0] ?? '')?.file ?? 'data/matrix/index.ts';
      if (what === 'criterion') return records.criterion.get(id)?.file ?? 'data/task.ts';
      return records.finding.get(id)?.file ?? 'data/findings/index.ts';
    };
    const field = <K extends string>(entries: Record<string, Record<K, string>>, key: K) =>
      Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, entry[key]]));
    const gone = (grade: Fault) => grade.message.endsWith(withdrawn);
    const removed = Object.entries(then.explained).filter(
      ([key, count]) => records.regressions.filter((r) => reasonKey(r) === key).length < count,
    );
    return [
      ...removed.map(
        ([key]): Fault => ({
          file: 'data/regressions.ts',
          id: key,
          field: '',
          message: 'a reason that was given for it is gone',
          remedy: 'put the entry back; the history of what got worse is kept for good',
        }),
      ),
      ...compare('finding', field(then.findings, 'verdict'), field(now.findings, 'verdict')),
      ...compare('grade', field(then.findings, 'grade'), field(now.findings, 'grade')).filter((f) => !gone(f)),
      ...compare('cell', then.cells, now.cells),
      ...compare('criterion', then.criteria, now.criteria),
    ];
  },
};

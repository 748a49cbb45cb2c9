/**
 * Records that somebody read the claims as they are now: `npm run accept -- <name>… | --all`, a name being a finding, a
 * criterion, a decision, or a cell as system/dimension. Whatever got worse must first have its reason in
 * data/regressions.ts, and an accepted decision that was changed cannot be accepted again.
 */
import { writeFileSync } from 'node:fs';
import { accept, acceptable, hindrances } from '../model/derive/accept.ts';
import { readProject } from '../model/index.ts';
import { nearest } from '../model/nearest.ts';
import { ledgerFile } from '../model/read.ts';
import { describe } from './report.ts';

const root = process.cwd();
const wanted = process.argv.slice(2);
const { records, model, problems } = await readProject(root);

const stop = (message: string): never => {
  console.error(message);
  process.exit(1);
};
const known = acceptable(records, model);
const unknown = wanted.filter((name) => name !== '--all' && !known.includes(name));
if (wanted.length === 0) stop('name the findings, criteria, decisions or cells that you read again, or --all');
if (unknown.length)
  stop(
    unknown
      .map((name) => {
        const near = nearest(name, known);
        return `there is no finding, criterion, decision or cell "${name}"${near ? `; did you mean "${near}"?` : ''}`;
      })
      .join('\n'),
  );
const unread = problems.filter((problem) => problem.rule === 'files-can-be-read');
const inTheWay = [...unread, ...hindrances(problems)];
if (inTheWay.length) stop(inTheWay.map((problem) => describe(problem, root)).join('\n\n'));

const all = wanted.includes('--all');
const ledger = accept(records, model, all ? 'all' : wanted);
writeFileSync(ledgerFile, `${JSON.stringify(ledger, null, 2)}\n`);
console.log(`${ledgerFile} records ${all ? `all ${known.length}` : wanted.join(', ')} as read`);

/** Holds the whole project against its rules and lists every problem. Exit 1 when there is one. */
import { getProject } from '../model/index.ts';
import { describe } from './report.ts';

const root = process.cwd();
const { model, records, problems } = await getProject();

for (const problem of problems) console.error(`${describe(problem, root)}\n`);
const stale = model.findings.filter((finding) => finding.needsReview.length > 0);
for (const { id, needsReview } of stale)
  console.error(`needs re-review: finding ${id} (${needsReview.join(', ')} changed); then npm run accept -- ${id}`);

for (const { kind, id, file } of records.drafts)
  console.error(`draft: ${kind} ${id} in ${file}; take out "draft: true" when it is finished`);

const { user, system } = process.cpuUsage();
const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
const answered = model.criteria.filter((criterion) => criterion.state === 'answered').length;
console.log(
  [
    `${count(model.findings.length, 'finding')}, ${count(model.sources.length, 'source')}, ${count(model.experiments.length, 'experiment')}, ${count(model.decisions.length, 'decision')}`,
    `${answered} of ${model.criteria.length} criteria answered`,
    `${count(problems.length, 'problem')}, ${stale.length} to re-review, ${count(records.drafts.length, 'draft')}`,
    `${((user + system) / 1e6).toFixed(1)} s of CPU`,
  ].join('; '),
);
process.exitCode = problems.length ? 1 : 0;

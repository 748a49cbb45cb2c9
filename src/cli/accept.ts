/**
 * Records that somebody read the claims as they are now: `npm run accept -- <finding>… | --all`.
 * Whatever got worse must first have its reason in data/regressions.ts.
 */
import { writeFileSync } from 'node:fs';
import { ledgerOf } from '../model/derive/ledger.ts';
import { readProject } from '../model/index.ts';
import { ledgerFile } from '../model/read.ts';
import type { Ledger } from '../schema/index.ts';
import { describe } from './report.ts';

const root = process.cwd();
const wanted = process.argv.slice(2);
const { records, model, problems } = await readProject(root);

const stop = (message: string): never => {
  console.error(message);
  process.exit(1);
};
const unknown = wanted.filter((id) => id !== '--all' && !records.finding.has(id));
if (wanted.length === 0) stop('name the findings that you read again, or --all');
if (unknown.length) stop(`there is no finding ${unknown.join(', ')}`);
const unexplained = problems.filter((problem) => problem.rule === 'nothing-worsens-unseen');
if (unexplained.length) stop(unexplained.map((problem) => describe(problem, root)).join('\n\n'));

const now = ledgerOf(records, model);
const named = Object.fromEntries(wanted.flatMap((id) => (now.findings[id] ? [[id, now.findings[id]]] : [])));
const accepted: Ledger = wanted.includes('--all')
  ? now
  : { ...records.ledger, findings: { ...records.ledger.findings, ...named } };
writeFileSync(ledgerFile, `${JSON.stringify(accepted, null, 2)}\n`);
console.log(`${ledgerFile} records ${Object.keys(accepted.findings).length} findings as they were read`);

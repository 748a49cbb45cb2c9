/** Lists the findings that are past their date: `npm run due -- [--on 2027-01-31] [--report FILE]`. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dueText } from '../model/derive/due.ts';
import { readProject } from '../model/index.ts';
import { isoDate } from '../schema/index.ts';

const { values } = parseArgs({ options: { on: { type: 'string' }, report: { type: 'string' } } });
const on = values.on ?? new Date().toISOString().slice(0, 10);
if (isoDate.safeParse(on).success) {
  const { model } = await readProject(process.cwd());
  const text = dueText(model, on);
  if (values.report) writeFileSync(values.report, text);
  console.log(text || `nothing is due on ${on}`);
} else {
  console.error(`"${on}" is no date: npm run due -- [--on 2027-01-31] [--report FILE]`);
  process.exitCode = 2;
}

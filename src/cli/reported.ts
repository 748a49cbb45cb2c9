/** Files a measurement that a reader sent: `npm run reported -- add FILE`. Refuses what is not sound, with the reasons. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProject } from '../model/index.ts';
import { nearest } from '../model/nearest.ts';
import { readReport } from '../model/read.ts';
import { canonical, judgeReport, reportId } from '../model/reported.ts';

/** What was done, or why nothing was. Throws only where the project itself cannot be read. */
async function add(root: string, file: string): Promise<{ filed: string } | { reasons: string[] }> {
  if (!existsSync(file)) return { reasons: ['there is no such file'] };
  const judged = judgeReport(readReport('', file));
  if ('reasons' in judged) return judged;
  const { report, sha256 } = judged;
  const { records } = await readProject(root);
  if (!records.known.system.has(report.system)) {
    const near = nearest(report.system, records.known.system);
    const known = near === undefined ? [...records.known.system].join(', ') : `"${near}"`;
    return { reasons: [`system: there is no system "${report.system}" here; is it ${known}?`] };
  }
  if (report.taken > new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10))
    return { reasons: [`taken: ${report.taken} has not come yet`] };
  const twin = records.reports.find((other) => other.sha256 === sha256);
  if (twin) return { reasons: [`it is filed already, as ${twin.file}`] };
  const filed = `data/reported/${reportId(report, sha256)}.json`;
  mkdirSync(join(root, 'data/reported'), { recursive: true });
  writeFileSync(join(root, filed), canonical(report), { flag: 'wx' });
  return { filed };
}

const [what, file, ...more] = process.argv.slice(2);
if (what !== 'add' || !file || more.length) {
  console.error('npm run reported -- add FILE');
  process.exitCode = 2;
} else {
  const result = await add(process.cwd(), file);
  if ('filed' in result) console.log(`filed as ${result.filed}, as reported: no claim rests on it`);
  else {
    console.error(`Not filed:\n${result.reasons.map((reason) => `  ${reason}`).join('\n')}`);
    process.exitCode = 1;
  }
}

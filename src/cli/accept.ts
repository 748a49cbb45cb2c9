/** Records that findings were read against the evidence as it is now: `npm run accept -- <finding>… | --all`. */
import { writeFileSync } from 'node:fs';
import { evidenceBehind } from '../model/derive/findings.ts';
import { readProject } from '../model/index.ts';

const wanted = process.argv.slice(2);
const { records } = await readProject(process.cwd());
const unknown = wanted.filter((id) => id !== '--all' && !records.finding.has(id));
if (wanted.length === 0 || unknown.length) {
  console.error(
    unknown.length ? `no such finding: ${unknown.join(', ')}` : 'name the findings that you re-read, or --all',
  );
  process.exit(1);
}

const kept = Object.entries(records.reviewed).filter(([id]) => records.finding.has(id));
const reviewed = new Map(kept);
for (const finding of records.finding.values()) {
  if (!wanted.includes('--all') && !wanted.includes(finding.id)) continue;
  const behind = evidenceBehind(records, finding);
  if (Object.keys(behind).length) reviewed.set(finding.id, behind);
  else reviewed.delete(finding.id);
}
const sorted = Object.fromEntries([...reviewed].sort(([a], [b]) => a.localeCompare(b)));
writeFileSync('data/reviewed.json', `${JSON.stringify(sorted, null, 2)}\n`);
console.log(`${reviewed.size} findings rest on evidence that was reviewed`);

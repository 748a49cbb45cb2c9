/** Keeps one issue about a matter: `node src/cli/issue.ts --about MATTER --title TITLE --text FILE`, in a workflow. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { apiFromEnvironment } from '../forge/api.ts';
import { keepIssue } from '../forge/issue.ts';

const { values } = parseArgs({
  options: { about: { type: 'string' }, title: { type: 'string' }, text: { type: 'string' } },
});
try {
  const { about, title, text } = values;
  if (!about || !title || !text) throw new Error('node src/cli/issue.ts --about MATTER --title TITLE --text FILE');
  console.log(
    await keepIssue(apiFromEnvironment(process.env), { about, title, text: readFileSync(text, 'utf8').trim() }),
  );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

/**
 * Posts what `npm run review` wrote for a pull request: `node src/cli/comment.ts --review FILE`, in a workflow that was
 * started by the end of another. The file comes from code that nobody has read yet, and is treated so.
 */
import { lstatSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { apiFromEnvironment } from '../forge/api.ts';
import { type CheckRun, postReview } from '../forge/comment.ts';

const largest = 1_000_000;
const { values } = parseArgs({ options: { review: { type: 'string' } } });
const eventFile = process.env['GITHUB_EVENT_PATH'];
try {
  if (!values.review || !eventFile) throw new Error('node src/cli/comment.ts --review FILE, in a workflow');
  const stat = lstatSync(values.review);
  if (!stat.isFile() || stat.size > largest)
    throw new Error(
      `${values.review} is ${stat.isFile() ? `${stat.size} bytes long` : 'not a plain file'}: not posted`,
    );
  const event = JSON.parse(readFileSync(eventFile, 'utf8')) as { workflow_run: CheckRun };
  const review = readFileSync(values.review, 'utf8');
  console.log(await postReview(apiFromEnvironment(process.env), event.workflow_run, review));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

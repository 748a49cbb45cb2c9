/**
 * Writes what changed in the claims from edition to edition, out of the tags `edition-…`: `npm run changelog`. With
 * --check it writes nothing, and exits with 1 where data/changes.json is not what the tags say.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { changesFile } from '../model/read.ts';
import { readEditions, settled } from '../review/editions.ts';
import { isShallow } from '../review/revision.ts';
import { editions } from '../schema/index.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const root = process.cwd();
const path = join(root, changesFile);
const text = existsSync(path) ? readFileSync(path, 'utf8') : '[]\n';
const written = editions.parse(JSON.parse(text));
const read = await readEditions(root);
const now = `${JSON.stringify(settled(read, written), null, 2)}\n`;
const lost = written.filter(({ name }) => !read.some((edition) => edition.name === name)).map(({ name }) => name);

if (lost.length) {
  const way = isShallow(root) ? 'git fetch --unshallow --tags' : 'git fetch --tags';
  console.error(`this clone has no tag ${lost.join(', ')}, which ${changesFile} speaks of: ${way}`);
  process.exitCode = 1;
} else if (!values.check) {
  writeFileSync(path, now);
  console.log(`${changesFile} has ${read.length} editions`);
} else if (now !== text) {
  console.error(`${changesFile} is not what the tags say: npm run changelog, and commit it`);
  process.exitCode = 1;
} else console.log(`${changesFile} is what the tags say: ${read.length} editions`);

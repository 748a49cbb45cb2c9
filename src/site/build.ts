import { setFlagsFromString } from 'node:v8';
import { handOver } from '../model/index.ts';
import { keptBundle } from './bundle.ts';

// Most code of a build runs too seldom for the last stage of the compiler to pay: without it, an eighth of the CPU is saved.
if (Number.parseInt(process.versions.v8, 10) >= 13) setFlagsFromString('--efficiency-mode');

/** What went wrong, less the stack that bundlers put into their messages. */
const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).replace(/\n\s+at .*/g, '');

/**
 * Builds the site once the data break no rule. Where no template, style or prose changed since the last build, only data did: the pages are
 * rendered with the templates that are there. Otherwise, or with --force, Astro builds from the start.
 */
async function main(root: string): Promise<void> {
  if (!process.argv.includes('--force') && (await rendered(root))) return;
  const { build } = await import('astro');
  // Its list of pages would say of each that no file was made: they are held until all are there.
  await build({ root, logLevel: 'warn' });
  console.log('Built from the start.');
}

/** Were the pages rendered with kept templates? Whatever stands in the way of it, a build from the start does not need. */
async function rendered(root: string): Promise<boolean> {
  const bundle = keptBundle(root);
  if (!bundle) return false;
  try {
    const { replay } = await import('./replay.ts');
    console.log(`${await replay(root, bundle)} pages and files rendered again: only data changed.`);
    return true;
  } catch (error) {
    console.warn(`Building from the start: ${textOf(error)}`);
    return false;
  }
}

// The check runs in this process: what it read of the data need not be read again, nor judged.
await import('../cli/check.ts');
handOver();
try {
  if (!process.exitCode) await main(process.cwd());
} catch (error) {
  console.error(textOf(error));
  process.exitCode = 1;
}

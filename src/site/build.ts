import { enableCompileCache } from 'node:module';
import { keptBundle } from './bundle.ts';

/**
 * Builds the site. Where no template, style or prose changed since the last build, only data did: the pages are
 * rendered with the templates that are there. Otherwise, or with --force, Astro builds from the start.
 */
async function main(root: string): Promise<void> {
  const bundle = process.argv.includes('--force') ? undefined : keptBundle(root);
  if (bundle) {
    const { replay } = await import('./replay.ts');
    console.log(`${await replay(root, bundle)} pages and files rendered again: only data changed.`);
    return;
  }
  const { build } = await import('astro');
  await build({ root });
}

enableCompileCache('.cache/node');
try {
  await main(process.cwd());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

import { enableCompileCache } from 'node:module';
import { keptBundle } from './bundle.ts';

/**
 * Builds the site. Where no template, style or prose changed since the last build, only data did: the pages are
 * rendered with the templates that are there. Otherwise, or with --force, Astro builds from the start.
 */
enableCompileCache('.cache/node');
const root = process.cwd();
const bundle = process.argv.includes('--force') ? undefined : keptBundle(root);
if (bundle) {
  const { replay } = await import('./replay.ts');
  const pages = await replay(root, bundle);
  console.log(`${pages} pages and files rendered again: only data changed.`);
} else {
  const { build } = await import('astro');
  await build({ root });
}

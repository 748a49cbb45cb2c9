import { globSync, rmSync } from 'node:fs';
import { described, type Fence, fences, fileOf, folder, keepRendered, rendered } from './cache.ts';
import type { Renderer } from './render.ts';

/** Renders the diagrams that are not there yet and removes those that nothing shows any more. */
async function main(): Promise<void> {
  const all = fences();
  for (const { source, file } of all) described(source, file);
  const missing = all.filter(({ source }) => !rendered(source));
  if (missing.length) await renderAll(missing);
  const used = new Set(all.map(({ source }) => fileOf(source, '')));
  const unused = globSync(`${folder}/*.svg`).filter((file) => !used.has(file));
  for (const file of unused) rmSync(file);
  console.log(`${all.length} diagrams: ${missing.length} rendered, ${unused.length} removed.`);
}

async function renderAll(missing: Fence[]): Promise<void> {
  const { openRenderer } = await import('./render.ts');
  const renderer = await openRenderer();
  try {
    for (const fence of missing) keepRendered(fence.source, await renderOne(renderer, fence));
  } finally {
    await renderer.close();
  }
}

async function renderOne(renderer: Renderer, { source, file, line }: Fence): Promise<string> {
  try {
    return await renderer.render(source);
  } catch (error) {
    throw new Error(
      `${file}:${line}: ${error instanceof Error ? error.message.split('\n').slice(0, 6).join('\n') : error}`,
    );
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

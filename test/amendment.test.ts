import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readProject } from '../src/model/index.ts';
import { keptBundle } from '../src/site/bundle.ts';
import { replay } from '../src/site/replay.ts';

it('shows on the page of a decision, and in the report, what was amended and when', async () => {
  const bundle = keptBundle(process.cwd());
  if (!bundle) throw new Error('the last build kept no templates that fit the code: run `npm run build` first');
  const checked = await readProject(process.cwd());
  const [decision] = checked.model.decisions;
  if (!decision) throw new Error('there is no decision that could be amended');
  decision.amendments.push({ on: '2031-02-03', text: 'A comma was mended.' });
  globalThis.handedOver = Promise.resolve(checked);
  const out = mkdtempSync(join(tmpdir(), 'amended-'));
  try {
    const path = `decisions/${decision.id}`;
    await replay(process.cwd(), bundle, out, (pathname) => pathname.includes(path) || pathname.includes('report'));
    for (const page of [path, 'report']) {
      const text = readFileSync(join(out, page, 'index.html'), 'utf8').replace(/<[^>]+>/g, '');
      expect(text, page).toContain('Amended on 3 February 2031. A comma was mended.');
    }
  } finally {
    globalThis.handedOver = undefined;
    rmSync(out, { recursive: true });
  }
});

import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keptBundle } from '../src/site/bundle.ts';
import { replay } from '../src/site/replay.ts';
import { dist } from './support/pages.ts';

const filesOf = (root: string) =>
  globSync('**/*', { cwd: root })
    .filter((file) => statSync(join(root, file)).isFile())
    .sort();

// Every page once more, on a machine that may do much else.
it('renders with kept templates, byte for byte, what Astro builds from the start', { timeout: 600_000 }, async () => {
  const bundle = keptBundle(process.cwd());
  if (!bundle) throw new Error('the last build kept no templates that fit the code: run `npm run build` first');
  // The pages say of which commit they are; one that was made since the build is not theirs.
  const index: { edition: unknown } = JSON.parse(readFileSync(join(dist, 'api/v1/index.json'), 'utf8'));
  process.env['BUILD_EDITION'] = JSON.stringify(index.edition);
  const again = mkdtempSync(join(tmpdir(), 'replay-'));
  try {
    await replay(process.cwd(), bundle, again);
    expect(filesOf(again)).toEqual(filesOf(dist));
    const differing = filesOf(dist).filter(
      (file) => !readFileSync(join(dist, file)).equals(readFileSync(join(again, file))),
    );
    expect(differing).toEqual([]);
  } finally {
    delete process.env['BUILD_EDITION'];
    rmSync(again, { recursive: true });
  }
});

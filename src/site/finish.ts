import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withPolicy } from './policy.ts';

/** After Astro has written the pages: each gets its own content security policy. */
export const finish = (): AstroIntegration => ({
  name: 'finish',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const out = fileURLToPath(dir);
      for (const file of globSync('**/*.html', { cwd: out }))
        writeFileSync(join(out, file), withPolicy(readFileSync(join(out, file), 'utf8'), file));
    },
  },
});

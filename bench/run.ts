/**
 * CPU seconds of what people wait for, each beside its budget, measured in one run: `npm run bench`.
 * The machine may be busy with other work, so every figure is the middle one of three and only ratios are judged.
 */
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuSeconds, row, typical } from './cpu.ts';

const root = process.cwd();
const repeats = 3;
const pagesBuilt = () => globSync('dist/**/*.html', { cwd: root }).length;

/** A bare Astro site with as many MDX pages as ours has, and about as much text on each. */
function bareSite(pages: number): string {
  const dir = mkdtempSync(join(tmpdir(), 'bare-astro-'));
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
  mkdirSync(join(dir, 'src/pages'), { recursive: true });
  writeFileSync(join(dir, 'package.json'), '{"type": "module", "scripts": {"build": "astro build"}}\n');
  writeFileSync(
    join(dir, 'astro.config.mjs'),
    "import mdx from '@astrojs/mdx';\nexport default { integrations: [mdx()] };\n",
  );
  const paragraph = 'A cache under each leg of the array serves what was read before, and the mirror serves the rest. ';
  for (let n = 1; n <= pages; n++)
    writeFileSync(
      join(dir, `src/pages/page-${n}.mdx`),
      `# Page ${n}\n\n${Array.from({ length: 4 }, () => `${paragraph.repeat(4)}\n`).join('\n')}\n` +
        '- one\n- two\n- three\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```sh\nbtrfs scrub start -B /mnt\n```\n\n```nix\n{ a = 1; }\n```\n',
    );
  return dir;
}

const clean = 'rm -rf dist .astro .cache/bundle .cache/charts node_modules/.astro node_modules/.vite';
const build = () => cpuSeconds('npm run --silent build', root);

const cleanBuild = typical(repeats, () => {
  cpuSeconds(clean, root);
  return build();
});
const pages = pagesBuilt();

const dir = bareSite(pages);
const bare = typical(repeats, () => {
  cpuSeconds('rm -rf dist .astro', dir);
  return cpuSeconds('npm run --silent build', dir);
});
rmSync(dir, { recursive: true });

const record = join(root, 'data/failures.ts');
const before = readFileSync(record, 'utf8');
let edits = 0;
const edited = typical(repeats, () => {
  try {
    writeFileSync(record, `${before}// edit ${++edits}\n`);
    return build();
  } finally {
    writeFileSync(record, before);
  }
});
build();
const check = typical(repeats, () => cpuSeconds('npm run --silent check', root));
const units = typical(1, () => cpuSeconds('npm run --silent test:unit', root));

console.log(`${pages} pages, CPU seconds (user and system), middle one of ${repeats}\n`);
row('bare Astro build of as many MDX pages', bare.cpu, '');
row('clean build', cleanBuild.cpu, `${(cleanBuild.cpu / bare.cpu).toFixed(2)} of bare (at most 1.5)`);
row('build after one edited record', edited.cpu, `${(edited.cpu / cleanBuild.cpu).toFixed(2)} of clean (at most 0.6)`);
row('npm run check', check.cpu, 'at most 3 s');
row('unit tests', units.cpu, 'at most 20 s');

/**
 * CPU seconds of what people wait for, each beside its budget, measured in one run: `npm run bench`.
 * The machine may be busy with other work, so every figure is the middle one of three and only ratios are judged.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpuSeconds, row, typical } from './cpu.ts';
import { bareSite, contentOf, shortSite, starlightSite } from './sites.ts';

const root = process.cwd();
const repeats = 3;

const clean = 'rm -rf dist .astro .cache node_modules/.astro node_modules/.vite';
const build = () => cpuSeconds('npm run --silent build', root);

const cleanBuild = typical(repeats, () => {
  cpuSeconds(clean, root);
  return build();
});
const content = contentOf(join(root, 'dist'));

/** The build of another site, from the start each time; the site is removed afterwards. */
function other(dir: string, times = repeats): number {
  try {
    return typical(times, () => {
      cpuSeconds('rm -rf dist .astro', dir);
      return cpuSeconds('npm run --silent build', dir);
    }).cpu;
  } finally {
    rmSync(dir, { recursive: true });
  }
}
const ratio = (cpu: number, of: number) => (cpu / of).toFixed(2);
const bytes = content.reduce((sum, { body }) => sum + body.length, 0);
console.log(
  `${content.length} pages with ${(bytes / 1e6).toFixed(1)} MB of text; CPU seconds (user and system), middle one of ${repeats}\n`,
);
// Every row is printed as soon as it is known: what fails later does not take it away.
const short = other(shortSite(root, content.length));
row('bare Astro build of as many MDX pages, each of them short', short, '');
row('clean build', cleanBuild.cpu, `${ratio(cleanBuild.cpu, short)} of bare and short (at most 1.5)`);
// Long builds are told apart by one go of each.
const bare = other(bareSite(root, content), 1);
row('bare Astro build of MDX pages with the same text', bare, `clean: ${ratio(cleanBuild.cpu, bare)} of it`);
if (existsSync(join(root, 'bench/node_modules/@astrojs/starlight'))) {
  const starlight = other(starlightSite(root, content), 1);
  row('Starlight build of the same text', starlight, `clean: ${ratio(cleanBuild.cpu, starlight)} of it (at most 1)`);
} else console.log('Starlight is not installed: npm ci --prefix bench');

const record = join(root, 'data/failures.ts');
const before = readFileSync(record, 'utf8');
const sentence = /(?<= lost: ')/;
if (!sentence.test(before)) throw new Error(`${record}: no record there says what is lost, so none can be edited`);
let edits = 0;
const edited = typical(repeats, () => {
  try {
    writeFileSync(record, before.replace(sentence, `Edit ${++edits}. `));
    return build();
  } finally {
    writeFileSync(record, before);
  }
});
row('build after one edited record', edited.cpu, `${ratio(edited.cpu, cleanBuild.cpu)} of clean (at most 0.6)`);
build();
const check = typical(repeats, () => cpuSeconds('npm run --silent check', root));
row('npm run check', check.cpu, 'at most 3 s');
const units = typical(1, () => cpuSeconds('npm run --silent test:unit', root));
row('unit tests', units.cpu, 'at most 20 s');

import { parseArgs } from 'node:util';
import { type Kernel, kernels } from '../src/schema/index.ts';
import { type Asked, equip, judgeAll, list, runAll, smokeAll, verifyAll } from './commands.ts';
import { doctor } from './doctor.ts';
import { diff } from './evidence/diff.ts';
import { merge } from './evidence/merge.ts';
import { resultSet } from './evidence/sets.ts';
import { buildImage } from './image/build.ts';
import { common, isVariant, variants } from './image/variants.ts';
import { atInterrupt, watchForInterrupts } from './run/cleanup.ts';
import { takeLab } from './run/owner.ts';
import { sweepScratch } from './run/scratch.ts';
import { shell } from './shell.ts';
import { usage } from './usage.ts';

const say = (text: string) => console.log(text);

function count(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} wants a number from 1 up, not ${text}.`);
  return number;
}

function kernelNamed(text: string): Kernel {
  const found = kernels.find((one) => one === text);
  if (found) return found;
  throw new Error(`There is no kernel ${text} in the image: ${kernels.join(' or ')}.`);
}

async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      ...{ kernel: text, filter: text, shard: text, jobs: text, repeat: text, results: text, accelerator: text },
      ...{ again: flag, relock: flag },
    },
  });
  const [what, name, other] = positionals;
  const asked: Asked = {
    ...values,
    id: name,
    kernel: values.kernel === undefined ? undefined : kernelNamed(values.kernel),
    jobs: count('jobs', values.jobs) ?? 1,
    repeat: count('repeat', values.repeat),
  };
  switch (what) {
    case 'doctor':
      return exclusively('doctor', async () => ((await doctor(say)) ? 0 : 1));
    case 'image':
      return exclusively('image', async () => {
        const variant = name ?? common;
        if (!isVariant(variant))
          throw new Error(`There is no image ${variant}: ${Object.keys(variants).join(' or ')}.`);
        say(`image: ${buildImage({ relock: values.relock, say, variant }).directory}`);
        return 0;
      });
    case 'list':
      return list(asked, say);
    case 'judge':
      return judgeAll(asked, say);
    case 'verify':
      return verifyAll(say);
    case 'diff':
      if (!name || !other) throw new Error('diff wants two: files, directories or revisions of git.');
      say(diff(resultSet(name), resultSet(other)));
      return 0;
    case 'merge': {
      if (positionals.length < 3)
        throw new Error('merge wants directories of results, and last the one to put them in.');
      const [from, to] = [positionals.slice(1, -1), positionals.at(-1) ?? ''];
      say(`${merge(from, to)} series from ${from.length} directories, in ${to}`);
      return 0;
    }
    case 'run':
    case 'resume':
      return exclusively(`${what} ${name ?? 'all'}`, () => runAll(asked, what === 'resume', say));
    case 'shell':
      return exclusively('shell', async () => {
        await shell(name, { ...(await equip(asked.accelerator, say)), kernel: asked.kernel ?? '6.12' });
        return 0;
      });
    case 'smoke':
      return exclusively('smoke', () => smokeAll(asked, say));
    default:
      console.error(usage);
      return 2;
  }
}

async function exclusively(purpose: string, task: () => Promise<number>): Promise<number> {
  const giveBack = takeLab(purpose);
  const forget = atInterrupt(giveBack);
  try {
    sweepScratch();
    return await task();
  } finally {
    giveBack();
    forget();
  }
}

watchForInterrupts();
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { experiments } from '../data/experiments.ts';
import { experiment, type Id, kernel, type kernels } from '../src/schema/index.ts';
import { doctor, inspectHost, probeAccelerator } from './doctor.ts';
import { buildImage, type Image } from './image/build.ts';
import { judgeStored, verdictText } from './judge.ts';
import { atInterrupt, watchForInterrupts } from './run/cleanup.ts';
import { takeLab } from './run/owner.ts';
import { evidenceFile } from './run/results.ts';
import { runSeries } from './run/series.ts';

const usage = `npm run lab -- <what>

  doctor                     what this host lacks, and which accelerator works
  image [--relock]           build the guest's image, or write its lock anew
  list                       the experiments and what their evidence says
  run <id> [--kernel 6.12] [--repeat 3] [--accelerator tcg]
                             do an experiment and write its evidence
  judge <id> [--kernel 6.12] judge stored evidence again, without a machine`;

const say = (text: string) => console.log(text);

function experimentId(name: string | undefined): Id<'experiment'> {
  const known = Object.keys(experiments);
  const isKnown = (id: string | undefined): id is Id<'experiment'> => id !== undefined && known.includes(id);
  if (isKnown(name)) return name;
  throw new Error(`There is no experiment ${name ?? 'without a name'}. There are:\n  ${known.join('\n  ')}`);
}

function show(id: Id<'experiment'>, of: (typeof kernels)[number]): void {
  const { judgement, changed } = judgeStored(id, of);
  say(verdictText(`${id} on ${of}`, experiment.parse(experiments[id]).expected.verdict, judgement));
  if (changed) say('  the measures had changed and were written anew');
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      kernel: { type: 'string', default: '6.12' },
      repeat: { type: 'string' },
      accelerator: { type: 'string' },
      relock: { type: 'boolean', default: false },
    },
  });
  const [what, name] = positionals;
  const of = kernel.parse(values.kernel);
  switch (what) {
    case 'doctor':
      return exclusively('doctor', async () => ((await doctor(say)) ? 0 : 1));
    case 'image':
      return exclusively('image', async () => {
        say(`image: ${buildImage({ relock: values.relock, say }).directory}`);
        return 0;
      });
    case 'list':
      for (const id of Object.keys(experiments).map(experimentId))
        for (const one of experiment.parse(experiments[id]).kernels)
          if (existsSync(evidenceFile(id, one))) show(id, one);
          else say(`${id} on ${one}: not run`);
      return 0;
    case 'judge':
      show(experimentId(name), of);
      return 0;
    case 'run':
      return exclusively(`run ${name}`, () => run(experimentId(name), of, values));
    default:
      console.error(usage);
      return 2;
  }
}

async function run(
  id: Id<'experiment'>,
  of: (typeof kernels)[number],
  asked: { repeat?: string | undefined; accelerator?: string | undefined },
): Promise<number> {
  const missing = inspectHost();
  if (missing.length)
    throw new Error(`The host lacks ${missing.map((one) => one.missing).join(', ')}: npm run lab -- doctor`);
  const image = buildImage({ relock: false, say });
  const { accelerator, because } = await chooseAccelerator(asked.accelerator, image);
  say(`accelerator: ${accelerator}, because ${because}`);
  const repeats = Number(asked.repeat ?? experiments[id].repeats);
  await runSeries(id, of, repeats, { image, accelerator, say });
  show(id, of);
  return 0;
}

function chooseAccelerator(asked: string | undefined, image: Image) {
  if (asked === undefined) return probeAccelerator(image);
  if (asked !== 'tcg' && asked !== 'kvm') throw new Error(`There is no accelerator ${asked}: tcg or kvm.`);
  return { accelerator: asked, because: 'it was asked for' } as const;
}

async function exclusively(purpose: string, task: () => Promise<number>): Promise<number> {
  const giveBack = takeLab(purpose);
  const forget = atInterrupt(giveBack);
  try {
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

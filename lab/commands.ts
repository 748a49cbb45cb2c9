import { resolve } from 'node:path';
import { experiments } from '../data/experiments/index.ts';
import { experiment, type Kernel } from '../src/schema/index.ts';
import { campaign } from './campaign/campaign.ts';
import { allSeries, checkName, experimentId, type Series, select } from './campaign/series.ts';
import { inspectHost, probeAccelerator } from './doctor.ts';
import { ground } from './evidence/ground.ts';
import { listing } from './evidence/list.ts';
import { verify } from './evidence/verify.ts';
import type { AnyExperimentCode } from './experiments/experiment.ts';
import { experimentCode } from './experiments/index.ts';
import { buildImage, type Image } from './image/build.ts';
import { judgeStored, verdictText } from './judge.ts';
import { evidenceFile, published, readEvidence } from './run/results.ts';
import { isWhole } from './run/resume.ts';
import type { Equipment } from './run/run.ts';
import { runSeries } from './run/series.ts';
import { smoke } from './smoke/smoke.ts';

export type Asked = {
  id?: string | undefined;
  kernel?: Kernel | undefined;
  filter?: string | undefined;
  shard?: string | undefined;
  jobs: number;
  repeat?: number | undefined;
  again: boolean;
  results?: string | undefined;
  accelerator?: string | undefined;
};
export type Say = (text: string) => void;

const place = ({ results }: Asked) => (results === undefined ? published : resolve(results));
const chosen = (asked: Asked): Series[] => {
  if (asked.id !== undefined) checkName(asked.id);
  return select(allSeries(), asked);
};
const earlierIn = (results: string) => (one: Pick<Series, 'id' | 'kernel'>) =>
  readEvidence(one.id, one.kernel, results);

export function list(asked: Asked, say: Say): number {
  say(listing(chosen(asked), earlierIn(place(asked))));
  return 0;
}

function show({ id, kernel }: Series, results: string, say: Say): void {
  const { judgement, changed } = judgeStored(id, kernel, evidenceFile(id, kernel, results));
  say(verdictText(`${id} on ${kernel}`, experiment.parse(experiments[id]).expected.verdict, judgement));
  if (changed) say('  the measures had changed and were written anew');
}

export function judgeAll(asked: Asked, say: Say): number {
  const series = chosen({ ...asked, id: experimentId(asked.id) });
  for (const one of series)
    if (earlierIn(place(asked))(one)) show(one, place(asked), say);
    else say(`${one.id} on ${one.kernel}: not run`);
  return 0;
}

export function verifyAll(say: Say): number {
  const { broken, changed, whole } = verify(ground());
  for (const line of whole) say(`whole: ${line}`);
  for (const line of changed) say(`changed since: ${line}`);
  for (const line of broken) say(`broken: ${line}`);
  say(`${whole.length} chains whole, ${changed.length} links changed since, ${broken.length} broken`);
  return broken.length ? 1 : 0;
}

/** New series, or with `resume` the rest of those that were interrupted. */
export async function runAll(asked: Asked, resume: boolean, say: Say): Promise<number> {
  const results = place(asked);
  const earlier = earlierIn(results);
  const plan = chosen(asked).filter((one) => {
    const runs = earlier(one)?.runs;
    const whole = runs !== undefined && isWhole(runs, asked.repeat ?? one.repeats);
    return resume ? runs !== undefined && !whole : asked.id !== undefined || asked.again || !whole;
  });
  if (plan.length === 0) {
    say(resume ? 'No series was interrupted.' : 'All of these have whole evidence; --again does them anew.');
    return 0;
  }
  const equipment = await equip(asked.accelerator, say);
  const perform = async (series: Series, repeats: number, report: Say) => {
    const image = imageOf(series, equipment.image, say);
    await runSeries(series.id, series.kernel, repeats, { ...equipment, image, say: report, results, resume });
    show(series, results, say);
  };
  const failures = await campaign(plan, { jobs: asked.jobs, resume, repeat: asked.repeat }, perform, { say, earlier });
  if (failures.length)
    say(`\n${failures.length} of ${plan.length} series did not come to their end: lab resume goes on with them`);
  return failures.length ? 1 : 0;
}

export async function smokeAll(asked: Asked, say: Say): Promise<number> {
  return (await smoke({ ...(await equip(asked.accelerator, say)), kernel: asked.kernel ?? '6.12' }, say)) ? 0 : 1;
}

/** The image that an experiment asks for, or the common one. */
function imageOf({ id }: Series, usual: Image, say: Say): Image {
  const { image: variant }: AnyExperimentCode = experimentCode[id];
  return variant ? buildImage({ relock: false, say, variant }) : usual;
}

/** The image and the accelerator. Throws when the host lacks a program. */
export async function equip(asked: string | undefined, say: Say): Promise<Omit<Equipment, 'kernel'>> {
  const missing = inspectHost();
  if (missing.length)
    throw new Error(`The host lacks ${missing.map((one) => one.missing).join(', ')}: npm run lab -- doctor`);
  const image = buildImage({ relock: false, say });
  const { accelerator, because } = await chooseAccelerator(asked, image);
  say(`accelerator: ${accelerator}, because ${because}`);
  return { image, accelerator };
}

function chooseAccelerator(asked: string | undefined, image: Image) {
  if (asked === undefined) return probeAccelerator(image);
  if (asked !== 'tcg' && asked !== 'kvm') throw new Error(`There is no accelerator ${asked}: tcg or kvm.`);
  return { accelerator: asked, because: 'it was asked for' } as const;
}

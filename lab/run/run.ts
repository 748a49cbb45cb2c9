import { recordOf } from '../../src/evidence/transcripts.ts';
import type { Id, Kernel, Provenance, Run } from '../../src/schema/index.ts';
import type { AnyExperimentCode, Json } from '../experiments/experiment.ts';
import { experimentCode } from '../experiments/index.ts';
import type { Image } from '../image/build.ts';
import type { Accelerator, Hardware } from '../machine/arguments.ts';
import type { Guest } from '../machine/guest.ts';
import { Invalid } from '../machine/machine.ts';
import type { Stopwatch } from '../machine/stopwatch.ts';
import { Transcript } from '../machine/transcript.ts';
import { clock, type WholeBench, withBench } from './bench.ts';
import { provenanceOf, type Source } from './provenance.ts';

/** What a run is made with. */
export type Equipment = { image: Image; kernel: Kernel; accelerator: Accelerator };
export type Ended = { run: Run; transcript: string };

/** A transcript that is larger was flooded, and is no evidence that anybody reads: the run is invalid. */
const TRANSCRIPT_BYTES = 800_000;

/** One run on a fresh machine: never throws for what happens inside it, but says it in the run's status. */
export async function runOnce(
  id: Id<'experiment'>,
  { image, kernel, accelerator }: Equipment,
  { number, seed, transcriptFile, source }: { number: number; seed: number; transcriptFile: string; source: Source },
): Promise<Ended> {
  const started = new Date();
  const now = clock();
  const transcript = new Transcript(now);
  const code: AnyExperimentCode = experimentCode[id];
  let parts: Stopwatch['parts'] = { boots: [], forks: [], prepare: 0, workload: 0 };
  let provenance: Provenance | undefined;
  const setup = {
    ...{ accelerator, kernel, seed, image: image.directory, disks: code.disks, limits: code.limits },
    atFirstBoot: async ({ guest, hardware }: Pick<WholeBench, 'guest' | 'hardware'>) => {
      provenance = await inspect(source, image, hardware, guest);
    },
  };

  transcript.host(`${id} on ${kernel}, run ${number}, seed ${seed}, ${started.toISOString()}, ${accelerator}`);
  const perform = async (bench: WholeBench): Promise<Outcome> => {
    try {
      const observations = await code.perform(bench);
      if (!provenance) throw new Invalid('the machine was never booted');
      return { provenance, observations, measures: code.measure(observations) };
    } finally {
      parts = bench.machine.stopwatch.parts;
    }
  };
  let outcome: Outcome;
  try {
    outcome = await withBench(setup, perform, now, transcript);
  } catch (error) {
    outcome = { reason: error instanceof Error ? error.message : String(error) };
    transcript.host(`invalid: ${outcome.reason}`);
  }
  if (transcript.text.length > TRANSCRIPT_BYTES && !('reason' in outcome))
    outcome = { reason: `the transcript is larger than ${TRANSCRIPT_BYTES} bytes` };
  const base = {
    ...{ number, seed, started: started.toISOString() },
    seconds: { boot: parts.boots[0] ?? 0, total: Number(now().toFixed(1)), ...parts },
    transcript: {
      file: transcriptFile,
      ...recordOf(transcript.text),
    },
  };
  const run: Run =
    'reason' in outcome ? { ...base, status: 'invalid', ...outcome } : { ...base, status: 'complete', ...outcome };
  return { run, transcript: transcript.text };
}

type Outcome =
  | { reason: string }
  | {
      provenance: Provenance;
      observations: Record<string, Json>;
      measures: ReturnType<AnyExperimentCode['measure']>;
    };

/** Asks the guest what it is made of, at its first boot. */
async function inspect(source: Source, image: Image, hardware: Hardware, guest: Guest): Promise<Provenance> {
  const installed = await guest.run('dpkg-query --show');
  const release = await guest.succeed('uname --kernel-release');
  await guest.succeed('lsblk --output NAME,SIZE,ROTA,DISC-GRAN,SERIAL,MODEL; uname --all');
  return provenanceOf(source, image, hardware, { packages: installed.stdout, kernel: release.trim() });
}

import type { Id, Kernel, Provenance, Run } from '../../src/schema/index.ts';
import type { AnyExperimentCode, Json } from '../experiments/experiment.ts';
import { experimentCode } from '../experiments/index.ts';
import type { Image } from '../image/build.ts';
import { sha256Of } from '../image/recipe.ts';
import type { Accelerator, Hardware } from '../machine/arguments.ts';
import { fourDisks } from '../machine/disks.ts';
import { Guest } from '../machine/guest.ts';
import { Host } from '../machine/host.ts';
import { Invalid, Machine } from '../machine/machine.ts';
import { Transcript } from '../machine/transcript.ts';
import { Drives } from '../machine/volatile/drives.ts';
import { defaultLimits } from '../machine/watch.ts';
import { atInterrupt } from './cleanup.ts';
import { provenanceOf, type Source } from './provenance.ts';
import { makeDisks, makeScratch, removeScratch } from './scratch.ts';

/** What a run is made with. */
export type Equipment = { image: Image; kernel: Kernel; accelerator: Accelerator };
export type Ended = { run: Run; transcript: string };

/** Larger than this is no evidence that anybody reads: the run is invalid. */
const TRANSCRIPT_BYTES = 400_000;

/** One run on a fresh machine: never throws for what happens inside it, but says it in the run's status. */
export async function runOnce(
  id: Id<'experiment'>,
  { image, kernel, accelerator }: Equipment,
  { number, seed, transcriptFile, source }: { number: number; seed: number; transcriptFile: string; source: Source },
): Promise<Ended> {
  const started = new Date();
  const zero = performance.now();
  const now = () => (performance.now() - zero) / 1000;
  const transcript = new Transcript(now);
  const code: AnyExperimentCode = experimentCode[id];
  const scratch = makeScratch();
  const disks = [...(code.disks ?? fourDisks)];
  const hardware: Hardware = {
    accelerator,
    image: image.directory,
    kernel,
    scratch,
    disks,
  };
  makeDisks(scratch, disks);
  const drives = await Drives.serve(scratch, disks);
  let provenance: Provenance | undefined;
  const atFirstBoot = async () => {
    provenance = await inspect(source, image, hardware, guest);
  };
  const limits = { ...defaultLimits, ...code.limits };
  const machine = new Machine({ hardware, transcript, limits, now, drives, atFirstBoot });
  const guest = new Guest(machine, transcript);
  const tidy = async () => {
    await machine.kill();
    await drives?.close();
    removeScratch(scratch);
  };
  const forget = atInterrupt(tidy);

  transcript.host(`${id} on ${kernel}, run ${number}, seed ${seed}, ${started.toISOString()}, ${accelerator}`);
  let outcome: Outcome;
  try {
    const host = new Host({ machine, transcript, scratch, disks, seed, drives });
    const observations = await code.perform({ machine, guest, host, seed });
    if (!provenance) throw new Invalid('the machine was never booted');
    outcome = { provenance, observations, measures: code.measure(observations) };
  } catch (error) {
    outcome = { reason: error instanceof Error ? error.message : String(error) };
    transcript.host(`invalid: ${outcome.reason}`);
  } finally {
    await tidy();
    forget();
  }
  if (transcript.text.length > TRANSCRIPT_BYTES && !('reason' in outcome))
    outcome = { reason: `the transcript is larger than ${TRANSCRIPT_BYTES} bytes` };
  const { parts } = machine.stopwatch;
  const base = {
    ...{ number, seed, started: started.toISOString() },
    seconds: { boot: parts.boots[0] ?? 0, total: Number(now().toFixed(1)), ...parts },
    transcript: {
      file: transcriptFile,
      sha256: sha256Of(transcript.text),
      lines: transcript.text.split('\n').length - 1,
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

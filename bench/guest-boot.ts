import { loadavg } from 'node:os';
import { buildImage } from '../lab/image/build.ts';
import { packInitrd } from '../lab/image/initrd.ts';
import { fourDisks } from '../lab/machine/disks.ts';
import { Machine } from '../lab/machine/machine.ts';
import { Transcript } from '../lab/machine/transcript.ts';
import { defaultLimits } from '../lab/machine/watch.ts';
import { atInterrupt, watchForInterrupts } from '../lab/run/cleanup.ts';
import { takeLab } from '../lab/run/owner.ts';
import { makeDisks, makeScratch, removeScratch } from '../lab/run/scratch.ts';
import { type Kernel, kernels } from '../src/schema/index.ts';

/** Seconds from QEMU's start to a guest that takes commands, under emulation; an experiment waits for it several times. */
const BOOTS = 3;
const BUDGET_SECONDS = 15;

watchForInterrupts();
const giveBack = takeLab('bench of the boot');
atInterrupt(giveBack);
const { directory } = buildImage({ relock: false, say: console.log });

async function bootTimes(kernel: Kernel): Promise<number[]> {
  const scratch = makeScratch();
  const zero = performance.now();
  const now = () => (performance.now() - zero) / 1000;
  const hardware = { accelerator: 'tcg', image: directory, kernel, scratch, disks: fourDisks } as const;
  const machine = new Machine({ hardware, transcript: new Transcript(now), limits: defaultLimits, now });
  const tidy = async () => {
    await machine.kill();
    removeScratch(scratch);
  };
  const forget = atInterrupt(tidy);
  try {
    packInitrd(hardware);
    makeDisks(scratch, fourDisks);
    const times: number[] = [];
    for (let boot = 1; boot <= BOOTS; boot++) {
      const started = now();
      await machine.boot();
      const seconds = Number((now() - started).toFixed(2));
      times.push(seconds);
      const load = loadavg()[0]?.toFixed(1);
      console.log(`${kernel}, boot ${boot}: ${seconds} s, with a load of ${load} on the host`);
      await machine.powerOff();
    }
    return times;
  } finally {
    await tidy();
    forget();
  }
}

try {
  const seconds: number[] = [];
  for (const kernel of kernels) seconds.push(...(await bootTimes(kernel)));
  const slowest = Math.max(...seconds);
  console.log(`slowest: ${slowest} s, ${slowest <= BUDGET_SECONDS ? 'within' : 'beyond'} ${BUDGET_SECONDS} s`);
} finally {
  giveBack();
}

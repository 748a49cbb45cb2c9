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

/** Seconds from QEMU's start to a guest that takes commands, under emulation; an experiment waits for it several times. */
const BOOTS = 3;
const BUDGET_SECONDS = 15;

watchForInterrupts();
const giveBack = takeLab('bench of the boot');
atInterrupt(giveBack);
const { directory } = buildImage({ relock: false, say: console.log });
const scratch = makeScratch();
const zero = performance.now();
const now = () => (performance.now() - zero) / 1000;
const hardware = { accelerator: 'tcg', image: directory, kernel: '6.12', scratch, disks: fourDisks } as const;
const machine = new Machine({
  hardware,
  transcript: new Transcript(now),
  limits: defaultLimits,
  now,
});
atInterrupt(() => removeScratch(scratch));
atInterrupt(() => machine.kill());
try {
  packInitrd(hardware);
  makeDisks(scratch, fourDisks);
  for (let boot = 1; boot <= BOOTS; boot++) {
    await machine.boot();
    console.log(
      `boot ${boot}: ${machine.bootSeconds.at(-1)} s, with a load of ${loadavg()[0]?.toFixed(1)} on the host`,
    );
    await machine.powerOff();
  }
  const slowest = Math.max(...machine.bootSeconds);
  console.log(`slowest: ${slowest} s, ${slowest <= BUDGET_SECONDS ? 'within' : 'beyond'} ${BUDGET_SECONDS} s`);
} finally {
  await machine.kill();
  removeScratch(scratch);
  giveBack();
}

import { type CorpusFile, verifyCorpus, writeCorpus } from '../experiments/corpus.ts';
import type { Bench } from '../experiments/experiment.ts';
import { pathOf } from '../machine/disks.ts';
import { Invalid } from '../machine/machine.ts';
import { deviceStats, scrubReport } from '../parse/btrfs.ts';
import { completeGroups } from '../parse/pvscan.ts';
import { attachCaches, legs, MOUNTED, makeArray, startArray } from '../stacks/legs.ts';
import { readByTurns } from '../stacks/warmed.ts';

const MIB = 2;
const corpus: CorpusFile = { path: `${MOUNTED}/corpus`, file: 1, blocks: MIB * 256 };
const DAMAGED = 4;
const READY = 'ready';

/** One short look at each thing that the experiments rest on. It throws, or says what it saw. */
export type Case = { name: string; perform: (bench: Bench) => Promise<string> };

/** A small array with warm caches, from which every case is forked. */
export async function prepareSmoke({ machine, guest, seed }: Bench): Promise<void> {
  await machine.boot();
  await makeArray(guest);
  await writeCorpus(guest, corpus, seed);
  await attachCaches(guest);
  await readByTurns(guest, corpus.path, MIB);
  await guest.succeed(`sync --file-system ${MOUNTED}`);
  await machine.save(READY);
}

function expect(what: string, seen: number | string, wanted: number | string) {
  if (seen !== wanted) throw new Error(`${what}: ${seen}, and not ${wanted}`);
}

export const cases: readonly Case[] = [
  {
    name: 'control: every copy of some blocks is overwritten, and the check finds just these lost',
    async perform({ machine, guest, host, seed }) {
      await machine.fork(READY);
      await machine.crash();
      const whole = host.census();
      const blocks = Array.from({ length: DAMAGED }, (_, index) => index * 16);
      const copies = blocks.flatMap((block) => whole.of(corpus.file, block));
      if (copies.length < 2 * DAMAGED) throw new Invalid(`${DAMAGED} blocks have ${copies.length} copies`);
      host.overwrite(copies);
      await machine.boot();
      await startArray(guest);
      const { unreadable, wrong } = await verifyCorpus(guest, corpus, seed);
      await machine.crash();
      expect('blocks lost', [...unreadable, ...wrong].join(), blocks.join());
      return `${blocks.length} of ${corpus.blocks} blocks lost, ${copies.length} copies overwritten`;
    },
  },
  {
    name: 'failure: an SSD is pulled out, and btrfs counts errors on its leg alone',
    async perform({ machine, guest, host }) {
      await machine.fork(READY);
      await host.unplug('S1');
      await guest.run(`for i in 1 2 3; do dd if=/dev/zero of=${MOUNTED}/more bs=64k count=4 conv=fsync; sleep 1; done`);
      const stats = deviceStats(await guest.succeed(`btrfs --format json device stats ${MOUNTED}`));
      await machine.crash();
      const errors = ({ leg }: { leg: string }) => {
        const one = stats.find(({ device }) => device.includes(leg));
        return one ? one.writeErrors + one.readErrors + one.flushErrors : Number.NaN;
      };
      const [first, second] = legs.map(errors);
      expect('errors of the other leg', second ?? Number.NaN, 0);
      if (!first) throw new Error(`errors of the leg whose SSD is gone: ${first}`);
      return `${first} errors on the leg without its SSD`;
    },
  },
  {
    name: 'scrub: a damaged copy that no cache hides is found and mended',
    async perform({ machine, guest, host }) {
      await machine.fork(READY);
      const [, bare] = legs;
      await guest.procedure('remove-cache', { leg: bare.leg }, { seconds: 120 });
      await guest.succeed(`umount ${MOUNTED}`);
      for (const { leg } of legs) await guest.procedure('stop-leg', { leg });
      await machine.powerOff();
      const cold = host.census().copies.find(({ serial, file }) => serial === bare.hdd && file === corpus.file);
      if (!cold) throw new Invalid('the leg without a cache has no block of the corpus');
      host.overwrite([cold]);
      await machine.boot();
      await startArray(guest);
      const [scrub] = await guest.procedure('scrub', { directory: MOUNTED }, { seconds: 300 });
      const { correctedErrors, uncorrectableErrors } = scrubReport(scrub?.stdout ?? '');
      await machine.crash();
      expect('uncorrectable errors', uncorrectableErrors, 0);
      if (correctedErrors === 0) throw new Error('the scrub found nothing');
      return `${correctedErrors} errors corrected`;
    },
  },
  {
    name: 'boot: after a power cut a leg without its SSD is not started, and the other is',
    async perform({ machine, guest, seed }) {
      await machine.fork(READY);
      await machine.powerCut({ seed });
      await machine.boot({ without: ['S1'] });
      const complete: string[] = [];
      for (const serial of ['H1', 'H2', 'S2']) {
        const [asked] = await guest.procedure('ask-boot-rule', { device: pathOf(serial) });
        complete.push(...completeGroups(asked?.stdout ?? ''));
      }
      await machine.crash();
      expect('groups that the rule at boot starts', complete.join(), 'leg2');
      return 'one leg of two is started';
    },
  },
];

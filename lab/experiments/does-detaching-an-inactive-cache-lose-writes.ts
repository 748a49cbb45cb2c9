import { z } from 'zod';
import type { Guest } from '../machine/guest.ts';
import { type Leg, legs } from '../stacks/legs.ts';
import { afterCrash, corpusOn, flush, makeWarmVolumes, overwriteAtOnce } from '../stacks/volumes.ts';
import { waitUntilClean } from '../stacks/warmed.ts';
import { pick } from './chance.ts';
import { corpusOptions, readBack } from './corpus.ts';
import { codeOf } from './experiment.ts';

const [stopped, active] = legs;
const COUNT = 64;

const volume = z.strictObject({
  blocks: z.array(z.int()),
  afterCrash,
  /** Which of them read back as their new version: `wrong` are those that do not. */
  newBefore: readBack,
  newAfter: readBack,
  /** The same for the old version, once the cache is off. */
  oldAfter: readBack,
});

type Chosen = { leg: Leg; blocks: readonly number[]; seed: number };
const verifyCommand = ({ leg, blocks, seed }: Chosen, version: number) =>
  `python3 /lab/corpus.py verify ${corpusOptions(corpusOn(leg), seed)} --version ${version} --only ${blocks.join(',')}`;
const verify = async (guest: Guest, chosen: Chosen, version: number) =>
  readBack.parse(JSON.parse(await guest.succeed(verifyCommand(chosen, version), { seconds: 120 })));

export default codeOf('does-detaching-an-inactive-cache-lose-writes', {
  observations: z.strictObject({ stopped: volume, active: volume }),

  async perform({ machine, guest, host, seed }) {
    await machine.boot();
    await makeWarmVolumes(guest, seed);
    for (const leg of legs) await flush(guest, leg, seed);
    for (const leg of legs) await waitUntilClean(guest, leg);
    await machine.crash();

    const census = host.census();
    const chosen = (leg: Leg) => {
      const all = Array.from({ length: corpusOn(leg).blocks }, (_, block) => block);
      const cached = all.filter((block) => census.of(corpusOn(leg).file, block, leg.ssd).length === 1);
      return pick(cached, COUNT, seed).sort((a, b) => a - b);
    };
    const blocks = { stopped: chosen(stopped), active: chosen(active) };

    await machine.boot();
    const writeAndStop = async (leg: Leg, which: readonly number[]) => {
      const check = `${verifyCommand({ leg, blocks: which, seed }, 2)} > /tmp/${leg.leg}`;
      const last = `${check}; vgchange --activate n ${leg.leg}`;
      const seen = await overwriteAtOnce(guest, leg, which, { seed, inUse: true }, last);
      const newBefore = readBack.parse(JSON.parse(await guest.succeed(`cat /tmp/${leg.leg}`)));
      return { afterCrash: seen, newBefore };
    };
    const seen = {
      stopped: await writeAndStop(stopped, blocks.stopped),
      active: await writeAndStop(active, blocks.active),
    };

    await guest.procedure('remove-cache-of-stopped-leg', { leg: stopped.leg });
    await guest.procedure('start-leg', { leg: active.leg });
    await guest.procedure('remove-cache', { leg: active.leg }, { seconds: 180 });
    await guest.procedure('start-leg', { leg: stopped.leg });
    const after = async (leg: Leg, which: readonly number[]) => ({
      newAfter: await verify(guest, { leg, blocks: which, seed }, 2),
      oldAfter: await verify(guest, { leg, blocks: which, seed }, 1),
    });
    const ends = { stopped: await after(stopped, blocks.stopped), active: await after(active, blocks.active) };
    for (const { leg } of legs) await guest.procedure('stop-leg', { leg });
    await machine.powerOff();
    host.census();
    const volumeOf = (which: 'stopped' | 'active') => ({ blocks: blocks[which], ...seen[which], ...ends[which] });
    return { stopped: volumeOf('stopped'), active: volumeOf('active') };
  },

  measure({ stopped, active }) {
    const both = [stopped, active];
    const bad = ({ wrong, unreadable }: z.infer<typeof readBack>) => new Set([...wrong, ...unreadable]);
    const lost = ({ blocks, newAfter }: typeof active) => blocks.filter((block) => bad(newAfter).has(block));
    const kept = ({ blocks, newBefore }: typeof active) => blocks.filter((block) => !bad(newBefore).has(block));
    return {
      overwritten: Math.min(
        ...both.map(({ afterCrash: { overwritten } }) => (overwritten.flushed ? overwritten.written : 0)),
      ),
      readBackBefore: kept(stopped).length + kept(active).length,
      dirtyAtWrite: Math.min(...both.map(({ afterCrash }) => afterCrash.dirtyAtWrite)),
      lostStopped: lost(stopped).length,
      lostActive: lost(active).length,
      staleStopped: lost(stopped).filter((block) => !bad(stopped.oldAfter).has(block)).length,
    };
  },
});

import { z } from 'zod';
import type { Guest } from '../machine/guest.ts';
import { Invalid } from '../machine/machine.ts';
import { type BcacheArray, bcacheArray, deviceOf, makeReadBcacheArray } from '../stacks/bcache.ts';
import { divideInGuest, roomyDisks } from '../stacks/parts.ts';
import { afterwards, duringLoss, hotOf, lookAt, lostOf, pullOutUnderLoad, underLoad } from '../stacks/under-load.ts';
import { codeOf } from './experiment.ts';

const arrays = {
  OwnThrough: bcacheArray('writethrough', 1),
  OwnAround: bcacheArray('writearound', 2),
  OwnBack: bcacheArray('writeback', 3),
  SharedThrough: bcacheArray('writethrough', 4, 'shared'),
  SharedBack: bcacheArray('writeback', 5, 'shared'),
} as const;
type Name = keyof typeof arrays;
const all: [Name, BcacheArray][] = Object.entries(arrays).map(([name, array]) => [name as Name, array]);

const ofArray = z.strictObject({
  during: underLoad,
  /** With the disks that are left: both hard disks, and the other leg's SSD where it has one of its own. */
  onTheRest: afterwards,
});

/** Starts what is left of an array, the leg of the dead SSD by force. Gives the device of the second leg. */
async function startTheRest(guest: Guest, { legs: [first, second] }: BcacheArray): Promise<string> {
  if (!first || !second) throw new Invalid('an array of two legs has less');
  await guest.procedure('run-bcache-without-its-ssd', { hdd: first.hdd });
  if (second.ssd === first.ssd) await guest.procedure('run-bcache-without-its-ssd', { hdd: second.hdd });
  else for (const disk of [second.ssd, second.hdd]) await guest.procedure('start-bcache-device', { disk });
  return `/dev/${await deviceOf(guest, second.hdd)}`;
}

export default codeOf('what-does-a-dead-ssd-stop-under-bcache', {
  disks: roomyDisks,
  observations: z.strictObject({
    OwnThrough: ofArray,
    OwnAround: ofArray,
    OwnBack: ofArray,
    SharedThrough: ofArray,
    SharedBack: ofArray,
    /** What check-bcache printed before the SSD was pulled out, and after the load. */
    legsBefore: z.string(),
    legsAfter: z.string(),
  }),

  async perform(bench) {
    const { machine, guest, seed } = bench;
    await machine.boot();
    await divideInGuest(guest, all.length, { HDD: 600, SSD: 800 });
    for (const [, array] of all) await makeReadBcacheArray(guest, array, hotOf(array.directory), seed);
    const legs = async () => (await guest.procedure('check-bcache', {})).map(({ stdout }) => stdout).join('');
    const legsBefore = await legs();
    const directories = all.map(([, { directory }]) => directory);
    const during = await pullOutUnderLoad(bench, 'S1', directories);
    const legsAfter = await legs();
    await machine.crash();

    await machine.boot({ without: ['S1'] });
    const seen: Partial<Record<Name, z.infer<typeof ofArray>>> = {};
    for (const [nth, [name, array]] of all.entries()) {
      const load = during[nth];
      if (!load) throw new Invalid(`there is no load of ${name}`);
      const one = await startTheRest(guest, array);
      seen[name] = {
        during: load,
        onTheRest: await lookAt(guest, { one, directory: array.directory }, load.load, seed),
      };
    }
    await machine.crash();
    const of = (name: Name) => ofArray.parse(seen[name]);
    return {
      ...{ OwnThrough: of('OwnThrough'), OwnAround: of('OwnAround'), OwnBack: of('OwnBack') },
      ...{ SharedThrough: of('SharedThrough'), SharedBack: of('SharedBack'), legsBefore, legsAfter },
    };
  },

  measure(seen) {
    const named = all.flatMap(([name]) =>
      Object.entries(measuresOf(seen[name])).map(([measure, value]) => [`${measure}${name}`, value] as const),
    );
    return Object.fromEntries(named) as Record<`${keyof ReturnType<typeof measuresOf>}${Name}`, number>;
  },
});

function measuresOf({ during, onTheRest }: z.infer<typeof ofArray>) {
  const { acknowledgedBefore, acknowledgedAfter, userErrors, wrongReads, isWritable, errorsOf } = duringLoss(during);
  const lost = lostOf(onTheRest, during.load);
  return {
    ...{ acknowledgedBefore, acknowledgedAfter, userErrors, wrongReads },
    writableLegs: isWritable ? 2 : 0,
    errorsOfFirstLeg: errorsOf(1),
    errorsOfSecondLeg: errorsOf(2),
    lost: lost.records,
    lostOfFile: lost.hot,
  };
}

import type { Id } from '../../src/schema/index.ts';
import canTheLabSeeLoss from './can-the-lab-see-loss.ts';
import doesACacheInUseGetClean from './does-a-cache-in-use-get-clean.ts';
import doesACrashForgetWhatWasPromoted from './does-a-crash-forget-what-was-promoted.ts';
import doesACrashMakeEveryChunkDirty from './does-a-crash-make-every-chunk-dirty.ts';
import doesALegComeUpWithoutItsSsd from './does-a-leg-come-up-without-its-ssd.ts';
import doesAWarmCacheSpeedUpRandomReads from './does-a-warm-cache-speed-up-random-reads.ts';
import doesAnOrderlyStopLeaveACleanCache from './does-an-orderly-stop-leave-a-clean-cache.ts';
import doesDetachingAnInactiveCacheLoseWrites from './does-detaching-an-inactive-cache-lose-writes.ts';
import doesScrubSeeDamageBehindTheCache from './does-scrub-see-damage-behind-the-cache.ts';
import doesWritethroughWriteToTheDiskAfterACrash from './does-writethrough-write-to-the-disk-after-a-crash.ts';
import type { ExperimentCode } from './experiment.ts';
import isAStaleCacheServedAfterItReturns from './is-a-stale-cache-served-after-it-returns.ts';
import whatDoesADeadSsdStopWhenBothLegsShareIt from './what-does-a-dead-ssd-stop-when-both-legs-share-it.ts';
import whatDoesADeadSsdStopWhenEachLegHasItsOwn from './what-does-a-dead-ssd-stop-when-each-leg-has-its-own.ts';

/** How each declared experiment is done. One without code is a compile error. */
export const experimentCode: { [E in Id<'experiment'>]: ExperimentCode<E> } = {
  'can-the-lab-see-loss': canTheLabSeeLoss,
  'does-a-warm-cache-speed-up-random-reads': doesAWarmCacheSpeedUpRandomReads,
  'does-scrub-see-damage-behind-the-cache': doesScrubSeeDamageBehindTheCache,
  'does-a-crash-make-every-chunk-dirty': doesACrashMakeEveryChunkDirty,
  'does-writethrough-write-to-the-disk-after-a-crash': doesWritethroughWriteToTheDiskAfterACrash,
  'does-detaching-an-inactive-cache-lose-writes': doesDetachingAnInactiveCacheLoseWrites,
  'does-a-cache-in-use-get-clean': doesACacheInUseGetClean,
  'does-a-crash-forget-what-was-promoted': doesACrashForgetWhatWasPromoted,
  'does-an-orderly-stop-leave-a-clean-cache': doesAnOrderlyStopLeaveACleanCache,
  'what-does-a-dead-ssd-stop-when-each-leg-has-its-own': whatDoesADeadSsdStopWhenEachLegHasItsOwn,
  'what-does-a-dead-ssd-stop-when-both-legs-share-it': whatDoesADeadSsdStopWhenBothLegsShareIt,
  'does-a-leg-come-up-without-its-ssd': doesALegComeUpWithoutItsSsd,
  'is-a-stale-cache-served-after-it-returns': isAStaleCacheServedAfterItReturns,
};

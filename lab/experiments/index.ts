import type { Id } from '../../src/schema/index.ts';
import canAWritebackCacheBeEmptiedUnderLoad from './can-a-writeback-cache-be-emptied-under-load.ts';
import canCachesComeAndGoUnderLoad from './can-caches-come-and-go-under-load.ts';
import canTheLabSeeLoss from './can-the-lab-see-loss.ts';
import doesABackupEvictTheHotSet from './does-a-backup-evict-the-hot-set.ts';
import doesACacheInUseGetClean from './does-a-cache-in-use-get-clean.ts';
import doesACrashForgetWhatWasPromoted from './does-a-crash-forget-what-was-promoted.ts';
import doesACrashMakeEveryChunkDirty from './does-a-crash-make-every-chunk-dirty.ts';
import doesALegComeUpWithoutItsSsd from './does-a-leg-come-up-without-its-ssd.ts';
import doesAWarmCacheSpareTheDisksAWalk from './does-a-warm-cache-spare-the-disks-a-walk.ts';
import doesAWarmCacheSpeedUpRandomReads from './does-a-warm-cache-speed-up-random-reads.ts';
import doesAnOrderlyStopLeaveACleanCache from './does-an-orderly-stop-leave-a-clean-cache.ts';
import doesDetachingAnInactiveCacheLoseWrites from './does-detaching-an-inactive-cache-lose-writes.ts';
import doesOneFullReadEvictTheHotSet from './does-one-full-read-evict-the-hot-set.ts';
import doesRewritingAFileEmptyTheCache from './does-rewriting-a-file-empty-the-cache.ts';
import doesScrubSeeDamageBehindTheCache from './does-scrub-see-damage-behind-the-cache.ts';
import doesWritethroughWriteToTheDiskAfterACrash from './does-writethrough-write-to-the-disk-after-a-crash.ts';
import type { ExperimentCode } from './experiment.ts';
import howFarDoTwoMeasurementsOfTheSameDiffer from './how-far-do-two-measurements-of-the-same-differ.ts';
import howLargeMustTheCacheBe from './how-large-must-the-cache-be.ts';
import isACopyOfTheHardDisksABackup from './is-a-copy-of-the-hard-disks-a-backup.ts';
import isAOneTimeReadPromoted from './is-a-one-time-read-promoted.ts';
import isAStaleCacheServedAfterItReturns from './is-a-stale-cache-served-after-it-returns.ts';
import isEveryBlockCachedTwice from './is-every-block-cached-twice.ts';
import whatDoesADeadSsdStopWhenBothLegsShareIt from './what-does-a-dead-ssd-stop-when-both-legs-share-it.ts';
import whatDoesADeadSsdStopWhenEachLegHasItsOwn from './what-does-a-dead-ssd-stop-when-each-leg-has-its-own.ts';
import whatDoesAMissCostByChunkSize from './what-does-a-miss-cost-by-chunk-size.ts';
import whatDoesAWriteCostTheSsd from './what-does-a-write-cost-the-ssd.ts';
import whichStackMakesFlushedWritesFaster from './which-stack-makes-flushed-writes-faster.ts';

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
  'is-every-block-cached-twice': isEveryBlockCachedTwice,
  'does-rewriting-a-file-empty-the-cache': doesRewritingAFileEmptyTheCache,
  'does-one-full-read-evict-the-hot-set': doesOneFullReadEvictTheHotSet,
  'is-a-one-time-read-promoted': isAOneTimeReadPromoted,
  'what-does-a-miss-cost-by-chunk-size': whatDoesAMissCostByChunkSize,
  'does-a-backup-evict-the-hot-set': doesABackupEvictTheHotSet,
  'which-stack-makes-flushed-writes-faster': whichStackMakesFlushedWritesFaster,
  'how-far-do-two-measurements-of-the-same-differ': howFarDoTwoMeasurementsOfTheSameDiffer,
  'what-does-a-write-cost-the-ssd': whatDoesAWriteCostTheSsd,
  'can-a-writeback-cache-be-emptied-under-load': canAWritebackCacheBeEmptiedUnderLoad,
  'how-large-must-the-cache-be': howLargeMustTheCacheBe,
  'is-a-copy-of-the-hard-disks-a-backup': isACopyOfTheHardDisksABackup,
  'can-caches-come-and-go-under-load': canCachesComeAndGoUnderLoad,
  'does-a-warm-cache-spare-the-disks-a-walk': doesAWarmCacheSpareTheDisksAWalk,
};

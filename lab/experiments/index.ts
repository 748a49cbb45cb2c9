import type { Id } from '../../src/schema/index.ts';
import canACacheGoUnderDataThatIsThere from './can-a-cache-go-under-data-that-is-there.ts';
import canALegGrowWithItsCacheOn from './can-a-leg-grow-with-its-cache-on.ts';
import canAWritebackCacheBeEmptiedUnderLoad from './can-a-writeback-cache-be-emptied-under-load.ts';
import canAnArrayMoveOntoCachedLegsWithASpareDisk from './can-an-array-move-onto-cached-legs-with-a-spare-disk.ts';
import canAnArrayMoveOntoCachedLegsWithoutASpareDisk from './can-an-array-move-onto-cached-legs-without-a-spare-disk.ts';
import canAnArrayOfThreeMoveOntoLegsByRemovingMembers from './can-an-array-of-three-move-onto-legs-by-removing-members.ts';
import canAnSsdLeaveABcachefs from './can-an-ssd-leave-a-bcachefs.ts';
import canCachesComeAndGoUnderLoad from './can-caches-come-and-go-under-load.ts';
import canTheLabSeeLoss from './can-the-lab-see-loss.ts';
import doTheDisksOfTheLabDeliverWhatTheyDeclare from './do-the-disks-of-the-lab-deliver-what-they-declare.ts';
import doTheFaultsOfTheLabDoWhatTheySay from './do-the-faults-of-the-lab-do-what-they-say.ts';
import doTheRunbooksAroundAStopWork from './do-the-runbooks-around-a-stop-work.ts';
import doTheRunbooksForDeadDisksWork from './do-the-runbooks-for-dead-disks-work.ts';
import doTheRunbooksOfAHealthyArrayWork from './do-the-runbooks-of-a-healthy-array-work.ts';
import doTheRunbooksOfTheSsdPoolWork from './do-the-runbooks-of-the-ssd-pool-work.ts';
import doesABackupEvictTheHotSet from './does-a-backup-evict-the-hot-set.ts';
import doesACacheGetInTheWayOfReplacingAHardDisk from './does-a-cache-get-in-the-way-of-replacing-a-hard-disk.ts';
import doesACacheInUseGetClean from './does-a-cache-in-use-get-clean.ts';
import doesACrashForgetWhatWasPromoted from './does-a-crash-forget-what-was-promoted.ts';
import doesACrashMakeEveryChunkDirty from './does-a-crash-make-every-chunk-dirty.ts';
import doesALegComeUpWithoutItsSsd from './does-a-leg-come-up-without-its-ssd.ts';
import doesALegThatJoinsLateReturnOldBlocks from './does-a-leg-that-joins-late-return-old-blocks.ts';
import doesAMirroredCacheOutliveOneOfItsSsds from './does-a-mirrored-cache-outlive-one-of-its-ssds.ts';
import doesAPowerCutLoseFlushedWritesInWritebackMode from './does-a-power-cut-lose-flushed-writes-in-writeback-mode.ts';
import doesAPowerCutLoseFlushedWritesInWritethroughMode from './does-a-power-cut-lose-flushed-writes-in-writethrough-mode.ts';
import doesASharedSsdThatDiesAfterACrashLoseWrites from './does-a-shared-ssd-that-dies-after-a-crash-lose-writes.ts';
import doesASharedWritebackSsdLoseWhatWasFlushed from './does-a-shared-writeback-ssd-lose-what-was-flushed.ts';
import doesAWarmCacheSpareTheDisksAWalk from './does-a-warm-cache-spare-the-disks-a-walk.ts';
import doesAWarmCacheSpeedUpRandomReads from './does-a-warm-cache-speed-up-random-reads.ts';
import doesAnArrayOnBcacheStartWithoutItsSsd from './does-an-array-on-bcache-start-without-its-ssd.ts';
import doesAnOrderlyStopLeaveACleanCache from './does-an-orderly-stop-leave-a-clean-cache.ts';
import doesAnOwnSsdThatDiesAfterACrashLoseWrites from './does-an-own-ssd-that-dies-after-a-crash-lose-writes.ts';
import doesAnSsdThatNeverComesBackAfterAPowerCutTakeWritesAlong from './does-an-ssd-that-never-comes-back-after-a-power-cut-take-writes-along.ts';
import doesBcacheWriteToTheDiskAfterACrash from './does-bcache-write-to-the-disk-after-a-crash.ts';
import doesDetachingAnInactiveCacheLoseWrites from './does-detaching-an-inactive-cache-lose-writes.ts';
import doesDiskoPutDataOnTheSsdWhenBothDisksAreInOneGroup from './does-disko-put-data-on-the-ssd-when-both-disks-are-in-one-group.ts';
import doesMkfsOnACachedLegChangeWhatIsCached from './does-mkfs-on-a-cached-leg-change-what-is-cached.ts';
import doesOneFullReadEvictTheHotSet from './does-one-full-read-evict-the-hot-set.ts';
import doesRewritingAFileEmptyTheCache from './does-rewriting-a-file-empty-the-cache.ts';
import doesScrubSeeDamageBehindBcacheOrMd from './does-scrub-see-damage-behind-bcache-or-md.ts';
import doesScrubSeeDamageBehindTheCache from './does-scrub-see-damage-behind-the-cache.ts';
import doesScrubSeeTheDiskInPassthroughMode from './does-scrub-see-the-disk-in-passthrough-mode.ts';
import doesTheArrayStartWithoutASharedSsd from './does-the-array-start-without-a-shared-ssd.ts';
import doesTheDestroyStepOfDiskoOnAnSsdTakeTheDataAlong from './does-the-destroy-step-of-disko-on-an-ssd-take-the-data-along.ts';
import doesTheLabNameWhatGoesWrong from './does-the-lab-name-what-goes-wrong.ts';
import doesTheOtherLegSaveWhatADeadWritebackSsdHeld from './does-the-other-leg-save-what-a-dead-writeback-ssd-held.ts';
import doesTheRunbookForADeadDiskOfTheArrayWork from './does-the-runbook-for-a-dead-disk-of-the-array-work.ts';
import doesTheTextOfDiskoMakeTheStackOfTheExperiments from './does-the-text-of-disko-make-the-stack-of-the-experiments.ts';
import doesVgreduceByForceRemoveTheVolume from './does-vgreduce-by-force-remove-the-volume.ts';
import doesWritethroughWriteToTheDiskAfterACrash from './does-writethrough-write-to-the-disk-after-a-crash.ts';
import type { ExperimentCode } from './experiment.ts';
import howFarDoTwoMeasurementsOfTheSameDiffer from './how-far-do-two-measurements-of-the-same-differ.ts';
import howLargeMustTheCacheBe from './how-large-must-the-cache-be.ts';
import howManyDiskReadsDoesEachSystemLeave from './how-many-disk-reads-does-each-system-leave.ts';
import isACopyOfTheHardDisksABackup from './is-a-copy-of-the-hard-disks-a-backup.ts';
import isADamagedBlockOnTheSsdMended from './is-a-damaged-block-on-the-ssd-mended.ts';
import isAFlushedWriteLostWhenTheMachineIsKilled from './is-a-flushed-write-lost-when-the-machine-is-killed.ts';
import isAFlushedWriteLostWhenThePowerGoesAtAnyMoment from './is-a-flushed-write-lost-when-the-power-goes-at-any-moment.ts';
import isAOneTimeReadPromoted from './is-a-one-time-read-promoted.ts';
import isAStaleCacheServedAfterItReturns from './is-a-stale-cache-served-after-it-returns.ts';
import isAStartThatFailedInStage1TriedAgain from './is-a-start-that-failed-in-stage-1-tried-again.ts';
import isAnArrayOnRawDmCacheMountedPastItsCaches from './is-an-array-on-raw-dm-cache-mounted-past-its-caches.ts';
import isAnOldCopyOfAnSsdTakenForCurrent from './is-an-old-copy-of-an-ssd-taken-for-current.ts';
import isDamageToADirtyBlockWrittenBack from './is-damage-to-a-dirty-block-written-back.ts';
import isEveryBlockCachedTwice from './is-every-block-cached-twice.ts';
import isEveryChunkDirtyWhenNothingCanBeWrittenBack from './is-every-chunk-dirty-when-nothing-can-be-written-back.ts';
import isRedundancyBackWhenADeadSsdWasReplaced from './is-redundancy-back-when-a-dead-ssd-was-replaced.ts';
import whatCanTheGuestDo from './what-can-the-guest-do.ts';
import whatDoAHardDiskAndTheSsdOfTheOtherLegStop from './what-do-a-hard-disk-and-the-ssd-of-the-other-leg-stop.ts';
import whatDoesADeadHardDiskStopBehindACache from './what-does-a-dead-hard-disk-stop-behind-a-cache.ts';
import whatDoesADeadSsdStopUnderBcache from './what-does-a-dead-ssd-stop-under-bcache.ts';
import whatDoesADeadSsdStopUnderTheOtherSystems from './what-does-a-dead-ssd-stop-under-the-other-systems.ts';
import whatDoesADeadSsdStopWhenBothLegsShareIt from './what-does-a-dead-ssd-stop-when-both-legs-share-it.ts';
import whatDoesADeadSsdStopWhenEachLegHasItsOwn from './what-does-a-dead-ssd-stop-when-each-leg-has-its-own.ts';
import whatDoesADeadSsdStopWhenOneLegAloneIsCached from './what-does-a-dead-ssd-stop-when-one-leg-alone-is-cached.ts';
import whatDoesAMissCostByChunkSize from './what-does-a-miss-cost-by-chunk-size.ts';
import whatDoesAWholeDeadLegStop from './what-does-a-whole-dead-leg-stop.ts';
import whatDoesAWriteCostTheSsd from './what-does-a-write-cost-the-ssd.ts';
import whatDoesOneSsdForBothLegsCostThatSsd from './what-does-one-ssd-for-both-legs-cost-that-ssd.ts';
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
  'does-the-other-leg-save-what-a-dead-writeback-ssd-held': doesTheOtherLegSaveWhatADeadWritebackSsdHeld,
  'does-a-shared-writeback-ssd-lose-what-was-flushed': doesASharedWritebackSsdLoseWhatWasFlushed,
  'does-a-mirrored-cache-outlive-one-of-its-ssds': doesAMirroredCacheOutliveOneOfItsSsds,
  'what-does-a-dead-hard-disk-stop-behind-a-cache': whatDoesADeadHardDiskStopBehindACache,
  'what-does-a-whole-dead-leg-stop': whatDoesAWholeDeadLegStop,
  'what-do-a-hard-disk-and-the-ssd-of-the-other-leg-stop': whatDoAHardDiskAndTheSsdOfTheOtherLegStop,
  'what-does-a-dead-ssd-stop-when-one-leg-alone-is-cached': whatDoesADeadSsdStopWhenOneLegAloneIsCached,
  'does-a-shared-ssd-that-dies-after-a-crash-lose-writes': doesASharedSsdThatDiesAfterACrashLoseWrites,
  'does-an-own-ssd-that-dies-after-a-crash-lose-writes': doesAnOwnSsdThatDiesAfterACrashLoseWrites,
  'is-every-block-cached-twice': isEveryBlockCachedTwice,
  'does-rewriting-a-file-empty-the-cache': doesRewritingAFileEmptyTheCache,
  'does-one-full-read-evict-the-hot-set': doesOneFullReadEvictTheHotSet,
  'is-a-one-time-read-promoted': isAOneTimeReadPromoted,
  'what-does-a-miss-cost-by-chunk-size': whatDoesAMissCostByChunkSize,
  'does-a-backup-evict-the-hot-set': doesABackupEvictTheHotSet,
  'which-stack-makes-flushed-writes-faster': whichStackMakesFlushedWritesFaster,
  'how-far-do-two-measurements-of-the-same-differ': howFarDoTwoMeasurementsOfTheSameDiffer,
  'is-a-damaged-block-on-the-ssd-mended': isADamagedBlockOnTheSsdMended,
  'is-damage-to-a-dirty-block-written-back': isDamageToADirtyBlockWrittenBack,
  'does-scrub-see-the-disk-in-passthrough-mode': doesScrubSeeTheDiskInPassthroughMode,
  'is-an-old-copy-of-an-ssd-taken-for-current': isAnOldCopyOfAnSsdTakenForCurrent,
  'what-does-a-write-cost-the-ssd': whatDoesAWriteCostTheSsd,
  'can-a-writeback-cache-be-emptied-under-load': canAWritebackCacheBeEmptiedUnderLoad,
  'how-large-must-the-cache-be': howLargeMustTheCacheBe,
  'is-a-start-that-failed-in-stage-1-tried-again': isAStartThatFailedInStage1TriedAgain,
  'does-the-array-start-without-a-shared-ssd': doesTheArrayStartWithoutASharedSsd,
  'does-a-leg-that-joins-late-return-old-blocks': doesALegThatJoinsLateReturnOldBlocks,
  'does-vgreduce-by-force-remove-the-volume': doesVgreduceByForceRemoveTheVolume,
  'is-a-copy-of-the-hard-disks-a-backup': isACopyOfTheHardDisksABackup,
  'can-caches-come-and-go-under-load': canCachesComeAndGoUnderLoad,
  'does-a-warm-cache-spare-the-disks-a-walk': doesAWarmCacheSpareTheDisksAWalk,
  'is-every-chunk-dirty-when-nothing-can-be-written-back': isEveryChunkDirtyWhenNothingCanBeWrittenBack,
  'does-a-power-cut-lose-flushed-writes-in-writethrough-mode': doesAPowerCutLoseFlushedWritesInWritethroughMode,
  'does-a-power-cut-lose-flushed-writes-in-writeback-mode': doesAPowerCutLoseFlushedWritesInWritebackMode,
  'do-the-runbooks-of-the-ssd-pool-work': doTheRunbooksOfTheSsdPoolWork,
  'does-the-runbook-for-a-dead-disk-of-the-array-work': doesTheRunbookForADeadDiskOfTheArrayWork,
  'does-the-text-of-disko-make-the-stack-of-the-experiments': doesTheTextOfDiskoMakeTheStackOfTheExperiments,
  'does-disko-put-data-on-the-ssd-when-both-disks-are-in-one-group': doesDiskoPutDataOnTheSsdWhenBothDisksAreInOneGroup,
  'does-the-destroy-step-of-disko-on-an-ssd-take-the-data-along': doesTheDestroyStepOfDiskoOnAnSsdTakeTheDataAlong,
  'can-an-array-move-onto-cached-legs-with-a-spare-disk': canAnArrayMoveOntoCachedLegsWithASpareDisk,
  'can-an-array-move-onto-cached-legs-without-a-spare-disk': canAnArrayMoveOntoCachedLegsWithoutASpareDisk,
  'can-an-array-of-three-move-onto-legs-by-removing-members': canAnArrayOfThreeMoveOntoLegsByRemovingMembers,
  'do-the-runbooks-around-a-stop-work': doTheRunbooksAroundAStopWork,
  'do-the-runbooks-for-dead-disks-work': doTheRunbooksForDeadDisksWork,
  'do-the-runbooks-of-a-healthy-array-work': doTheRunbooksOfAHealthyArrayWork,
  'what-does-a-dead-ssd-stop-under-bcache': whatDoesADeadSsdStopUnderBcache,
  'does-bcache-write-to-the-disk-after-a-crash': doesBcacheWriteToTheDiskAfterACrash,
  'does-scrub-see-damage-behind-bcache-or-md': doesScrubSeeDamageBehindBcacheOrMd,
  'what-does-a-dead-ssd-stop-under-the-other-systems': whatDoesADeadSsdStopUnderTheOtherSystems,
  'how-many-disk-reads-does-each-system-leave': howManyDiskReadsDoesEachSystemLeave,
  'can-a-cache-go-under-data-that-is-there': canACacheGoUnderDataThatIsThere,
  'do-the-faults-of-the-lab-do-what-they-say': doTheFaultsOfTheLabDoWhatTheySay,
  'does-the-lab-name-what-goes-wrong': doesTheLabNameWhatGoesWrong,
  'what-can-the-guest-do': whatCanTheGuestDo,
  'is-a-flushed-write-lost-when-the-machine-is-killed': isAFlushedWriteLostWhenTheMachineIsKilled,
  'is-a-flushed-write-lost-when-the-power-goes-at-any-moment': isAFlushedWriteLostWhenThePowerGoesAtAnyMoment,
  'does-an-ssd-that-never-comes-back-after-a-power-cut-take-writes-along':
    doesAnSsdThatNeverComesBackAfterAPowerCutTakeWritesAlong,
  'is-an-array-on-raw-dm-cache-mounted-past-its-caches': isAnArrayOnRawDmCacheMountedPastItsCaches,
  'what-does-one-ssd-for-both-legs-cost-that-ssd': whatDoesOneSsdForBothLegsCostThatSsd,
  'does-an-array-on-bcache-start-without-its-ssd': doesAnArrayOnBcacheStartWithoutItsSsd,
  'can-a-leg-grow-with-its-cache-on': canALegGrowWithItsCacheOn,
  'do-the-disks-of-the-lab-deliver-what-they-declare': doTheDisksOfTheLabDeliverWhatTheyDeclare,
  'does-mkfs-on-a-cached-leg-change-what-is-cached': doesMkfsOnACachedLegChangeWhatIsCached,
  'does-a-cache-get-in-the-way-of-replacing-a-hard-disk': doesACacheGetInTheWayOfReplacingAHardDisk,
  'is-redundancy-back-when-a-dead-ssd-was-replaced': isRedundancyBackWhenADeadSsdWasReplaced,
  'can-an-ssd-leave-a-bcachefs': canAnSsdLeaveABcachefs,
};

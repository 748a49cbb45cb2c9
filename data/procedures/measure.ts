import { defineProcedures } from '../../src/schema/index.ts';

export const measure = defineProcedures({
  'attach-tuned-cache': {
    title: 'Put an SSD in front of a leg, with mode and chunk size chosen',
    purpose:
      'The same as attaching a writethrough cache, for comparing modes and chunk sizes. Writeback keeps the only new copy of a leg on the SSD until it is written back.',
    parameters: {
      leg: 'volume group of the leg',
      ssd: 'the SSD of this leg, by id',
      size: 'size of the cache, such as 384m',
      chunk: 'size of a chunk, such as 64k',
      mode: 'writethrough or writeback',
    },
    destroys: 'nothing',
    steps: [
      {
        run: 'lvcreate --yes --type cache-pool --name fast --size {size} --chunksize {chunk} --poolmetadataspare n {leg} {ssd}',
        why: 'The chunk is what is promoted and written back as a whole. It cannot be changed later.',
      },
      {
        run: 'lvconvert --yes --type cache --cachepool {leg}/fast --cachemode {mode} {leg}/data',
        why: 'The mode can be changed later, on a clean cache at once and on a dirty one after it was written back.',
      },
      {
        run: 'lvs --all --options lv_name,vg_name,lv_size,chunk_size,cache_mode,cache_policy,devices {leg}',
        why: 'Mode, policy and chunk size in effect.',
      },
    ],
  },

  'empty-cache-in-use': {
    title: 'Write back everything dirty while the leg is in use',
    purpose:
      'The default policy writes back only when nothing was asked of the leg for a second, so a busy cache is never clean. The cleaner policy does not wait for quiet. It promotes nothing meanwhile.',
    parameters: { leg: 'volume group of the leg' },
    destroys: 'nothing',
    steps: [
      { run: 'dmsetup status --noflush {leg}-data', why: 'How much is dirty now.' },
      { run: 'lvchange --yes --cachepolicy cleaner {leg}/data', why: 'Changes the policy of the running cache.' },
      { run: 'dmsetup status --noflush {leg}-data', why: 'The count of dirty chunks has to fall from look to look.' },
    ],
  },
  'give-cache-its-policy-back': {
    title: 'Let an emptied cache work again',
    purpose: 'With the cleaner policy nothing new gets into the cache.',
    parameters: { leg: 'volume group of the leg' },
    destroys: 'nothing',
    steps: [
      { run: 'lvchange --yes --cachepolicy smq {leg}/data', why: 'The default policy.' },
      {
        run: 'lvs --options lv_name,cache_policy,cache_dirty_blocks {leg}',
        why: 'The policy in effect, and what is dirty.',
      },
    ],
  },
});

import type { Id } from '../../src/schema/index.ts';
import canTheLabSeeLoss from './can-the-lab-see-loss.ts';
import doesAWarmCacheSpeedUpRandomReads from './does-a-warm-cache-speed-up-random-reads.ts';
import doesScrubSeeDamageBehindTheCache from './does-scrub-see-damage-behind-the-cache.ts';
import type { ExperimentCode } from './experiment.ts';

/** How each declared experiment is done. One without code is a compile error. */
export const experimentCode: { [E in Id<'experiment'>]: ExperimentCode<E> } = {
  'can-the-lab-see-loss': canTheLabSeeLoss,
  'does-a-warm-cache-speed-up-random-reads': doesAWarmCacheSpeedUpRandomReads,
  'does-scrub-see-damage-behind-the-cache': doesScrubSeeDamageBehindTheCache,
};

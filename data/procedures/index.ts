import { backup } from './backup.ts';
import { btrfs } from './btrfs.ts';
import { lvmcache } from './lvmcache.ts';
import { measure } from './measure.ts';

/** Every file of procedures, by its path. */
export const procedures = {
  'data/procedures/btrfs.ts': btrfs,
  'data/procedures/lvmcache.ts': lvmcache,
  'data/procedures/measure.ts': measure,
  'data/procedures/backup.ts': backup,
};

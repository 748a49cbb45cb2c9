import { btrfs } from './btrfs.ts';
import { lvmcache } from './lvmcache.ts';

/** Every file of procedures, by its path. */
export const procedures = { 'data/procedures/btrfs.ts': btrfs, 'data/procedures/lvmcache.ts': lvmcache };

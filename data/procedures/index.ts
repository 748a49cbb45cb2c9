import { backup } from './backup.ts';
import { bcache } from './bcache.ts';
import { bcachefs } from './bcachefs.ts';
import { btrfs } from './btrfs.ts';
import { lvmcache } from './lvmcache.ts';
import { md } from './md.ts';
import { measure } from './measure.ts';
import { migration } from './migration.ts';
import { rawCache } from './raw-cache.ts';
import { replace } from './replace.ts';
import { runbooks } from './runbooks.ts';
import { runbooksFailures } from './runbooks-failures.ts';
import { runbooksPool } from './runbooks-pool.ts';
import { runbooksStops } from './runbooks-stops.ts';
import { writecache } from './writecache.ts';

/** Every file of procedures, by its path. */
export const procedures = {
  'data/procedures/btrfs.ts': btrfs,
  'data/procedures/lvmcache.ts': lvmcache,
  'data/procedures/runbooks.ts': runbooks,
  'data/procedures/runbooks-failures.ts': runbooksFailures,
  'data/procedures/runbooks-pool.ts': runbooksPool,
  'data/procedures/runbooks-stops.ts': runbooksStops,
  'data/procedures/migration.ts': migration,
  'data/procedures/measure.ts': measure,
  'data/procedures/backup.ts': backup,
  'data/procedures/bcache.ts': bcache,
  'data/procedures/writecache.ts': writecache,
  'data/procedures/md.ts': md,
  'data/procedures/bcachefs.ts': bcachefs,
  'data/procedures/raw-cache.ts': rawCache,
  'data/procedures/replace.ts': replace,
};

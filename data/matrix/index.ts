import { bcache } from './bcache.ts';
import { bcachefs } from './bcachefs.ts';
import { dmCache } from './dm-cache.ts';
import { dmWritecache } from './dm-writecache.ts';
import { lvmcache } from './lvmcache.ts';
import { mirroredCache } from './mirrored-cache.ts';
import { noCache } from './no-cache.ts';
import { separateSsdPool } from './separate-ssd-pool.ts';

/** The columns of the matrix, by the path of their file. */
export const columns = {
  'data/matrix/dm-cache.ts': dmCache,
  'data/matrix/lvmcache.ts': lvmcache,
  'data/matrix/bcache.ts': bcache,
  'data/matrix/bcachefs.ts': bcachefs,
  'data/matrix/no-cache.ts': noCache,
  'data/matrix/separate-ssd-pool.ts': separateSsdPool,
  'data/matrix/dm-writecache.ts': dmWritecache,
  'data/matrix/mirrored-cache.ts': mirroredCache,
};

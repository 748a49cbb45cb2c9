import { bcache } from './bcache.ts';
import { bcachefs } from './bcachefs.ts';
import { dmCache } from './dm-cache.ts';
import { lvmcache } from './lvmcache.ts';

/** The columns of the matrix, by the path of their file. */
export const columns = {
  'data/matrix/dm-cache.ts': dmCache,
  'data/matrix/lvmcache.ts': lvmcache,
  'data/matrix/bcache.ts': bcache,
  'data/matrix/bcachefs.ts': bcachefs,
};

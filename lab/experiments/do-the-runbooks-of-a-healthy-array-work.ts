import { z } from 'zod';
import { pathOf } from '../machine/disks.ts';
import { MOUNTED } from '../stacks/legs.ts';
import { Reader, runbookLog, tally } from '../stacks/runbooks.ts';
import { type CorpusFile, corpusOptions, readBack, verifyCorpus, writeCorpus } from './corpus.ts';
import { codeOf } from './experiment.ts';

const hot: CorpusFile = { path: `${MOUNTED}/hot/file`, file: 1, blocks: 2048 };
/** Overwritten in place, so that its chunks are cached and get dirty in writeback mode. */
const late: CorpusFile = { path: `${MOUNTED}/hot/late`, file: 2, blocks: 1024 };
const directory = MOUNTED;
const [hdd1, hdd2, ssd1, ssd2] = ['H1', 'H2', 'S1', 'S2'].map(pathOf) as [string, string, string, string];
const create = { hdd1, hdd2, ssd1, ssd2, size: '2000m', cache: '256m', directory };
const legs = [
  { leg: 'leg1', hdd: hdd1, ssd: ssd1, devid: '1' },
  { leg: 'leg2', hdd: hdd2, ssd: ssd2, devid: '2' },
];

export default codeOf('do-the-runbooks-of-a-healthy-array-work', {
  observations: runbookLog.extend({
    /** Hits of the pass that counts, all legs, and its misses. */
    hits: z.int(),
    misses: z.int(),
    hot: readBack,
    late: readBack,
    /** Of the volumes at the end: what LVM says that they are, and their bytes. */
    volumes: z.array(z.strictObject({ segtype: z.string(), mode: z.string(), bytes: z.int() })),
  }),

  async perform({ machine, guest, seed }) {
    await machine.boot();
    const reader = new Reader(guest);
    await reader.isRefused('create-cached-array', { ...create, hdd1: ssd1, ssd1: hdd1 }, 'does not say that it turns');
    await reader.follow('create-cached-array', create);
    await reader.isRefused('create-cached-array', create, 'carries something already');
    await guest.succeed(`mkdir ${MOUNTED}/hot ${MOUNTED}/empty`);
    await writeCorpus(guest, hot, seed);
    await guest.succeed(`python3 /lab/corpus.py write ${corpusOptions(late, seed)} --nocow`);
    await reader.follow('check-health', { directory });
    await reader.isRefused('check-health', { directory: '/srv/elsewhere' }, 'nothing is mounted');

    await reader.isRefused('warm-and-measure', { directory, path: `${MOUNTED}/empty` }, 'there is no file');
    const measured = await reader.follow('warm-and-measure', { directory, path: `${MOUNTED}/hot` });
    const passes = [...measured.matchAll(/hits (\d+) misses (\d+)/g)];

    await reader.isRefused('change-mode', { leg: 'leg1', mode: 'passthrough', risk: 'none' }, 'not passthrough');
    await reader.isRefused('change-mode', { leg: 'leg1', mode: 'writeback', risk: 'none' }, 'Say risk=accepted');
    await reader.follow('change-mode', { leg: 'leg1', mode: 'writeback', risk: 'accepted' });
    // A cache that nothing writes to gets clean by itself: so something writes, over and over, while it is asked.
    const again = `python3 /lab/corpus.py overwrite ${corpusOptions(late, seed)} --version 2`;
    await guest.succeed(
      `touch /run/go; (while test -e /run/go; do ${again}; done >/dev/null 2>&1 </dev/null &) ; sleep 3`,
    );
    await reader.isRefused('scrub-leg', { leg: 'leg1', directory }, 'has dirty chunks');
    await reader.isRefused('remove-cache-for-good', { leg: 'leg1', ssd: ssd1 }, 'has dirty chunks');
    await guest.succeed('rm /run/go; sleep 5; sync', { seconds: 120 });
    await guest.succeed(again, { seconds: 120 });
    await reader.follow('change-mode', { leg: 'leg1', mode: 'writethrough', risk: 'none' });

    for (const { leg } of legs) await reader.follow('scrub-leg', { leg, directory });
    await reader.isRefused(
      'grow-leg',
      { leg: 'leg1', hdd: hdd1, more: '400m', devid: '1', directory },
      'without a cache',
    );
    for (const { leg, ssd } of legs) await reader.follow('remove-cache-for-good', { leg, ssd });
    for (const { leg, hdd, devid } of legs)
      await reader.follow('grow-leg', { leg, hdd, more: '400m', devid, directory });
    await reader.isRefused('adopt-leg', { leg: 'leg1', ssd: hdd2, cache: '256m' }, 'carries something already');
    for (const { leg, ssd } of legs) await reader.follow('adopt-leg', { leg, ssd, cache: '256m' });

    const said = await guest.succeed(
      'for leg in leg1 leg2; do lvs --noheadings --nosuffix --units b --separator , --options segtype,cache_mode,lv_size $leg/data; done',
    );
    const volumes = said
      .trim()
      .split('\n')
      .map((line) => {
        const [segtype = '', mode = '', bytes] = line.trim().split(',');
        return { segtype, mode, bytes: Number(bytes) };
      });
    const sum = (group: number) => passes.reduce((all, match) => all + Number(match[group]), 0);
    return {
      ...reader.log,
      ...{ hits: sum(1), misses: sum(2), volumes },
      hot: await verifyCorpus(guest, hot, seed),
      late: readBack.parse(
        JSON.parse(await guest.succeed(`python3 /lab/corpus.py verify ${corpusOptions(late, seed)} --version 2`)),
      ),
    };
  },

  measure(seen) {
    return {
      ...tally(seen),
      good: seen.hot.good + seen.late.good,
      cachedAtEnd: seen.volumes.filter(({ segtype, mode }) => segtype === 'cache' && mode === 'writethrough').length,
      grown: seen.volumes.filter(({ bytes }) => bytes === 2400 * 2 ** 20).length,
      hitShare: (100 * seen.hits) / (seen.hits + seen.misses),
    };
  },
});

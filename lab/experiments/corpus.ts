import { z } from 'zod';
import type { Guest } from '../machine/guest.ts';

/** A file of tagged blocks, see lab/agent/corpus.py. */
export type CorpusFile = { path: string; file: number; blocks: number };

export const readBack = z.strictObject({
  blocks: z.int(),
  good: z.int(),
  unreadable: z.array(z.int()),
  wrong: z.array(z.int()),
});
/** How a corpus read back. `unreadable` and `wrong` are numbers of blocks: an I/O error, or other than what was written. */
export type ReadBack = z.infer<typeof readBack>;

export const corpusOptions = ({ path, file, blocks }: CorpusFile, seed: number) =>
  `${path} --file ${file} --blocks ${blocks} --seed ${seed}`;

export const writeCorpus = (guest: Guest, corpus: CorpusFile, seed: number) =>
  guest.succeed(`python3 /lab/corpus.py write ${corpusOptions(corpus, seed)}`, { seconds: 120 });

/** Reads every block past the page cache. */
export async function verifyCorpus(guest: Guest, corpus: CorpusFile, seed: number): Promise<ReadBack> {
  await guest.succeed('sync; echo 3 > /proc/sys/vm/drop_caches');
  const said = await guest.succeed(`python3 /lab/corpus.py verify ${corpusOptions(corpus, seed)}`, { seconds: 300 });
  return readBack.parse(JSON.parse(said));
}

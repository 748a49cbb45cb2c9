import { z } from 'zod';
import { pick } from '../experiments/chance.ts';
import { type CorpusFile, corpusOptions, readBack, writeCorpus } from '../experiments/corpus.ts';
import type { Bench } from '../experiments/experiment.ts';
import type { Census, Copy } from '../machine/census.ts';
import type { Guest } from '../machine/guest.ts';
import { Invalid } from '../machine/machine.ts';
import { deviceStats } from '../parse/btrfs.ts';
import { dropPageCache, MOUNTED } from './legs.ts';
import { readByTurns } from './warmed.ts';

const MIB = 4;
/** One file with checksums and one without, both small enough to be in the cache as a whole. */
export const withChecksums: CorpusFile = { path: `${MOUNTED}/cow`, file: 1, blocks: MIB * 256 };
export const without: CorpusFile = { path: `${MOUNTED}/nocow`, file: 2, blocks: MIB * 256 };

export async function writeBoth(guest: Guest, seed: number): Promise<void> {
  await writeCorpus(guest, withChecksums, seed);
  await guest.succeed(`python3 /lab/corpus.py write ${corpusOptions(without, seed)} --nocow`, { seconds: 120 });
}

/** Reads both files until the caches of both legs hold them. */
export async function warmBoth(guest: Guest): Promise<void> {
  for (const { path } of [withChecksums, without]) await readByTurns(guest, path, MIB);
  await guest.succeed(`touch ${MOUNTED}/flush; sync --file-system ${MOUNTED}`);
}

export const byBoth = z.strictObject({ even: readBack, odd: readBack });
export type ByBoth = z.infer<typeof byBoth>;

/** Reads a file past the page cache, by a reader of even and by one of odd id, so that both legs are asked. */
export async function readByBoth(guest: Guest, file: CorpusFile, seed: number, version = 1): Promise<ByBoth> {
  const by = async (parity: number) => {
    await dropPageCache(guest);
    const command = `python3 /lab/corpus.py verify ${corpusOptions(file, seed)} --version ${version} --parity ${parity}`;
    return readBack.parse(JSON.parse(await guest.succeed(command, { seconds: 180 })));
  };
  return { even: await by(0), odd: await by(1) };
}

/** Blocks that one of the readers got other than as written, without an error. */
export const wrongOf = ({ even, odd }: ByBoth): number => new Set([...even.wrong, ...odd.wrong]).size;
/** Blocks for which one of the readers got an error. */
export const unreadableOf = ({ even, odd }: ByBoth): number => new Set([...even.unreadable, ...odd.unreadable]).size;

export const stats = (guest: Guest): Promise<string> => guest.succeed(`btrfs --format json device stats ${MOUNTED}`);

/** Errors that btrfs has counted for the first leg. */
export function errorsOfFirstLeg(output: string): number {
  const one = deviceStats(output).find(({ device }) => device.includes('leg1'));
  return one ? one.readErrors + one.corruptionErrors + one.generationErrors + one.writeErrors : Number.NaN;
}

/** Copies of a file's blocks on a disk, those alone of which the disk has exactly one and that are `wanted`. */
export function copiesOn(census: Census, file: CorpusFile, serial: string, wanted = (_: Copy) => true): Copy[] {
  const blocks = Array.from({ length: file.blocks }, (_, block) => block);
  return blocks
    .map((block) => census.of(file.file, block, serial))
    .flatMap((copies) => (copies.length === 1 ? copies.filter(wanted) : []));
}

/** Overwrites `count` of the copies, as the seed decides. Gives those; the machine has to be off. */
export function damage({ host, seed }: Pick<Bench, 'host' | 'seed'>, copies: readonly Copy[], count: number): Copy[] {
  const chosen = pick(copies, count, seed).sort((a, b) => a.block - b.block);
  host.overwrite(chosen);
  const census = host.census();
  if (chosen.some((copy) => census.has(copy))) throw new Invalid('the damage did not take');
  return chosen;
}

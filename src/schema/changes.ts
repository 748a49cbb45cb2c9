import { z } from 'zod';
import { isoDate } from './ids.ts';
import { regression } from './ledger.ts';

/** One thing that an edition says otherwise than the one before; null where it did not or does not exist. */
export const editionChange = z.strictObject({
  what: z.enum(['claim', 'cell', 'criterion', 'decision', 'evidence']),
  id: z.string(),
  title: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

/** An edition: a commit with a tag `edition-…`, and what changed in the claims since the edition before. */
export const edition = z.strictObject({
  name: z.string(),
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  on: isoDate,
  /** The edition before; null for the first. */
  since: z.string().nullable(),
  changes: z.array(editionChange),
  /** What got worse in it, with the reasons that were given. */
  regressions: z.array(regression),
  /** How much there was, by what it is called. */
  counts: z.record(z.string(), z.number()),
  /** Records of the two that today's schema cannot read, and that are not compared for this reason. */
  notCompared: z.int(),
});
/** data/changes.json, written by `npm run changelog` from the tags: oldest first. */
export const editions = z.array(edition);
export type Edition = z.infer<typeof edition>;
export type EditionChange = z.infer<typeof editionChange>;

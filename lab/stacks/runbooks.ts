import { z } from 'zod';
import type { Id } from '../../src/schema/index.ts';
import type { Guest } from '../machine/guest.ts';

type Values = Record<string, string>;

export const followed = z.strictObject({
  procedure: z.string(),
  /** Whether the dry run ended well and changed nothing. */
  dry: z.boolean(),
  /** Exit status of the script: 0 when it was done. */
  status: z.int(),
});
export const refused = z.strictObject({
  procedure: z.string(),
  /** A part of the reason that was due. */
  due: z.string(),
  /** The reason that the script stated; null when it did not refuse. */
  said: z.string().nullable(),
});
export const runbookLog = z.strictObject({ followed: z.array(followed), refused: z.array(refused) });
type Log = z.infer<typeof runbookLog>;

/** Follows runbooks in a guest as a reader would, with the scripts of the site, and writes down how that went. */
export class Reader {
  readonly #guest: Guest;
  readonly log: Log = { followed: [], refused: [] };

  constructor(guest: Guest) {
    this.#guest = guest;
  }

  /** A dry run, then the runbook itself. */
  async follow(procedure: Id<'procedure'>, values: Values, seconds = 600): Promise<string> {
    const dry = await this.#guest.dryRun(procedure, values, { seconds });
    const { status, stdout } = await this.#guest.runbook(procedure, values, { seconds });
    this.log.followed.push({ procedure, dry, status });
    return stdout;
  }

  /** The runbook where it has to refuse with that reason. */
  async isRefused(procedure: Id<'procedure'>, values: Values, due: string): Promise<void> {
    const said = await this.#guest.refusal(procedure, values, { seconds: 300 });
    this.log.refused.push({ procedure, due, said });
  }
}

/** What a log comes to, for the measures that every experiment on runbooks has. */
export const tally = ({ followed, refused }: Log) => ({
  done: followed.filter(({ status }) => status === 0).length,
  dryRuns: followed.filter(({ dry }) => dry).length,
  refusals: refused.filter(({ due, said }) => said?.includes(due)).length,
});

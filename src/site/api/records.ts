import { z } from 'zod';
import {
  answerStates,
  cell,
  criterion,
  decision,
  dimension,
  experiment,
  finding,
  grade,
  kernel,
  measured,
  question,
  sha256,
  source,
  statuses,
  system,
  verdict,
} from '../../schema/index.ts';

/** What each file of the API holds. A record is what was written about it, and what the build derived from that. */
const id = z.string().describe('The id of the record: the last part of its address on the site.');
const url = z.string().describe('Where the record is shown, as a path on this site.');
const state = z.enum(answerStates).describe('Derived from the findings; never written by hand.');

const criteria = criterion.extend({
  id,
  url,
  state,
  answer: z.string().nullable(),
  open: z.array(z.strictObject({ question: z.string(), why: z.string() })),
  findings: z.array(z.string()),
  decisions: z.array(z.string()),
});

const questions = question.extend({
  id,
  url,
  state,
  answer: z.string().nullable(),
  criteria: z.array(z.string()),
  findings: z.array(z.string()),
});

const systems = system.extend({ id, url, findings: z.array(z.string()) });

const matrix = z.strictObject({
  dimension: dimension.extend({ id }),
  cells: z.record(z.string(), cell.nullable()).describe('By system; null where the matrix has no such column.'),
});

const findings = finding.extend({
  id,
  url,
  verdict,
  grade,
  because: z.array(z.string()),
  needsReview: z.array(z.string()),
});

const run = z.strictObject({
  kernel,
  run: z.int(),
  seed: z.int(),
  measures: z.record(z.string(), measured),
  result: z.strictObject({ url, sha256 }),
  transcript: z.strictObject({ url, sha256, lines: z.int() }),
  experimentSha256: sha256,
  imageLockSha256: sha256,
});

const experiments = experiment.extend({
  id,
  url,
  verdict,
  surprise: z.boolean().describe('It came out otherwise than expected.'),
  results: z.array(z.strictObject({ kernel, verdict, reason: z.string(), n: z.int() })),
  runs: z.array(run),
  findings: z.array(z.string()),
});

const decisions = decision.extend({ id, url, number: z.int(), status: z.enum(statuses) });

const sources = source.extend({
  id,
  url,
  number: z.int().describe('The number under which pages cite it.'),
  citedBy: z.array(z.strictObject({ kind: z.string(), id: z.string(), title: z.string() })),
});

/** The schema of each file, by its name. Each file holds a list of records. */
export const served = { criteria, questions, systems, matrix, findings, experiments, decisions, sources } as const;
export type Served = keyof typeof served;

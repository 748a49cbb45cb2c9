import type { Answers, KindOfRecord } from './fields.ts';
import { condition, evidence, Misunderstood, measure, pair } from './notation.ts';

/** A record as it was told, not held against its schema yet, and what of it was not understood. */
export interface Told {
  id: string;
  record: Record<string, unknown>;
  faults: string[];
}

/** Puts the answers together in the form of the record's schema. */
export function recordFrom(kind: KindOfRecord, answers: Answers): Told {
  const faults: string[] = [];
  const one = (flag: string) => answers[flag]?.[0];
  const all = (flag: string) => answers[flag] ?? [];
  const read = <T>(flag: string, as: (text: string) => T): T[] =>
    all(flag).flatMap((text) => {
      try {
        return [as(text)];
      } catch (error) {
        if (!(error instanceof Misunderstood)) throw error;
        faults.push(`--${flag}: ${error.message}`);
        return [];
      }
    });
  const texts = (...flags: string[]) => Object.fromEntries(flags.map((flag) => [flag, one(flag)]));

  const records: Record<KindOfRecord, () => Record<string, unknown>> = {
    source: () => texts('title', 'publisher', 'url', 'version', 'read', 'kind', 'supports'),
    system: () => ({
      ...texts('name', 'role', 'summary', 'layer'),
      modes: all('mode'),
      upkeep: one('upkeep'),
      sources: all('source'),
    }),
    finding: () => ({
      claim: one('claim'),
      criteria: all('criterion'),
      questions: all('question'),
      systems: all('system'),
      evidence: read('evidence', evidence),
      versions: one('versions'),
      falsifiedBy: one('falsified-by'),
      reviewBy: one('review-by'),
    }),
    experiment: () => ({
      question: one('asks'),
      ...texts('hypothesis', 'why', 'kind'),
      criteria: all('criterion'),
      questions: all('question'),
      stacks: read('stack', pair).map(([name, is]) => ({ name, is })),
      procedures: all('procedure'),
      kernels: all('kernel'),
      repeats: Number(one('repeats')),
      measures: Object.fromEntries(read('measure', measure)),
      ...(all('needs').length ? { needs: read('needs', condition) } : {}),
      holdsWhen: read('holds-when', condition),
      expected: { verdict: one('expected'), because: one('because') },
      ...(one('control') === undefined ? {} : { control: one('control') }),
      limits: all('limit'),
    }),
    decision: () => ({
      title: one('title'),
      about: one('about'),
      history: [{ status: 'draft', on: one('on') }],
      outcome: one('outcome'),
      drivers: all('driver'),
      restsOn: all('rests-on'),
      options: read('option', pair).map(([id, title]) => ({ id, title })),
    }),
  };
  return { id: one('id') ?? '', record: records[kind](), faults };
}

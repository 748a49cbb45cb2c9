import { type Finding, type Grade, gradeOfSource, grades, stronger, type Verdict, weaker } from '../../schema/index.ts';
import type { FindingView, Located, Records } from '../types.ts';
import { overall, resultsOf } from './results.ts';

type Evidence = Finding['evidence'][number];
/** What one piece of evidence says of its claim. */
interface Weighed {
  kind: 'experiment' | 'source' | 'inference';
  verdict: Verdict;
  grade: Grade;
  because: string;
}

const weakest = grades[grades.length - 1] as Grade;
/** A claim must survive all of its evidence, so the worst piece decides, *not run* included. */
const precedence: Verdict[] = ['refuted', 'invalid', 'inconclusive', 'not run', 'holds'];
const worst = (verdicts: Verdict[]): Verdict => precedence.find((v) => verdicts.includes(v)) ?? 'not run';

/**
 * Verdict and grade of every finding. A finding that is inferred waits for its premises; one that is inferred from
 * itself, or from nothing that exists, is *invalid*.
 */
export function deriveFindings(records: Records): Map<string, FindingView> {
  const done = new Map<string, FindingView>();
  const inProgress = new Set<string>();

  function derive(finding: Located<Finding>): FindingView {
    const ready = done.get(finding.id);
    if (ready) return ready;
    inProgress.add(finding.id);
    const weighed = finding.evidence.map((evidence) => weigh(evidence));
    inProgress.delete(finding.id);
    const view: FindingView = {
      ...finding,
      verdict: worst(weighed.map((w) => w.verdict)),
      grade: gradeOf(weighed),
      because: weighed.map((w) => w.because),
      needsReview: changedSinceReview(records, finding),
    };
    done.set(finding.id, view);
    return view;
  }

  function weigh(evidence: Evidence): Weighed {
    if ('experiment' in evidence) return weighExperiment(records, evidence);
    if ('source' in evidence) {
      const source = records.source.get(evidence.source);
      return source
        ? {
            kind: 'source',
            verdict: 'holds',
            grade: gradeOfSource[source.kind],
            because: `${source.title}, ${evidence.at}: ${evidence.says}`,
          }
        : { kind: 'source', verdict: 'invalid', grade: weakest, because: `there is no source ${evidence.source}` };
    }
    const premises = evidence.from.map((id) => {
      const premise = records.finding.get(id);
      return premise && !inProgress.has(id) ? derive(premise).verdict : 'invalid';
    });
    return { kind: 'inference', verdict: worst(premises), grade: 'inferred', because: evidence.because };
  }

  for (const finding of records.finding.values()) derive(finding);
  return done;
}

function weighExperiment(records: Records, evidence: Extract<Evidence, { experiment: string }>): Weighed {
  const experiment = records.experiment.get(evidence.experiment);
  if (!experiment)
    return {
      kind: 'experiment',
      verdict: 'invalid',
      grade: weakest,
      because: `there is no experiment ${evidence.experiment}`,
    };
  const results = resultsOf(records, experiment, evidence.holdsWhen);
  const ran = results.filter((result) => result.verdict !== 'not run');
  const kernels = ran.map((result) => `Linux ${result.kernel}: ${result.reason}`).join(' ');
  return {
    kind: 'experiment',
    verdict: overall(results.map((result) => result.verdict)),
    grade: ran.length > 1 ? 'measured on two kernels' : 'measured on one kernel',
    because: ran.length ? kernels : `${experiment.question} That has not been run.`,
  };
}

/**
 * Experiments first, and the least of them, since the claim needs every one; else an inference, which goes beyond
 * what it is drawn from; else the best source. What has not been run gives no grade: a claim that waits for its
 * experiment is no better than inferred until then, unless a source bears it out.
 */
function gradeOf(weighed: Weighed[]): Grade {
  const of = (kind: Weighed['kind']) =>
    weighed.filter((w) => w.kind === kind && w.verdict !== 'not run').map((w) => w.grade);
  const measured = of('experiment');
  if (measured.length) return measured.reduce(weaker);
  if (of('inference').length) return 'inferred';
  return of('source').reduce(stronger, weakest);
}

/** The key under which the ledger knows a result file. */
export const reviewKey = (file: { experiment: string; kernel: string }) => `${file.experiment}/${file.kernel}`;

/** Result files that a finding rests on, each with its hash. */
export function evidenceBehind(records: Records, finding: Finding): Record<string, string> {
  const experiments = new Set(finding.evidence.flatMap((e) => ('experiment' in e ? [String(e.experiment)] : [])));
  const files = records.evidence.filter((file) => experiments.has(file.experiment));
  return Object.fromEntries(files.map((file) => [reviewKey(file), file.sha256]));
}

function changedSinceReview(records: Records, finding: Located<Finding>): string[] {
  const seen = records.ledger.findings[finding.id]?.evidence ?? {};
  return Object.entries(evidenceBehind(records, finding))
    .filter(([key, sha256]) => seen[key] !== sha256)
    .map(([key]) => key);
}

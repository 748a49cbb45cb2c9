import type { ExperimentView, Model } from '../model/types.ts';
import type { Kind } from '../schema/index.ts';
import { completeRuns, mainDecision, withoutRuns } from '../site/lookup.ts';
import { count, list } from '../site/words.ts';

/** A sentence, and the record that it is about. */
export interface Point {
  text: string;
  of?: { kind: Kind; id: string };
}
export interface Abstract {
  /** What was put to the test, and with which versions. */
  tested: Point[];
  found: Point[];
  notBroken: Point[];
  notKnown: Point[];
}

/** An abstract has to fit one page: of a long list it names so many, and how many there are. */
const shown = 4;
const short = (points: Point[], rest: (n: number) => string): Point[] =>
  points.length > shown ? [...points.slice(0, shown), { text: capitalised(rest(points.length - shown)) }] : points;
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const distinct = (words: string[]) => [...new Set(words)].sort();

/** The report in one page, in the manner of a test report: nothing in it is written by hand. */
export function abstract(model: Model): Abstract {
  return { tested: tested(model), found: found(model), notBroken: notBroken(model), notKnown: notKnown(model) };
}

function tested({ experiments, systems, sources, findings }: Model): Point[] {
  const runs = experiments.flatMap(completeRuns);
  const ran = experiments.length - withoutRuns(experiments).length;
  const names = (role: string) => list(systems.filter((s) => s.role === role).map(({ name }) => name));
  const points: Point[] = [
    { text: `Candidates: ${names('candidate')}. Baselines: ${names('baseline')}.` },
    {
      text: `${capitalised(count(findings.length, 'claim'))}, held against ${count(sources.length, 'source')} that ${sources.length === 1 ? 'was' : 'were'} read and ${count(ran, 'experiment')} that ran; ${count(experiments.length, 'experiment')} ${experiments.length === 1 ? 'is' : 'are'} declared.`,
    },
  ];
  if (runs.length === 0) return [...points, { text: 'No run is complete yet, so no figure below is measured.' }];
  const kernels = distinct(runs.map(({ run }) => run.provenance.kernelRelease));
  const tools = distinct(
    runs
      .flatMap(({ run }) => Object.entries(run.provenance.packages))
      .filter(([name]) => /^(btrfs-progs|lvm2|bcache-tools|bcachefs-tools|thin-provisioning-tools|mdadm)$/.test(name))
      .map(([name, version]) => `${name} ${version}`),
  );
  const machines = distinct(
    runs.map(({ run }) => `QEMU ${run.provenance.qemu.version} (${run.provenance.qemu.accelerator})`),
  );
  return [
    ...points,
    { text: `Runs: ${runs.length} complete, on Linux ${list(kernels)}, in ${list(machines)}.` },
    ...(tools.length ? [{ text: `Tools in the machines: ${list(tools)}.` }] : []),
  ];
}

const about = (experiment: ExperimentView, text: string): Point => ({
  text,
  of: { kind: 'experiment', id: experiment.id },
});

function found(model: Model): Point[] {
  const decision = mainDecision(model);
  const refuted = model.experiments.filter(({ verdict, kind }) => verdict === 'refuted' && kind !== 'control');
  const controls = model.experiments.filter(({ kind, verdict }) => kind === 'control' && verdict === 'refuted');
  const measured = model.findings.filter(({ verdict, grade }) => verdict === 'holds' && grade.startsWith('measured'));
  return short(
    [
      ...(decision ? [{ text: decision.outcome, of: { kind: 'decision', id: decision.id } } as const] : []),
      ...measured.map(({ id, claim }): Point => ({ text: claim, of: { kind: 'finding', id } })),
      ...refuted.map((experiment) => about(experiment, `Refuted: ${experiment.hypothesis}`)),
      ...controls.map((experiment) => about(experiment, 'The control found the loss that was arranged, as it must.')),
    ],
    (n) => `${n} more ${n === 1 ? 'is' : 'are'} measured or refuted.`,
  );
}

function notBroken({ experiments }: Model): Point[] {
  const survived = experiments.filter(({ verdict }) => verdict === 'holds');
  if (survived.length === 0)
    return [{ text: 'Nothing can be named: no experiment has come to the verdict that its hypothesis holds.' }];
  return short(
    survived.map((experiment) => about(experiment, experiment.hypothesis)),
    (n) => `${count(n, 'hypothesis', 'hypotheses')} more held.`,
  );
}

function notKnown(model: Model): Point[] {
  const waiting = withoutRuns(model.experiments).length;
  const cells = model.systems.flatMap(({ cells }) => Object.values(cells ?? {}));
  const untested = cells.filter(({ is }) => is === 'not tested' || is === 'cannot be tested here').length;
  const open = model.questions.filter(({ state }) => state !== 'answered');
  const first = model.criteria.flatMap(({ id, page }): Point[] => {
    const [first] = page?.frontmatter.unknown ?? [];
    return first ? [{ text: first.gap, of: { kind: 'criterion', id } }] : [];
  });
  const asked =
    open.length === 0
      ? 'Every key question is answered'
      : `${open.length} of ${model.questions.length} key questions are not fully answered`;
  const run =
    waiting === 0
      ? 'every declared experiment has run'
      : `${count(waiting, 'declared experiment')} ${waiting === 1 ? 'has' : 'have'} not run`;
  return [
    {
      text: `${asked}, ${run}, and ${count(untested, 'cell')} of the comparison ${untested === 1 ? 'is' : 'are'} without a test.`,
    },
    ...short(first, (n) => `${count(n, 'criterion', 'criteria')} more ${n === 1 ? 'names a gap' : 'name gaps'}.`),
  ];
}

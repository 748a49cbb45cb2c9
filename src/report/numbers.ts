import type { FindingView, Model } from '../model/types.ts';
import { href } from '../site/address.ts';
import { cellId, pathOf } from '../site/paths.ts';

/** Findings by topic, which is the file that holds them, in the order in which the report counts them. */
export function topics(model: Model): { topic: string; findings: FindingView[] }[] {
  const byTopic = new Map<string, FindingView[]>();
  for (const finding of model.findings) {
    const topic = /([^/]+)\.ts$/.exec(finding.file)?.[1] ?? finding.file;
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), finding]);
  }
  return [...byTopic].map(([topic, findings]) => ({ topic, findings }));
}

const counted = new WeakMap<Model, Map<string, number>>();

/** The number under which the report knows a finding: its place in the index of findings. */
export function findingNumber(model: Model, id: string): string {
  const numbers =
    counted.get(model) ??
    new Map(
      topics(model)
        .flatMap(({ findings }) => findings)
        .map((f, i) => [f.id, i + 1]),
    );
  counted.set(model, numbers);
  return `F${numbers.get(id) ?? '?'}`;
}

/** Findings in the order of their numbers. */
export const inOrder = (model: Model, ids: readonly string[]): string[] =>
  [...ids].sort((a, b) => Number(findingNumber(model, a).slice(1)) - Number(findingNumber(model, b).slice(1)));

/** Where a record stands in the report, as an id. */
export const anchorOf = (kind: string, id: string): string => `${kind}-${id}`;

/** For each address of the site that the report may hold: the id under which it holds it. */
export function anchors(model: Model): Map<string, string> {
  const records = {
    criterion: model.criteria,
    question: model.questions,
    system: model.systems,
    dimension: model.dimensions,
    finding: model.findings,
    experiment: model.experiments,
    decision: model.decisions,
    source: model.sources,
    procedure: model.procedures,
    failure: model.failures,
  } as const;
  const kinds = Object.keys(records) as (keyof typeof records)[];
  return new Map([
    ...kinds.flatMap((kind) => records[kind].map(({ id }): [string, string] => [pathOf(kind, id), anchorOf(kind, id)])),
    ...model.method.map(({ id }): [string, string] => [href(`/method/${id}/`), anchorOf('method', id)]),
    ...model.dimensions.flatMap((dimension) =>
      model.systems.map(({ id }): [string, string] => {
        const cell = cellId(dimension.id, id);
        return [href(`/matrix/#${cell}`), anchorOf('cell', cell)];
      }),
    ),
    ...['criteria', 'questions', 'matrix', 'decisions', 'failures', 'experiments', 'sources', 'findings'].map(
      (name): [string, string] => [href(`/${name}/`), name],
    ),
    ...model.glossary.map(({ id }): [string, string] => [href(`/glossary/#${id}`), anchorOf('term', id)]),
    [href('/glossary/'), 'glossary'],
    [href('/unknown/'), 'gaps'],
    [href('/surprises/'), 'surprises'],
    [href('/procedures/'), 'plan'],
    [href('/method/'), 'experiments'],
    [href('/systems/'), 'systems'],
  ]);
}

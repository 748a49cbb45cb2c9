import { basename } from 'node:path';
import { experiments, files } from '../../data/experiments/index.ts';
import { type Experiment, experiment, type Id, type Kernel } from '../../src/schema/index.ts';

/** One experiment on one kernel: what has a result file of its own. */
export type Series = { id: Id<'experiment'>; kernel: Kernel; repeats: number; kind: Experiment['kind'] };
/** `filter`: words, of which each has to be in the id, or be the kind. `shard`: `2/4` is the second of four parts. */
export type Selection = {
  id?: string | undefined;
  kernel?: Kernel | undefined;
  filter?: string | undefined;
  shard?: string | undefined;
};

export function experimentId(name: string | undefined): Id<'experiment'> {
  const known = Object.keys(experiments);
  const isKnown = (id: string | undefined): id is Id<'experiment'> => id !== undefined && known.includes(id);
  if (isKnown(name)) return name;
  throw new Error(`There is no experiment ${name ?? 'without a name'}. There are:\n  ${known.join('\n  ')}`);
}

/** The experiments of a file of declarations, by its name: `runbooks` is data/experiments/runbooks.ts. */
const idsInFile = (name: string): string[] =>
  Object.keys(Object.entries(files).find(([path]) => basename(path, '.ts') === name)?.[1] ?? {});

/** Throws, naming all there are, for what is neither an experiment nor a file of them. */
export function checkName(name: string): void {
  if (idsInFile(name).length === 0) experimentId(name);
}

/** Every declared series but for drafts, in the order of the declarations. */
export const allSeries = (): Series[] =>
  Object.keys(experiments)
    .map(experimentId)
    .flatMap((id) => {
      const { kernels, repeats, kind, draft } = experiment.parse(experiments[id]);
      return draft ? [] : kernels.map((kernel) => ({ id, kernel, repeats, kind }));
    });

/** Those of the series that are asked for. Throws when none is. */
export function select(series: readonly Series[], { id, kernel, filter, shard }: Selection): Series[] {
  const words = filter?.split(/\s+/).filter(Boolean) ?? [];
  const found = series
    .filter((one) => id === undefined || one.id === id || idsInFile(id).includes(one.id))
    .filter((one) => kernel === undefined || one.kernel === kernel)
    .filter((one) => words.every((word) => one.kind === word || one.id.includes(word)));
  if (found.length === 0)
    throw new Error(
      `No experiment is declared for ${[id, kernel && `Linux ${kernel}`, filter].filter(Boolean).join(', ')}.`,
    );
  return shard === undefined ? found : part(found, shard);
}

/** Part i of n: every n-th series, so that the parts are about as long as each other. It may be empty. */
function part(series: readonly Series[], shard: string): Series[] {
  const [, which, of] = /^(\d+)\/(\d+)$/.exec(shard)?.map(Number) ?? [];
  if (!which || !of || which > of) throw new Error(`There is no part ${shard}: 1/4 is the first of four.`);
  return series.filter((_, index) => index % of === which - 1);
}

/** Kinds whose figures another guest on the same processors would spoil. */
const alone = new Set<Experiment['kind']>(['performance', 'policy', 'backup']);
export const runsAlone = ({ kind }: Pick<Series, 'kind'>): boolean => alone.has(kind);

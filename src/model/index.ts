import { build } from './build.ts';
import { load } from './load.ts';
import { readFiles } from './read.ts';
import { broken } from './rules/index.ts';
import type { Model, Problem, Records } from './types.ts';

export interface Checked {
  model: Model;
  records: Records;
  problems: Problem[];
}

/** Reads, links and derives a project, and holds it against every rule. All problems of the run are listed. */
export async function readProject(root: string): Promise<Checked> {
  const { records, problems } = load(await readFiles(root));
  const model = build(records);
  return { model, records, problems: [...problems, ...broken({ records, model })] };
}

declare global {
  /** What another copy of this module in the same process has read: the check hands it to the compiled pages. */
  var handedOver: Promise<Checked> | undefined;
}

let whole: Promise<Checked> | undefined;
/** The project in the current directory, read once. */
export const getProject = (): Promise<Checked> => {
  whole ??= globalThis.handedOver ?? readProject(process.cwd());
  return whole;
};

/** Lets the copy of this module in the compiled pages answer with what was read here. */
export const handOver = (): void => {
  globalThis.handedOver = getProject();
};

/** The model of the project in the current directory, read once. */
export const getModel = async (): Promise<Model> => (await getProject()).model;

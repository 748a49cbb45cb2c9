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

let whole: Promise<Checked> | undefined;
/** The project in the current directory, read once. */
export const getProject = (): Promise<Checked> => {
  whole ??= readProject(process.cwd());
  return whole;
};

/** The model of the project in the current directory, read once. */
export const getModel = async (): Promise<Model> => (await getProject()).model;

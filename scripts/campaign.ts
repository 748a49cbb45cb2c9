/** The experiments of a campaign as JSON for the matrix of a workflow: all that are declared, or the one in EXPERIMENT. */
import { experiments } from '../data/experiments/index.ts';
import { experiment } from '../src/schema/index.ts';

const wanted = process.env['EXPERIMENT'];
const declared = Object.entries(experiments)
  .map(([id, record]) => ({ id, record: experiment.parse(record) }))
  .filter(({ id, record }) => (wanted ? id === wanted : !record.draft));
if (declared.length === 0) throw new Error(`there is no experiment ${wanted}`);
console.log(JSON.stringify(declared.flatMap(({ id, record }) => record.kernels.map((kernel) => ({ id, kernel })))));

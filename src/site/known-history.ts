import { getModel } from '../model/index.ts';
import { currentEdition } from '../report/edition.ts';
import { type Acceptance, acceptances } from './history.ts';

let known: Promise<Acceptance[]> | undefined;
/** The history of the findings up to the edition that is built, read once. */
export const getHistory = (): Promise<Acceptance[]> => {
  known ??= getModel().then(({ task }) => acceptances(currentEdition(task.created).commit));
  return known;
};

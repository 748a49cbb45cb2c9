import type { Model } from '../model/types.ts';
import { base } from './address.ts';
import { pathOf } from './paths.ts';
import { day } from './words.ts';

/** A page beside another: what it is called, and its address. */
export type Neighbour = { label: string; to: string };
/** Where a page of a record stands among its like, what it was written in, and when somebody last read it. */
export type Place = {
  previous?: Neighbour | undefined;
  next?: Neighbour | undefined;
  file?: string;
  reviewed?: string | undefined;
};

type Entry = Neighbour & { file: string; reviewed?: string | undefined };

/** Every kind of record that has a page of its own, in the order in which its overview lists it. */
const shelves: ((model: Model) => Entry[])[] = [
  ({ criteria }) =>
    criteria.map(({ id, short, file, page }) => ({
      label: short,
      to: pathOf('criterion', id),
      file: page?.file ?? file,
      reviewed: page && `Reviewed on ${day(page.frontmatter.reviewed)}`,
    })),
  ({ questions }) =>
    questions.map(({ id, text, file, page }) => ({
      label: text,
      to: pathOf('question', id),
      file: page?.file ?? file,
      reviewed: page && `Reviewed on ${day(page.frontmatter.reviewed)}`,
    })),
  ({ decisions }) =>
    decisions.map(({ id, title, file, history }) => ({
      label: title,
      to: pathOf('decision', id),
      file,
      reviewed: history.length ? `Last step on ${day(history.at(-1)?.on ?? '')}` : undefined,
    })),
  ({ experiments }) =>
    experiments.map(({ id, question, file }) => ({ label: question, to: pathOf('experiment', id), file })),
  ({ findings }) =>
    findings.map(({ id, claim, file, reviewBy }) => ({
      label: claim,
      to: pathOf('finding', id),
      file,
      reviewed: `To be read again by ${day(reviewBy)}`,
    })),
  ({ systems }) => systems.map(({ id, name, file }) => ({ label: name, to: pathOf('system', id), file })),
  ({ procedures }) => procedures.map(({ id, title, file }) => ({ label: title, to: pathOf('procedure', id), file })),
  ({ method }) =>
    method.map(({ id, file, frontmatter }) => ({
      label: frontmatter.title,
      to: `${base}method/${id}/`,
      file,
      reviewed: `Reviewed on ${day(frontmatter.reviewed)}`,
    })),
];

const places = new WeakMap<Model, Map<string, Place>>();

/** The place of the page at that address; empty for a page that is no record's own. */
export function placeOf(model: Model, path: string): Place {
  let known = places.get(model);
  if (!known) {
    known = new Map(
      shelves.flatMap((shelf) => {
        const entries = shelf(model);
        return entries.map(
          ({ to, file, reviewed }, i) =>
            [to, { previous: entries[i - 1], next: entries[i + 1], file, reviewed }] as const,
        );
      }),
    );
    places.set(model, known);
  }
  return known.get(path) ?? {};
}

/** Where a file of the project can be changed, and where its history stands: `SITE_REPOSITORY` names the place. */
export function originOf(file: string, env: NodeJS.ProcessEnv = process.env) {
  const repository = env['SITE_REPOSITORY']?.replace(/\/+$/, '');
  return repository
    ? { edit: `${repository}/edit/main/${file}`, history: `${repository}/commits/main/${file}` }
    : undefined;
}

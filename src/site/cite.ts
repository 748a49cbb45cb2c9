import type { FindingView } from '../model/types.ts';
import type { Edition } from '../report/edition.ts';
import { author } from '../report/edition.ts';
import { whole } from './address.ts';
import { pathOf } from './paths.ts';

const special: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
/** Text as BibTeX has it. */
export const inTex = (text: string): string =>
  text.replace(/[\\~^]|[&%$#_{}]/g, (sign) => special[sign] ?? `\\${sign}`);

/** A finding as an entry of a bibliography: its stable id, what it was held for, and in which state of the record. */
export function bibtex({ id, claim, verdict, grade }: FindingView, { version, commit, date }: Edition): string {
  const state = [`edition ${version}`, ...(commit ? [`commit ${commit.slice(0, 12)}`] : [])].join(', ');
  return [
    `@misc{finding:${id},`,
    `  author = {{${inTex(author)}}},`,
    `  title  = {${inTex(claim)}},`,
    `  year   = {${date.slice(0, 4)}},`,
    `  note   = {Finding ${inTex(id)}: ${verdict}, ${grade}; ${state}},`,
    `  url    = {${whole(pathOf('finding', id))}}`,
    '}',
  ].join('\n');
}

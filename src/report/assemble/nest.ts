import { isTag } from 'domhandler';
import { all, type Element, first, having, type Tree } from './tree.ts';

/**
 * Prose is written as a page of its own. Where it stands in the report (`data-nest` names the rank that its highest
 * heading gets, `data-prefix` the record) its headings go down and its ids get a prefix, so that none is there twice.
 */
export function nest(document: Tree): void {
  for (const prose of all(document, having('data-nest'))) {
    const { 'data-nest': rank, 'data-prefix': name = '', 'data-only': only, ...others } = prose.attribs;
    prose.attribs = others;
    if (only) keepSection(prose, only);
    const elements = all(prose);
    shift(elements, Number(rank));
    prefix(elements, name);
  }
}

/** Leaves of a text one section, without its heading. Throws where it has none of that name. */
function keepSection(prose: Element, id: string): void {
  const heading = first(prose, ({ attribs }) => attribs['id'] === id);
  if (!heading?.parent)
    throw new Error(`the text that ${prose.attribs['class']} holds has no heading "${id}" to print`);
  const siblings = heading.parent.children;
  const rest = siblings.slice(siblings.indexOf(heading) + 1);
  const end = rest.findIndex((node) => isTag(node) && node.name === heading.name);
  prose.children = end < 0 ? rest : rest.slice(0, end);
}

/** Headings from the second rank on, put so that a second-ranked one gets the rank given. */
function shift(elements: readonly Element[], rank: number): void {
  for (const heading of elements.filter(({ name }) => /^h[2-6]$/.test(name)))
    heading.name = `h${Math.min(6, Number(heading.name.slice(1)) + rank - 2)}`;
}

const pointing = ['aria-labelledby', 'aria-describedby', 'for'] as const;

function prefix(elements: readonly Element[], name: string): void {
  const ids = new Set(elements.flatMap(({ attribs }) => attribs['id'] ?? []));
  const own = (id: string) => (ids.has(id) ? `${name}--${id}` : id);
  for (const { name: tag, attribs } of elements) {
    if (attribs['id']) attribs['id'] = own(attribs['id']);
    if (tag === 'a' && attribs['href']?.startsWith('#')) attribs['href'] = `#${own(attribs['href'].slice(1))}`;
    for (const attribute of pointing) if (attribs[attribute]) attribs[attribute] = own(attribs[attribute]);
  }
}

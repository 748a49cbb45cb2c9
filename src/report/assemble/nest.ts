import { all, type Element, having, type Tree } from './tree.ts';

/**
 * Prose is written as a page of its own. Where it stands in the report (`data-nest` names the rank that its highest
 * heading gets, `data-prefix` the record) its headings go down and its ids get a prefix, so that none is there twice.
 */
export function nest(document: Tree): void {
  for (const prose of all(document, having('data-nest'))) {
    const { 'data-nest': rank, 'data-prefix': name = '', ...others } = prose.attribs;
    prose.attribs = others;
    const elements = all(prose);
    shift(elements, Number(rank));
    prefix(elements, name);
  }
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

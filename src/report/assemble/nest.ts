/**
 * Prose is written as a page of its own. Where it stands in the report (`data-nest` names the rank that its highest
 * heading gets, `data-prefix` the record) its headings go down and its ids get a prefix, so that none is there twice.
 */
export function nest(document: Document): void {
  for (const prose of document.querySelectorAll('[data-nest]')) {
    shift(document, prose, Number(prose.getAttribute('data-nest')));
    prefix(prose, prose.getAttribute('data-prefix') ?? '');
    prose.removeAttribute('data-nest');
    prose.removeAttribute('data-prefix');
  }
}

const ranks = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** Headings from the second rank on, put so that a second-ranked one gets the rank given. */
function shift(document: Document, prose: Element, rank: number): void {
  for (const heading of prose.querySelectorAll(ranks.join())) {
    const lower = Math.min(6, Number(heading.localName.slice(1)) + rank - 2);
    const own = document.createElement(`h${lower}`);
    for (const { name, value } of heading.attributes) own.setAttribute(name, value);
    own.innerHTML = heading.innerHTML;
    heading.replaceWith(own);
  }
}

const pointing = ['aria-labelledby', 'aria-describedby', 'for'] as const;

function prefix(prose: Element, name: string): void {
  const own = (id: string) => `${name}--${id}`;
  const ids = new Set([...prose.querySelectorAll('[id]')].map(({ id }) => id));
  for (const element of prose.querySelectorAll('[id]')) element.id = own(element.id);
  for (const anchor of prose.querySelectorAll('a[href^="#"]')) {
    const id = anchor.getAttribute('href')?.slice(1) ?? '';
    if (ids.has(id)) anchor.setAttribute('href', `#${own(id)}`);
  }
  for (const attribute of pointing)
    for (const element of prose.querySelectorAll(`[${attribute}]`)) {
      const id = element.getAttribute(attribute) ?? '';
      if (ids.has(id)) element.setAttribute(attribute, own(id));
    }
}

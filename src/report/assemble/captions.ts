import { titleOf } from './headings.ts';

/** Figures and tables get a number each, as text, so that paper, screen and a reader of the text say the same. */
export function captions(document: Document, sections: ReadonlyMap<Element, Element>): void {
  let figures = 0;
  for (const figure of document.querySelectorAll('figure')) {
    const caption = figure.querySelector('figcaption');
    if (!caption) continue;
    figures += 1;
    figure.id ||= `figure-${figures}`;
    name(document, figure, caption, `Figure ${figures}`, sections);
    for (const region of figure.querySelectorAll('[tabindex]')) plain(region);
  }
  let tables = 0;
  for (const table of document.querySelectorAll('table')) {
    const frame = table.closest('[tabindex]');
    tables += 1;
    table.id ||= `table-${tables}`;
    const caption = table.querySelector('caption') ?? document.createElement('caption');
    if (!caption.parentNode) table.prepend(caption);
    const said = (caption.textContent ?? '').trim();
    if (!said || said === 'The same figures.') caption.textContent = `${described(table, frame, sections)}.`;
    name(document, table, caption, `Table ${tables}`, sections);
    frame?.setAttribute('aria-label', `Table ${tables}`);
  }
}

/** What a table without a caption is about: the label of its frame, or the heading above it. */
function described(table: Element, frame: Element | null, sections: ReadonlyMap<Element, Element>): string {
  const label = frame?.getAttribute('aria-label') ?? '';
  if (label && label !== 'Table') return label.replace(/: figures$/, ', run by run');
  const heading = sections.get(table);
  return heading ? titleOf(heading).replace(/[.?]$/, '') : 'Table';
}

function name(
  document: Document,
  element: Element,
  caption: Element,
  label: string,
  sections: ReadonlyMap<Element, Element>,
): void {
  const span = document.createElement('strong');
  span.className = 'number';
  span.textContent = `${label}.`;
  element.setAttribute('data-caption', `${label}. ${firstSentence(caption.textContent ?? '')}`);
  element.setAttribute('data-section', sections.get(element)?.getAttribute('data-number') ?? '');
  caption.prepend(span, ' ');
}

const firstSentence = (text: string) => /^.*?[.?!](?=\s|$)/.exec(text.replace(/\s+/g, ' ').trim())?.[0] ?? text.trim();

/** No region of its own: in the report nothing scrolls by itself but tables. */
function plain(region: Element): void {
  for (const attribute of ['tabindex', 'role', 'aria-label']) region.removeAttribute(attribute);
}

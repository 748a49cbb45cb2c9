import { numberOf, type Sections, titleOf } from './headings.ts';
import {
  addFirst,
  all,
  closest,
  type Element,
  first,
  having,
  type Listed,
  make,
  named,
  replaceText,
  strip,
  textOf,
} from './tree.ts';

const isRegion = having('tabindex');

/** Figures and tables get a number each, as text, so that paper, screen and a reader of the text say the same. */
export function captions({ elements }: Listed, sections: Sections): void {
  let figures = 0;
  for (const figure of elements.filter(named('figure'))) {
    const caption = first(figure, named('figcaption'));
    if (!caption) continue;
    figures += 1;
    figure.attribs['id'] ||= `figure-${figures}`;
    name(figure, caption, `Figure ${figures}`, sections);
    // No region of its own: in the report nothing scrolls by itself but tables.
    for (const region of all(figure, isRegion)) strip(region, 'tabindex', 'role', 'aria-label');
  }
  for (const [i, table] of elements.filter(named('table')).entries()) {
    const frame = closest(table, isRegion);
    table.attribs['id'] ||= `table-${i + 1}`;
    const own = first(table, named('caption'));
    const caption = own ?? make('caption');
    if (!own) addFirst(table, caption);
    const said = textOf(caption).trim();
    if (!said || said === 'The same figures.') replaceText(caption, `${described(table, frame, sections)}.`);
    name(table, caption, `Table ${i + 1}`, sections);
    if (frame) frame.attribs['aria-label'] = `Table ${i + 1}`;
  }
}

/** What a table without a caption is about: the label of its frame, or the heading above it. */
function described(table: Element, frame: Element | undefined, sections: Sections): string {
  const label = frame?.attribs['aria-label'] ?? '';
  if (label && label !== 'Table') return label.replace(/: figures$/, ', run by run');
  const heading = sections.get(table);
  return heading ? titleOf(heading).replace(/[.?]$/, '') : 'Table';
}

function name(element: Element, caption: Element, label: string, sections: Sections): void {
  element.attribs['data-caption'] = `${label}. ${firstSentence(textOf(caption))}`;
  element.attribs['data-section'] = numberOf(sections.get(element));
  addFirst(caption, make('strong', { class: 'number' }, `${label}.`), ' ');
}

const firstSentence = (text: string) => /^.*?[.?!](?=\s|$)/.exec(text.replace(/\s+/g, ' ').trim())?.[0] ?? text.trim();

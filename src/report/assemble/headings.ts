import { addFirst, type Element, first, having, isOf, type Listed, make, named, textOf } from './tree.ts';

const isHeading = named('h2', 'h3', 'h4', 'h5');

/** Parts get `1`, what is in them `1.1`; deeper headings and unnumbered ones have no number, and every one has an id. */
export function number({ parts }: Listed): void {
  let unnamed = 0;
  for (const [i, { within }] of parts.entries()) {
    let inner = 0;
    for (const heading of within.filter(isHeading)) {
      if (heading.name === 'h2') label(heading, `${i + 1}`);
      else if (heading.name === 'h3' && !isOf('unnumbered')(heading)) {
        inner += 1;
        label(heading, `${i + 1}.${inner}`);
      }
      if (heading.attribs['id'] || heading.name === 'h2') continue;
      unnamed += 1;
      heading.attribs['id'] = `heading-${unnamed}`;
    }
  }
}

function label(heading: Element, text: string): void {
  heading.attribs['data-number'] = text;
  addFirst(heading, make('span', { class: 'number' }, text), ' ');
}

/** What a heading says, without its number. */
export const titleOf = (heading: Element): string =>
  textOf(heading).replace(/\s+/g, ' ').trim().slice(numberOf(heading).length).trim();

export const numberOf = (heading: Element | undefined): string => heading?.attribs['data-number'] ?? '';

/** The numbered heading under which an element stands, or that it is itself: the last one before it in its part. */
export type Sections = ReadonlyMap<Element, Element>;

export function sectionsOf({ parts }: Listed): Sections {
  const sections = new Map<Element, Element>();
  for (const { part, within } of parts) {
    let heading = first(part, named('h2'));
    if (heading) sections.set(part, heading);
    for (const element of within) {
      if (isNumbered(element)) heading = element;
      if (heading) sections.set(element, heading);
    }
  }
  return sections;
}

const isNumbered = having('data-number');

import { titleOf } from './headings.ts';

/** The table of contents and the lists of figures and tables, in the places that the title pages have for them. */
export function contents(document: Document): void {
  const place = (name: string) => document.querySelector(`[data-contents="${name}"]`);
  const parts = [...document.querySelectorAll('.part')];
  fill(
    place('parts'),
    parts.map((part) => partEntry(document, part)),
  );
  for (const name of ['figure', 'table'])
    fill(
      place(name),
      [...document.querySelectorAll(`${name}[data-caption]:not(#experiments table)`)].map((element) =>
        entry(document, element.id, element.getAttribute('data-caption') ?? '', sectionOf(element)),
      ),
    );
  for (const element of document.querySelectorAll('[data-caption]')) {
    element.removeAttribute('data-caption');
    element.removeAttribute('data-section');
  }
}

const sectionOf = (element: Element) => ` § ${element.getAttribute('data-section')}`;

function fill(place: Element | null, entries: readonly Element[]): void {
  if (!place) return;
  place.removeAttribute('data-contents');
  if (entries.length === 0) place.closest('section')?.remove();
  place.append(...entries);
}

function partEntry(document: Document, part: Element): Element {
  const heading = part.querySelector('h2');
  const item = entry(document, part.id, titleOf(heading ?? part), '', heading?.getAttribute('data-number') ?? '');
  const inner = [...part.querySelectorAll('h3[data-number]')].map((sub) =>
    entry(document, sub.id, titleOf(sub), '', sub.getAttribute('data-number') ?? ''),
  );
  if (inner.length === 0) return item;
  const list = document.createElement('ol');
  list.append(...inner);
  item.append(list);
  return item;
}

function entry(document: Document, id: string, title: string, note: string, number = ''): Element {
  const item = document.createElement('li');
  const anchor = document.createElement('a');
  anchor.setAttribute('href', `#${id}`);
  const add = (name: string, text: string) => {
    const span = document.createElement('span');
    span.className = name;
    span.textContent = text;
    anchor.append(span, ' ');
    return span;
  };
  if (number) add('number', number);
  const words = add('words', title);
  if (note) {
    const quiet = document.createElement('span');
    quiet.className = 'quiet';
    quiet.textContent = note;
    words.append(quiet);
  }
  add('page-of', '').setAttribute('data-page', id);
  item.append(anchor);
  return item;
}

import { numberOf, titleOf } from './headings.ts';
import { add, closest, type Element, first, having, type Listed, make, named, remove, strip } from './tree.ts';

/** The table of contents and the lists of figures and tables, in the places that the title pages have for them. */
export function contents({ elements, parts }: Listed): void {
  const places = new Map(
    elements.filter(having('data-contents')).map((place) => [place.attribs['data-contents'], place]),
  );
  fill(places.get('parts'), parts.map(partEntry));
  const captioned = elements.filter(having('data-caption'));
  for (const name of ['figure', 'table'])
    fill(
      places.get(name),
      captioned
        .filter((element) => element.name === name && !(name === 'table' && closest(element, isOfExperiments)))
        .map(({ attribs }) =>
          entry(attribs['id'] ?? '', attribs['data-caption'] ?? '', ` § ${attribs['data-section']}`),
        ),
    );
  for (const element of captioned) strip(element, 'data-caption', 'data-section');
}

const isOfExperiments = ({ attribs }: Element) => attribs['id'] === 'experiments';

function fill(place: Element | undefined, entries: readonly Element[]): void {
  if (!place) return;
  strip(place, 'data-contents');
  const section = closest(place, named('section'));
  if (entries.length === 0 && section) remove(section);
  add(place, ...entries);
}

const isSection = ({ name, attribs }: Element) => name === 'h3' && attribs['data-number'] !== undefined;

function partEntry({ part, within }: Listed['parts'][number]): Element {
  const heading = first(part, named('h2'));
  const item = entry(part.attribs['id'] ?? '', titleOf(heading ?? part), '', numberOf(heading));
  const inner = within.filter(isSection).map((sub) => entry(sub.attribs['id'] ?? '', titleOf(sub), '', numberOf(sub)));
  return inner.length === 0 ? item : add(item, make('ol', {}, ...inner));
}

function entry(id: string, title: string, note: string, number = ''): Element {
  const words = make('span', { class: 'words' }, title);
  if (note) add(words, make('span', { class: 'quiet' }, note));
  const numbered = number ? [make('span', { class: 'number' }, number), ' '] : [];
  const page = make('span', { class: 'page-of', 'data-page': id });
  return make('li', {}, make('a', { href: `#${id}` }, ...numbered, words, ' ', page, ' '));
}

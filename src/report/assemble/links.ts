import { numberOf, type Sections } from './headings.ts';
import {
  add,
  closest,
  type Element,
  either,
  first,
  having,
  isOf,
  type Listed,
  make,
  named,
  remove,
  replaceText,
  strip,
} from './tree.ts';

const isPlain = either(isOf('contents'), having('data-plain'));
const isList = having('data-references');
const isCite = isOf('cite');
const isNumberOnly = isOf('num');
const isFinding = isOf('inline-finding');

/**
 * A link to an address that the document holds leads into the document and says the number: of a finding (`F12`), of
 * a source (`12`), else of the section. The page is filled in when the document is printed.
 */
export function link({ elements }: Listed, anchors: ReadonlyMap<string, string>, sections: Sections): void {
  const targets = new Map(elements.filter(having('id')).map((element) => [element.attribs['id'] ?? '', element]));
  /** At a finding or a source: the place that lists from where it is referred to. */
  const lists = new Map(
    elements
      .filter(isList)
      .flatMap((list): [Element, Element][] =>
        list.parent && isOf('back')(list) ? [[list.parent as Element, list]] : [],
      ),
  );
  const references = new Map<Element, string[]>();
  for (const anchor of elements.filter(named('a'))) {
    const id = within(anchor.attribs['href'] ?? '', anchors, targets);
    const target = id === undefined ? undefined : targets.get(id);
    if (id === undefined || !target) continue;
    anchor.attribs['href'] = `#${id}`;
    strip(anchor, 'title');
    if (closest(anchor, isPlain)) continue;
    refer(anchor, id, target, numberOf(sections.get(target)));
    const list = lists.get(target);
    if (!list || closest(anchor, (element) => element === target)) continue;
    const seen = references.get(list) ?? [];
    anchor.attribs['id'] ||= `to-${id}-${seen.length + 1}`;
    references.set(list, [...seen, anchor.attribs['id']]);
  }
  for (const list of lists.values()) fill(list, references.get(list) ?? []);
}

/** The id under which the document holds an address; undefined where it does not. */
function within(
  href: string,
  anchors: ReadonlyMap<string, string>,
  targets: ReadonlyMap<string, Element>,
): string | undefined {
  if (href.startsWith('#')) return targets.has(href.slice(1)) ? href.slice(1) : undefined;
  const whole = anchors.get(href);
  if (whole !== undefined) return targets.has(whole) ? whole : undefined;
  const [path = '', fragment] = href.split('#');
  const page = anchors.get(path);
  if (page === undefined || !targets.has(page)) return undefined;
  const inner = `${page}--${fragment}`;
  return targets.has(inner) ? inner : page;
}

function refer(anchor: Element, id: string, target: Element, section: string): void {
  const page = make('span', { class: 'page-of', 'data-page': id });
  const own = target.attribs['data-label'];
  if (isCite(anchor) || isNumberOnly(anchor)) {
    if (isCite(anchor) && own) replaceText(anchor, own);
    add(anchor, page);
    return;
  }
  const reference = make('span', { class: 'xref' });
  const mark = isFinding(anchor) ? first(anchor, isOf('mark')) : undefined;
  if (mark) add(reference, ' ', mark);
  add(anchor, add(reference, ` ${own ?? `§\u00a0${section}`}`, page));
}

function fill(list: Element, from: readonly string[]): void {
  if (from.length === 0) {
    remove(list);
    return;
  }
  const what = list.attribs['data-references'] ?? '';
  strip(list, 'data-references');
  add(list, `${what} `);
  for (const [i, id] of from.entries())
    add(list, make('a', { href: `#${id}`, 'data-back': id, 'aria-label': `${what} ${i + 1}` }, `${i + 1}`), ' ');
}

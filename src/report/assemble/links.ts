const atParts = '.contents, [data-plain]';

/**
 * A link to an address that the document holds leads into the document and says the number: of a finding (`F12`), of
 * a source (`12`), else of the section. The page is filled in when the document is printed.
 */
export function link(
  document: Document,
  anchors: ReadonlyMap<string, string>,
  sections: ReadonlyMap<Element, Element>,
): void {
  const targets = new Map([...document.querySelectorAll('[id]')].map((element) => [element.id, element]));
  const references = new Map<string, string[]>();
  for (const anchor of document.querySelectorAll('a[href]')) {
    const id = within(anchor.getAttribute('href') ?? '', anchors, targets);
    const target = id === undefined ? undefined : targets.get(id);
    if (id === undefined || !target) continue;
    anchor.setAttribute('href', `#${id}`);
    anchor.removeAttribute('title');
    if (anchor.closest(atParts)) continue;
    refer(document, anchor, id, target, sections.get(target)?.getAttribute('data-number') ?? '');
    if (!target.querySelector('[data-references]') || target.contains(anchor)) continue;
    const seen = references.get(id) ?? [];
    anchor.id ||= `to-${id}-${seen.length + 1}`;
    references.set(id, [...seen, anchor.id]);
  }
  for (const [id, target] of targets) lists(document, target, references.get(id) ?? []);
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

function refer(document: Document, anchor: Element, id: string, target: Element, section: string): void {
  const page = document.createElement('span');
  page.className = 'page-of';
  page.setAttribute('data-page', id);
  const own = target.getAttribute('data-label');
  const cite = anchor.classList.contains('cite');
  if (anchor.classList.contains('num') || cite) {
    if (cite) anchor.textContent = own ?? anchor.textContent;
    anchor.append(page);
    return;
  }
  const number = own ?? `§\u00a0${section}`;
  const reference = document.createElement('span');
  reference.className = 'xref';
  const mark = anchor.classList.contains('inline-finding') ? anchor.querySelector('.mark') : null;
  if (mark) reference.append(' ', mark);
  reference.append(` ${number}`, page);
  anchor.append(reference);
}

/** At a finding or a source: from where it is referred to. */
function lists(document: Document, target: Element, from: readonly string[]): void {
  const place = target.querySelector(':scope > .back[data-references]');
  if (!place) return;
  if (from.length === 0) {
    place.remove();
    return;
  }
  const what = place.getAttribute('data-references') ?? '';
  place.removeAttribute('data-references');
  place.append(`${what} `);
  from.forEach((id, i) => {
    const anchor = document.createElement('a');
    anchor.setAttribute('href', `#${id}`);
    anchor.setAttribute('data-back', id);
    anchor.setAttribute('aria-label', `${what} ${i + 1}`);
    anchor.textContent = `${i + 1}`;
    place.append(anchor, ' ');
  });
}

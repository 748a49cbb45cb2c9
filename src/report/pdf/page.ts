/** What runs inside the page before it is printed. Each function stands alone: it is sent to the browser as it is. */

/** For paper: links within stay, links to the site get its address where that is known, and else are text. */
export function preparePage({ site, base }: { site: string | undefined; base: string }): void {
  document.documentElement.dataset['theme'] = 'light';
  for (const element of document.querySelectorAll('[data-screen]')) element.remove();
  for (const anchor of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const href = anchor.getAttribute('href') ?? '';
    if (/^(#|https?:|mailto:)/.test(href)) continue;
    if (site && href.startsWith(base)) anchor.href = new URL(href, site).href;
    else anchor.removeAttribute('href');
  }
}

/**
 * Sets each size of type to a quarter of a pixel, which Chromium writes into the PDF as it is. The places of the glyphs,
 * of which each gets one, then repeat and pack better.
 */
export function roundSizes(): void {
  const sizeOf = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize);
  const elements = [...document.querySelectorAll<HTMLElement>('body, body *')];
  const sizes = new Map<Element | null, number>(elements.map((element) => [element, sizeOf(element)]));
  for (const element of elements) {
    const size = sizes.get(element);
    if (size !== undefined && element.style && !element.closest('svg') && size !== sizes.get(element.parentElement))
      element.style.fontSize = `${Math.round(size * 4) / 4}px`;
  }
}

/** Puts the page of each destination where the document names it. Before the pages are known, room for a number. */
export function namePages(pages: [string, number][] | undefined): void {
  const of = new Map(pages ?? []);
  const numberOf = (id: string) => (pages ? of.get(id) : 0);
  for (const place of document.querySelectorAll<HTMLElement>('[data-page]')) {
    const number = numberOf(place.dataset['page'] ?? '');
    const bare = place.closest('.contents') !== null;
    const shown = pages ? `${number ?? '?'}` : '000';
    place.textContent = bare ? shown : `\u00a0p.\u00a0${shown}`;
  }
  for (const list of document.querySelectorAll('.nums')) {
    const places = [...list.querySelectorAll<HTMLElement>('.num > .page-of')];
    places.forEach((place, i) => {
      const next = places[i + 1]?.dataset['page'];
      const same = next !== undefined && numberOf(next) === numberOf(place.dataset['page'] ?? '');
      place.hidden = same;
      if (!same) place.textContent = ` (${place.textContent?.trim() ?? ''})`;
    });
  }
  // Before pages are known: as many as a list of pages mostly has, so that fewer layouts are needed.
  const usual = 6;
  for (const list of document.querySelectorAll<HTMLElement>('.back')) {
    list.dataset['lead'] ??= (list.firstChild?.textContent ?? '').replace(/ at\s*$/, '');
    const anchors = [...list.querySelectorAll<HTMLAnchorElement>('[data-back]')];
    const numbers = anchors.map((anchor) => (pages ? (of.get(anchor.dataset['back'] ?? '') ?? -1) : 0));
    const shown = anchors.filter((_, i) =>
      pages ? numbers[i] !== -1 && numbers.indexOf(numbers[i] ?? -1) === i : i < usual,
    );
    list.replaceChildren(`${list.dataset['lead']} on ${shown.length === 1 ? 'page' : 'pages'} `);
    for (const anchor of anchors) {
      anchor.hidden = !shown.includes(anchor);
      anchor.textContent = pages ? `${of.get(anchor.dataset['back'] ?? '') ?? ''}` : '000';
      anchor.removeAttribute('aria-label');
      list.append(anchor, anchor.hidden || anchor === shown.at(-1) ? '' : ', ');
    }
    list.append('.');
  }
}

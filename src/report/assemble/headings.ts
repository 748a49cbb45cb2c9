/** Parts get `1`, what is in them `1.1`; deeper headings and unnumbered ones have no number, and every one has an id. */
export function number(document: Document): void {
  let part = 0;
  for (const section of document.querySelectorAll('.part')) {
    part += 1;
    let inner = 0;
    for (const heading of section.querySelectorAll('h2, h3, h4, h5')) {
      if (heading.localName === 'h2') label(document, heading, `${part}`);
      else if (heading.localName === 'h3' && !heading.classList.contains('unnumbered')) {
        inner += 1;
        label(document, heading, `${part}.${inner}`);
      }
    }
  }
  let unnamed = 0;
  for (const heading of document.querySelectorAll('h2, h3, h4, h5')) {
    if (heading.closest('.part') && !heading.id && heading.localName !== 'h2') {
      unnamed += 1;
      heading.id = `heading-${unnamed}`;
    }
  }
}

function label(document: Document, heading: Element, text: string): void {
  const span = document.createElement('span');
  span.className = 'number';
  span.textContent = text;
  heading.setAttribute('data-number', text);
  heading.prepend(span, ' ');
}

/** What a heading says, without its number. */
export const titleOf = (heading: Element): string => {
  const number = heading.getAttribute('data-number') ?? '';
  return (heading.textContent ?? '').replace(/\s+/g, ' ').trim().slice(number.length).trim();
};

/** The numbered heading under which each element stands, or that it is itself: the last one before it in its part. */
export function sectionsOf(document: Document): Map<Element, Element> {
  const sections = new Map<Element, Element>();
  for (const part of document.querySelectorAll('.part')) {
    let heading = part.querySelector('h2');
    if (heading) sections.set(part, heading);
    for (const element of part.querySelectorAll('*')) {
      if (element.hasAttribute('data-number')) heading = element as HTMLHeadingElement;
      if (heading) sections.set(element, heading);
    }
  }
  return sections;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';

/** What the report numbers, as its web page has it. */
export interface Numbered {
  headings: string[];
  captions: string[];
  findings: string[];
  sources: string[];
}

/** Every piece of text on the page, less drawings and what is filled in for paper. */
export const textsIn = (root: string, path: string): string[] => {
  const main = open(root, path).querySelector('main');
  for (const other of main?.querySelectorAll('svg, style, .back, .visually-hidden') ?? []) other.remove();
  const texts = (node: Node): string[] =>
    [...node.childNodes].flatMap((child) => (child.nodeType === 3 ? [child.textContent ?? ''] : texts(child)));
  return main
    ? texts(main)
        .map((text) => text.trim())
        .filter((text) => text.length > 3)
    : [];
};

/** The ids within the page to which it links, less the ways back, of which paper needs one for each page. */
export const linkedIn = (root: string, path: string): string[] =>
  [...open(root, path).querySelectorAll('main a[href^="#"]:not([data-back])')].map((anchor) =>
    decodeURIComponent(anchor.getAttribute('href')?.slice(1) ?? ''),
  );

function open(root: string, path: string): globalThis.Document {
  const { document } = parseHTML(readFileSync(join(root, path, 'index.html'), 'utf8'));
  for (const screen of document.querySelectorAll('[data-screen]')) screen.remove();
  return document;
}

/** Reads the report's page of a built site. */
export function numberedIn(root: string, path: string): Numbered {
  const document = open(root, path);
  const texts = (selector: string) =>
    [...document.querySelectorAll(`main ${selector}`)].map((element) =>
      (element.textContent ?? '').replace(/\s+/g, ' ').trim(),
    );
  return {
    headings: texts(':is(h1, h2, h3, h4, h5, h6)'),
    captions: texts('caption').concat(texts('figcaption')),
    findings: texts('li[id^="finding-"] > p:first-child'),
    sources: texts('li[id^="source-"] > p:first-child'),
  };
}

import { captions } from './captions.ts';
import { wrapCode } from './code.ts';
import { contents } from './contents.ts';
import { number, sectionsOf } from './headings.ts';
import { link } from './links.ts';
import { nest } from './nest.ts';
import { keepTables, keepTails } from './tails.ts';
import { listed, parse, serialize } from './tree.ts';

/**
 * Makes one document of the parts: prose is put under its heading, headings, figures and tables are numbered, and a
 * link to a page of the site becomes a reference with a number wherever the record stands in the document.
 * `anchors` says under which id the document holds what stands at an address of the site.
 */
export function assemble(html: string, anchors: ReadonlyMap<string, string>): string {
  const drawings: string[] = [];
  // The fonts of the report have no narrow space.
  const text = html
    .replaceAll('\u202f', '\u00a0')
    .replace(/<svg\b[\s\S]*?<\/svg>/g, (svg) => `<!--drawing ${drawings.push(svg) - 1}-->`);
  const document = parse(text);
  nest(document);
  const nested = listed(document);
  number(nested);
  const sections = sectionsOf(nested);
  captions(nested, sections);
  link(nested, anchors, sections);
  wrapCode(nested);
  const linked = listed(document);
  keepTables(linked);
  keepTails(linked);
  contents(linked);
  return serialize(document).replace(/<!--drawing (\d+)-->/g, (_, n: string) => drawings[Number(n)] ?? '');
}

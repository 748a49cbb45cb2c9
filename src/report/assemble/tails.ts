import { addClass, all, closest, type Element, first, type Listed, named, textOf } from './tree.ts';

/** Lines that the last page of a part has to have at the least, and characters to a line. */
const lines = 5;
const measure = 90;
const flowing = named('p', 'li', 'tr', 'dt', 'dd', 'figcaption', 'h3', 'h4', 'h5', 'pre', 'figure');

/** Rows up to which a table is kept on one page. */
const whole = 7;

/** Tables that a page can hold stay in one piece, so that no head stands alone. */
export function keepTables({ parts }: Listed): void {
  for (const { within } of parts)
    for (const table of within.filter(named('table')))
      if (all(table, named('tbody')).flatMap((body) => all(body, named('tr'))).length <= whole)
        addClass(table, 'whole');
}

/** Keeps the last few lines of each part together, so that no page is left with one of them. */
export function keepTails({ parts }: Listed): void {
  for (const { within } of parts) {
    let kept = 0;
    for (const block of within.filter(flowing).reverse()) {
      if (kept >= lines) break;
      if (first(block, flowing) || isOfFigure(block)) continue;
      addClass(closest(block, named('tr')) ?? block, 'keep');
      const item = closest(block, named('li'));
      if (item && first(item, flowing) === block) addClass(item, 'keep');
      kept += Math.ceil(textOf(block).length / measure);
    }
  }
}

/** What is within a figure or a listing is kept with it. */
const isOfFigure = (block: Element) =>
  (block.name === 'figcaption' && closest(block, named('figure')) !== undefined) ||
  (block.name !== 'pre' && closest(block, named('pre')) !== undefined);

/** Lines that the last page of a part has to have at the least, and characters to a line. */
const lines = 5;
const measure = 90;
const flowing = 'p, li, tr, dt, dd, figcaption, h3, h4, h5, pre, figure';

/** Rows up to which a table is kept on one page. */
const whole = 7;

/** Tables that a page can hold stay in one piece, so that no head stands alone. */
export function keepTables(document: Document): void {
  for (const table of document.querySelectorAll('.part table'))
    if (table.querySelectorAll('tbody tr').length <= whole) table.classList.add('whole');
}

/** Keeps the last few lines of each part together, so that no page is left with one of them. */
export function keepTails(document: Document): void {
  for (const part of document.querySelectorAll('.part')) {
    const blocks = [...part.querySelectorAll(flowing)].filter(
      (block) => !block.querySelector(flowing) && !block.closest('figure figcaption, pre *'),
    );
    let kept = 0;
    for (const block of blocks.reverse()) {
      if (kept >= lines) break;
      const row = block.closest('tr') ?? block;
      row.classList.add('keep');
      const item = block.closest('li');
      if (item && item.querySelector(flowing) === block) item.classList.add('keep');
      kept += Math.ceil((block.textContent?.length ?? 0) / measure);
    }
  }
}

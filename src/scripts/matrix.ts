/**
 * Filters and groups the matrix, and opens the note of a cell in place. What the reader chose stands in the address.
 * Without this script the table is whole and each cell leads to its note below.
 */

const found = <T extends HTMLElement>(id: string, type: new () => T): T => {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`the page has no #${id}`);
  return element;
};
const table = found('matrix', HTMLTableElement);
const form = found('matrix-tools', HTMLFormElement);
const says = found('matrix-says', HTMLOutputElement);
const names: Record<string, Record<string, string>> = JSON.parse(form.dataset['names'] ?? '{}');

const columns = [...table.querySelectorAll<HTMLElement>('thead [data-system]')];
const systems = columns.map((head) => head.dataset['system'] ?? '');
const bodies = [...table.tBodies];
const textOf = (element: Element | null | undefined) => element?.textContent.trim() ?? '';
const rows = bodies.flatMap((body) =>
  [...body.querySelectorAll<HTMLTableRowElement>('tr[data-row]')].map((row) => ({
    row,
    subject: textOf(body.querySelector('.group th')),
    driver: row.dataset['driver'] ?? '',
    criteria: (row.dataset['criteria'] ?? '').split(' '),
    cells: [...row.querySelectorAll('td')].map((cell) => ({
      cell,
      is: textOf(cell.querySelector('.mark')),
      on: cell.dataset['on'] ?? '',
    })),
  })),
);
type Row = (typeof rows)[number];

const boxes = [...form.querySelectorAll<HTMLInputElement>('[name="systems"]')];
const chosen = (name: string): string => {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) return field.checked ? field.value : '';
  return field instanceof HTMLSelectElement ? field.value : '';
};
const choose = (name: string, value: string): void => {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.checked = value === field.value;
  if (field instanceof HTMLSelectElement)
    field.value = [...field.options].some((option) => option.value === value) ? value : '';
};
const shownSystems = () => boxes.filter((box) => box.checked).map((box) => box.value);

/** A note below the row that it belongs to. */
const noteRow = (row: HTMLTableRowElement) => {
  const next = row.nextElementSibling;
  return next?.classList.contains('note-row') ? next : undefined;
};

function show(): void {
  const visible = new Set(shownSystems());
  const [group, is, on, differ, by] = ['group', 'is', 'on', 'differ', 'by'].map(chosen);
  for (const [i, head] of columns.entries()) head.hidden = !visible.has(systems[i] ?? '');
  let shown = 0;
  for (const one of rows) {
    const cells = one.cells.filter((_, i) => visible.has(systems[i] ?? ''));
    const hit = (cell: Row['cells'][number]) => (!is || cell.is === is) && (!on || cell.on === on);
    for (const [i, { cell }] of one.cells.entries()) cell.hidden = !visible.has(systems[i] ?? '');
    for (const cell of cells) cell.cell.classList.toggle('hit', Boolean(is || on) && hit(cell));
    one.row.hidden =
      (Boolean(group) && one.subject !== group) ||
      !cells.some(hit) ||
      (Boolean(differ) && new Set(cells.map((cell) => cell.is)).size < 2);
    const note = noteRow(one.row);
    if (note instanceof HTMLElement) note.hidden = one.row.hidden;
    if (!one.row.hidden) shown++;
  }
  regroup(by ?? '');
  for (const wide of table.querySelectorAll<HTMLTableCellElement>('.group th, .note-row > td'))
    wide.colSpan = visible.size + 1;
  for (const body of table.tBodies)
    body.hidden = ![...body.rows].some((row) => row.dataset['row'] !== undefined && !row.hidden);
  says.value = `${shown} of ${rows.length} questions, ${visible.size} of ${systems.length} systems.`;
}

/** Puts the rows under headings of their subject, or of something else that they carry. */
function regroup(by: string): void {
  for (const body of [...table.tBodies]) body.remove();
  const move = (into: HTMLElement, members: Row[]) => {
    for (const { row } of members) {
      const note = noteRow(row);
      into.append(row, ...(note ? [note] : []));
    }
  };
  if (by !== 'driver' && by !== 'criteria') {
    for (const body of bodies) {
      move(
        body,
        rows.filter(({ subject }) => subject === textOf(body.querySelector('.group th'))),
      );
      table.append(body);
    }
    return;
  }
  const first = ({ driver, criteria }: Row) => (by === 'driver' ? driver : (criteria[0] ?? ''));
  for (const [id, name] of Object.entries(names[by] ?? {})) {
    const body = bodies[0]?.cloneNode(false);
    const head = bodies[0]?.querySelector('.group')?.cloneNode(true);
    if (!(body instanceof HTMLElement) || !(head instanceof HTMLElement)) continue;
    const heading = head.querySelector('th');
    if (heading) heading.textContent = name;
    body.append(head);
    move(
      body,
      rows.filter((row) => first(row) === id),
    );
    table.append(body);
  }
}

/** The choices as they stand in the address; what is usual is left out. */
function remember(): void {
  const query = new URLSearchParams();
  const some = shownSystems();
  if (some.length !== systems.length) query.set('systems', some.join(','));
  for (const name of ['group', 'is', 'on', 'by', 'differ']) if (chosen(name)) query.set(name, chosen(name));
  const text = query.toString().replaceAll('%2C', ',');
  history.replaceState(null, '', `${location.pathname}${text ? `?${text}` : ''}${location.hash}`);
}

function recall(): void {
  const query = new URLSearchParams(location.search);
  const narrow = matchMedia('(max-width: 48em)').matches ? table.dataset['narrow']?.split(' ') : undefined;
  const some = query.get('systems')?.split(',') ?? narrow ?? systems;
  for (const box of boxes) box.checked = some.includes(box.value);
  if (shownSystems().length === 0) for (const box of boxes) box.checked = true;
  for (const name of ['group', 'is', 'on', 'by', 'differ']) choose(name, query.get(name) ?? '');
}

/** Opens the note of a cell below its row, or closes it. Its anchor then stands in the address. */
function toggle(link: HTMLAnchorElement, focus: boolean): void {
  const row = link.closest('tr');
  const note = document.getElementById(link.hash.slice(1));
  if (!row || !note) return;
  const open = noteRow(row);
  const was = row.querySelector<HTMLAnchorElement>('[aria-expanded="true"]');
  if (was) was.setAttribute('aria-expanded', 'false');
  open?.remove();
  if (was === link) {
    history.replaceState(null, '', location.pathname + location.search);
    return;
  }
  const place = document.createElement('tr');
  place.className = 'note-row';
  const cell = document.createElement('td');
  cell.colSpan = shownSystems().length + 1;
  const title = document.createElement('p');
  title.className = 'note-title';
  title.tabIndex = -1;
  title.append(`${textOf(row.querySelector('th'))}: `, ...[...note.childNodes].map((node) => node.cloneNode(true)));
  cell.append(title, ...[...(note.nextElementSibling?.childNodes ?? [])].map((node) => node.cloneNode(true)));
  place.append(cell);
  row.after(place);
  link.setAttribute('aria-expanded', 'true');
  history.replaceState(null, '', location.pathname + location.search + link.hash);
  if (focus) title.focus();
}

const linkOf = (hash: string) =>
  hash ? [...table.querySelectorAll<HTMLAnchorElement>('tbody td > a')].find((link) => link.hash === hash) : undefined;

table.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.closest('td') || link.closest('.note-row') || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  toggle(link, event.detail === 0);
});
table.addEventListener('keydown', (event) => {
  if (!(event.target instanceof Element)) return;
  const button = event.target.closest('a[role="button"]');
  if (event.key === ' ' && button instanceof HTMLAnchorElement) {
    event.preventDefault();
    toggle(button, true);
  }
  if (event.key !== 'Escape') return;
  const row = event.target.closest('.note-row')?.previousElementSibling ?? event.target.closest('tr');
  const link = row?.querySelector<HTMLAnchorElement>('[aria-expanded="true"]');
  if (!link) return;
  toggle(link, false);
  link.focus();
});
form.addEventListener('change', () => {
  show();
  remember();
});
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', () => {
  setTimeout(() => {
    show();
    remember();
  });
});
function followHash(): void {
  const link = linkOf(location.hash);
  if (!link) return;
  const box = boxes[[...(link.closest('tr')?.querySelectorAll('td') ?? [])].findIndex((cell) => cell.contains(link))];
  if (box && !box.checked) box.checked = true;
  show();
  if (link.getAttribute('aria-expanded') !== 'true') toggle(link, false);
  const bring = () => link.scrollIntoView({ block: 'center' });
  bring();
  // At the end of loading the browser goes to the anchor, which is the note below.
  if (document.readyState !== 'complete') addEventListener('load', () => requestAnimationFrame(bring), { once: true });
}

for (const link of table.querySelectorAll('tbody td > a')) {
  link.setAttribute('role', 'button');
  link.setAttribute('aria-expanded', 'false');
}
recall();
show();
followHash();
addEventListener('hashchange', followHash);

import { getDocumentProxy } from 'unpdf';

/** A run of text on a page, in points from the lower left corner. */
export interface Run {
  text: string;
  left: number;
  right: number;
  y: number;
}

export interface Link {
  /** What the link is made of. */
  text: string;
  /** What is printed in its rectangle, which is more where the link is a whole line. */
  line: string;
  /** The name of the destination, or the address. */
  to: string;
  /** The page that it leads to; undefined where it leads out of the document or nowhere. */
  page: number | undefined;
}

export interface Sheet {
  number: number;
  width: number;
  height: number;
  runs: Run[];
  links: Link[];
  /** The roles in its part of the structure tree. */
  roles: Set<string>;
}

export interface Document {
  sheets: Sheet[];
  destinations: Map<string, number>;
  bookmarks: string[];
  marked: boolean;
  language: string;
  title: string;
  author: string;
  /** The file as it is, for what a reader of PDF files does not tell. */
  raw: string;
}

/** What the tests need to know of a PDF file, read by pdf.js. */
export async function read(file: Buffer): Promise<Document> {
  const pdf = await getDocumentProxy(new Uint8Array(file));
  const destinations = new Map<string, number>();
  for (const [name, target] of Object.entries(await pdf.getDestinations()))
    if (Array.isArray(target)) destinations.set(name, (await pdf.getPageIndex(target[0])) + 1);
  const sheets: Sheet[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1)
    sheets.push(await sheet(await pdf.getPage(number), number, destinations));
  const { info } = await pdf.getMetadata();
  const facts = new Map(Object.entries(info).map(([key, value]) => [key, String(value)]));
  const document = {
    sheets,
    destinations,
    bookmarks: flat((await pdf.getOutline()) ?? []),
    marked: (await pdf.getMarkInfo())?.Marked === true,
    language: facts.get('Language') ?? '',
    title: facts.get('Title') ?? '',
    author: facts.get('Author') ?? '',
    raw: file.toString('latin1'),
  };
  await pdf.cleanup();
  return document;
}

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>;
type PageProxy = Awaited<ReturnType<Proxy['getPage']>>;
type Bookmarks = readonly { title: string; items: Bookmarks }[];

const flat = (bookmarks: Bookmarks): string[] => bookmarks.flatMap(({ title, items }) => [title, ...flat(items)]);

async function sheet(page: PageProxy, number: number, destinations: ReadonlyMap<string, number>): Promise<Sheet> {
  const { items } = await page.getTextContent();
  const [, , width = 0, height = 0] = page.view;
  const runs = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [left, y] = [Number(item.transform[4]), Number(item.transform[5])];
    return [{ text: item.str, left, right: left + item.width, y }];
  });
  const links = (await page.getAnnotations()).flatMap((annotation): Link[] => {
    if (annotation['subtype'] !== 'Link') return [];
    const to = String(annotation['dest'] ?? annotation['url'] ?? annotation['unsafeUrl'] ?? '');
    const rectangle: number[] = annotation['rect'];
    // Where a line moves to the next page, Chromium leaves a link without height behind.
    if ((rectangle[3] ?? 0) - (rectangle[1] ?? 0) < 2) return [];
    const line = within(runs, rectangle);
    return [{ text: String(annotation['overlaidText'] ?? '') || line, line, to, page: destinations.get(to) }];
  });
  return { number, width, height, runs, links, roles: rolesOf(await page.getStructTree()) };
}

/** What is printed inside of a rectangle, from left to right. */
function within(runs: readonly Run[], [x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[]): string {
  const inside = runs.filter(({ left, right, y }) => left > x1 - 2 && right < x2 + 2 && y > y1 - 1 && y < y2);
  return inside.map(({ text }) => text).join(' ');
}

function rolesOf(tree: unknown): Set<string> {
  const roles = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('role' in node && typeof node.role === 'string') roles.add(node.role);
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(walk);
  };
  walk(tree);
  return roles;
}

import {
  addAfter,
  closest,
  type Element,
  isOf,
  type Listed,
  make,
  named,
  strip,
  type Text,
  textNodes,
} from './tree.ts';

/** Characters of code that fit a line on A4, the narrower paper, with room for the indent of what was wrapped. */
export const widest = 88;
/** The same for the files of the configuration, which are set smaller. */
export const widestOfFile = 98;

/**
 * Marks where a long line of code goes on in the next one. Paper gets a line break with a sign there (see report.css),
 * the screen nothing, and who copies the text the line as it is.
 */
export function wrapCode({ elements }: Listed): void {
  for (const block of elements.filter(named('pre'))) {
    strip(block, 'tabindex', 'role', 'aria-label');
    const room = closest(block, isOf('listing')) ? widestOfFile : widest;
    for (const [node, at] of breaks(block, room).reverse()) {
      const rest = node.data.slice(at);
      node.data = node.data.slice(0, at);
      addAfter(node, make('span', { class: 'goes-on' }), rest);
    }
  }
}

/** Where lines break: text nodes, each with the place in it, in the order of the text. */
function breaks(block: Element, room: number): [Text, number][] {
  const found: [Text, number][] = [];
  const nodes = textNodes(block);
  const whole = nodes.map(({ data }) => data).join('');
  let start = 0;
  for (const line of whole.split('\n')) {
    for (const offset of offsets(line, room)) {
      const at = locate(nodes, start + offset);
      if (at) found.push(at);
    }
    start += line.length + 1;
  }
  return found;
}

/** The places in a line after which it goes on below: after a space where there is one near, else in the word. */
export function offsets(line: string, first: number): number[] {
  const found: number[] = [];
  let from = 0;
  let room = first;
  while (line.length - from > room) {
    const space = line.lastIndexOf(' ', from + room - 1);
    const at = space > from + room / 2 ? space + 1 : from + room;
    found.push(at);
    from = at;
    room = first - 4;
  }
  return found;
}

function locate(nodes: readonly Text[], offset: number): [Text, number] | undefined {
  let passed = 0;
  for (const node of nodes) {
    if (offset < passed + node.data.length) return [node, offset - passed];
    passed += node.data.length;
  }
  return undefined;
}

import render from 'dom-serializer';
import { type AnyNode, Element, hasChildren, isTag, isText, type ParentNode, Text } from 'domhandler';
import { append, appendChild, prependChild, removeElement } from 'domutils';
import { parseDocument } from 'htmlparser2';

/**
 * A document as a plain tree, with the few questions that assembling asks of it. A whole DOM with selectors costs
 * several times as much on a document of a megabyte, and nothing here needs one.
 */
export type Tree = ParentNode;
export type Test = (element: Element) => boolean;
export { Element, Text };

export const parse = (html: string): Tree => parseDocument(html);

export const serialize = (tree: Tree): string => render(tree.children, { encodeEntities: 'utf8' });

/** An element with attributes, around text or other nodes. */
export const make = (
  name: string,
  attributes: Record<string, string> = {},
  ...within: readonly (AnyNode | string)[]
): Element => add(new Element(name, attributes), ...within);

/** Puts nodes at the end of an element. */
export function add(element: Element, ...within: readonly (AnyNode | string)[]): Element {
  for (const node of within) appendChild(element, nodeOf(node));
  return element;
}

/** Puts nodes at the start of an element. */
export function addFirst(element: Element, ...within: readonly (AnyNode | string)[]): void {
  for (const node of [...within].reverse()) prependChild(element, nodeOf(node));
}

/** Puts nodes after a text, in the same parent. */
export function addAfter(text: Text, ...nodes: readonly (AnyNode | string)[]): void {
  for (const node of [...nodes].reverse()) append(text, nodeOf(node));
}

const nodeOf = (node: AnyNode | string) => (typeof node === 'string' ? new Text(node) : node) as Element | Text;

export const remove = (element: Element): void => removeElement(element);

export function replaceText(element: Element, text: string): void {
  element.children = [];
  add(element, text);
}

/** Every element below a node that passes the test, in the order of the document. */
export function all(below: Tree, test: Test = () => true, found: Element[] = []): Element[] {
  for (const child of below.children) {
    if (!isTag(child)) continue;
    if (test(child)) found.push(child);
    all(child, test, found);
  }
  return found;
}

/** A document, with its elements in their order and those of each part. */
export interface Listed {
  document: Tree;
  elements: readonly Element[];
  parts: readonly { part: Element; within: readonly Element[] }[];
}

/**
 * Lists the elements of a document once: dozens of questions are asked of them, and to walk through the tree for each
 * would cost more than all else. What is put in or taken out afterwards is not on the list.
 */
export function listed(document: Tree): Listed {
  const elements = all(document);
  return { document, elements, parts: elements.filter(isPart).map((part) => ({ part, within: all(part) })) };
}

/** The first element below a node that passes the test. */
export function first(below: Tree, test: Test): Element | undefined {
  for (const child of below.children) {
    if (!isTag(child)) continue;
    const found = test(child) ? child : first(child, test);
    if (found) return found;
  }
  return undefined;
}

/** The nearest element that passes the test: itself, or one around it. */
export function closest(element: Element, test: Test): Element | undefined {
  for (let node: AnyNode | null = element; node && isTag(node); node = node.parent) if (test(node)) return node;
  return undefined;
}

export const textOf = (node: AnyNode): string =>
  isText(node) ? node.data : hasChildren(node) ? node.children.map(textOf).join('') : '';

export const textNodes = (tree: Tree): Text[] =>
  tree.children.flatMap((child) => (isText(child) ? [child] : isTag(child) ? textNodes(child) : []));

export const named = (...names: readonly string[]): Test => {
  const set = new Set(names);
  return ({ name }) => set.has(name);
};
export const having =
  (attribute: string): Test =>
  ({ attribs }) =>
    attribs[attribute] !== undefined;
export const isOf =
  (name: string): Test =>
  ({ attribs }) =>
    attribs['class']?.includes(name) === true && ` ${attribs['class']} `.includes(` ${name} `);
export const either =
  (...tests: readonly Test[]): Test =>
  (element) =>
    tests.some((test) => test(element));

export function addClass(element: Element, name: string): void {
  if (!isOf(name)(element)) element.attribs['class'] = [element.attribs['class'], name].filter(Boolean).join(' ');
}

/** Takes attributes away from an element. */
export function strip({ attribs }: Element, ...names: readonly string[]): void {
  for (const name of names) delete attribs[name];
}

export const isPart = isOf('part');

import { withCssVariables } from './theme.ts';

const decoded = (css: string) => css.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** Mermaid's SVG as the site shows it: no style attributes, no fixed colours, no id that another diagram could have. */
export const tidy = (svg: string, id: string): string =>
  asImage(ownIds(withoutStyles(titlesAside(withCssVariables(svg)), id), id));

/** The title of a group goes into its corner: in the middle, where Mermaid puts it, lines run through it. */
const titlesAside = (svg: string): string =>
  svg.replace(
    /(<g class="cluster"[^>]*><rect[^>]*\sx="([-\d.]+)" y="([-\d.]+)"[^>]*><\/rect><g class="cluster-label" transform=")[^"]*"/g,
    (_, start: string, x: string, y: string) => `${start}translate(${Number(x) + 10}, ${Number(y) + 6})"`,
  );

/** Style attributes become classes in the drawing's own style sheet. In SVG inside HTML, style is no raw text. */
function withoutStyles(svg: string, id: string): string {
  const names = new Map<string, string>();
  const plain = svg.replace(/<[a-zA-Z][^>]*>/g, (tag) => {
    const [attribute, value = ''] = /\sstyle="([^"]*)"/.exec(tag) ?? [];
    if (!attribute) return tag;
    const bare = tag.replace(attribute, '');
    const rules = declarations(value);
    if (!rules) return bare;
    const name = names.get(rules) ?? `s${names.size}`;
    names.set(rules, name);
    return /\sclass="/.test(bare)
      ? bare.replace(/\sclass="/, ` class="${name} `)
      : bare.replace(/^<([a-zA-Z]+)/, `<$1 class="${name}"`);
  });
  const added = [...names].map(([rules, name]) => `#${id}.${name},#${id} .${name}{${rules}}`).join('');
  return plain.replace(/<style>([\s\S]*?)<\/style>/, (_, css: string) => `<style>${decoded(css)}${added}</style>`);
}

const declarations = (value: string) =>
  value
    .split(';')
    .map((declaration) => declaration.trim())
    .filter(Boolean)
    .map((declaration) => `${declaration.replace(/\s*!important$/, '')}!important`)
    .join(';');

/** Some ids carry a counter of the page that rendered them: they are numbered anew and put under the diagram's own id. */
function ownIds(svg: string, id: string): string {
  const found = new Set([...svg.matchAll(/\sid="([^"]+)"/g)].map(([, name = '']) => name));
  const numbers = new Map<string, string>();
  let text = svg;
  for (const name of found) {
    if (name.includes(id)) continue;
    const own = name.replace(/\d+$/, (digits) => {
      if (!numbers.has(digits)) numbers.set(digits, String(numbers.size));
      return numbers.get(digits) ?? digits;
    });
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const uses = new RegExp(`(\\sid="|url\\(#|href="#|aria-(?:labelledby|describedby)=")${escaped}(?=["\\)])`, 'g');
    text = text.replace(uses, `$1${id}-${own}`);
  }
  return text;
}

/** One image with a name and a description, in place of a document that a reader would have to walk through. */
const asImage = (svg: string): string =>
  svg.replace(/^<svg[^>]*>/, (tag) =>
    tag
      .replace(/\srole="[^"]*"/, '')
      .replace(/\saria-roledescription="[^"]*"/, '')
      .replace(/^<svg/, '<svg role="img"'),
  );

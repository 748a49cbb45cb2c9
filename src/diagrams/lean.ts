/**
 * A drawing without what nobody sees: data for scripts, arrow heads that no line has, rules for parts that it lacks,
 * empty groups, and digits below a tenth of a pixel. That is more than half of what Mermaid writes.
 */
export function lean(svg: string): string {
  const bare = withoutEmptyGroups(
    withoutUnusedParts(svg.replace(/\s(?:data-[\w-]+|look)="[^"]*"/g, ''))
      .replace(/\s(d|points|transform|viewBox|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height)="([^"]*)"/g, rounded)
      .replace(
        /\sclass="([^"]*)"/g,
        (_, names: string) => ` class="${[...new Set(names.trim().split(/\s+/))].join(' ')}"`,
      ),
  );
  // Mermaid insists on a font in some drawings; the page chooses it, on paper too.
  const plain = bare.replace(/font-family:\s*sans-serif\s*!important/g, 'font-family: inherit');
  return plain.replace(/<style>([\s\S]*?)<\/style>/, (_, css: string) => `<style>${usedRules(css, plain)}</style>`);
}

const rounded = (_: string, name: string, value: string): string =>
  ` ${name}="${value.replace(/-?\d+\.\d{2,}(?!e)/g, (number) => `${Number(Number(number).toFixed(1))}`)}"`;

/** Markers, gradients and filters to which nothing refers. */
const withoutUnusedParts = (svg: string): string =>
  svg.replace(
    /<(marker|filter|linearGradient|symbol)\b[^>]*\sid="([^"]+)"[^>]*>[\s\S]*?<\/\1>/g,
    (part, _name: string, id: string) => (svg.includes(`#${id})`) || svg.includes(`"#${id}"`) ? part : ''),
  );

function withoutEmptyGroups(svg: string): string {
  const less = svg.replace(/<(g|defs)(?:\s[^>]*)?><\/\1>/g, '');
  return less === svg ? svg : withoutEmptyGroups(less);
}

/** The rules of a flat style sheet that some part of the drawing can have. */
function usedRules(css: string, svg: string): string {
  const names = new Set([...svg.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, all = '']) => all.split(' ')));
  const tags = new Set([...svg.matchAll(/<([a-zA-Z]+)/g)].map(([, name]) => name));
  const ids = new Set([...svg.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
  const isUsed = (selector: string) => {
    const parts = [
      ...selector.replace(/\[[^\]]*\]|::?[\w-]+(?:\([^)]*\))?/g, '').matchAll(/([.#]?)([A-Za-z_][\w-]*)/g),
    ];
    return parts.every(([, kind, name = '']) => (kind === '.' ? names : kind === '#' ? ids : tags).has(name));
  };
  const kept = [
    ...css.replace(/@keyframes\s[^{]+\{(?:[^{}]*\{[^{}]*\})*\}/g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g),
  ].flatMap(([, selectors = '', rules = '']) => {
    const used = selectors
      .split(',')
      .map((selector) => selector.trim())
      .filter((selector) => isUsed(selector));
    return used.length > 0 && rules ? [`${used.join(',')}{${rules}}`] : [];
  });
  return kept.join('');
}

import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HastPluginDefinition } from 'satteri';
import { escapeHtml } from '../site/html.ts';
import { described, keepRendered, rendered } from './cache.ts';
import { lean } from './lean.ts';

/** ```mermaid fences become numbered figures with the drawing in them; the reader never sees Mermaid's code. */
export const diagrams = (): HastPluginDefinition => ({
  name: 'diagrams',
  element: {
    filter: ['pre'],
    async visit(node, context) {
      const [code] = node.children;
      const classes = code?.type === 'element' ? code.properties['className'] : undefined;
      const isMermaid = Array.isArray(classes) && classes.includes('language-mermaid');
      if (!isMermaid && node.properties['dataLanguage'] !== 'mermaid') return;
      const file = context.fileURL ? relative(process.cwd(), fileURLToPath(context.fileURL)) : 'prose';
      const source = context.textContent(node);
      const { title } = described(source, file);
      const svg = rendered(source) ?? (await renderNow(source, file));
      const html = `<div class="scroll" tabindex="0" role="group" aria-label="${escapeHtml(title)}">${lean(svg)}</div><figcaption>${escapeHtml(title)}</figcaption>`;
      return {
        type: 'element',
        tagName: 'figure',
        properties: { className: ['figure', 'diagram'], 'set:html': html },
        children: [],
      };
    },
  },
});

/** For a diagram that was written since `npm run diagrams`. */
async function renderNow(source: string, file: string): Promise<string> {
  try {
    const { openRenderer } = await import('./render.ts');
    const renderer = await openRenderer();
    const svg = await renderer.render(source).finally(() => renderer.close());
    keepRendered(source, svg);
    return svg;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${file}: a diagram is not rendered yet; run \`npm run diagrams\` and commit content/diagrams. ${why}`,
    );
  }
}

import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { transformerNotationDiff, transformerNotationHighlight } from '@shikijs/transformers';
import { diagrams } from './src/diagrams/plugin.ts';
import { base, site } from './src/site/address.ts';
import { wholeSite } from './src/site/integration.ts';
import { links } from './src/site/links.ts';
import { classes, theme } from './src/site/shiki.ts';

/**
 * Not through `defineConfig`: its module loads what optimises drawings, an eighth of what the build would load.
 * @type {import('astro').AstroUserConfig}
 */
export default {
  ...(site ? { site } : {}),
  base,
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  integrations: [mdx(), wholeSite()],
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0, rolldownOptions: { checks: { moduleLevelDirective: false } } } },
  markdown: {
    syntaxHighlight: { type: 'shiki', excludeLangs: ['mermaid'] },
    processor: satteri({ hastPlugins: [diagrams(), links()] }),
    shikiConfig: { theme, transformers: [transformerNotationDiff(), transformerNotationHighlight(), classes] },
  },
};

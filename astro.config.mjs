import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { transformerNotationDiff, transformerNotationHighlight } from '@shikijs/transformers';
import { defineConfig } from 'astro/config';
import { diagrams } from './src/diagrams/plugin.ts';
import { base, site } from './src/site/address.ts';
import { finish } from './src/site/finish/index.ts';
import { keepBundle } from './src/site/keep-bundle.ts';
import { links } from './src/site/links.ts';
import { classes, theme } from './src/site/shiki.ts';

export default defineConfig({
  ...(site ? { site } : {}),
  base,
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  integrations: [mdx(), keepBundle(), finish()],
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0, rolldownOptions: { checks: { moduleLevelDirective: false } } } },
  markdown: {
    syntaxHighlight: { type: 'shiki', excludeLangs: ['mermaid'] },
    processor: satteri({ hastPlugins: [diagrams(), links()] }),
    shikiConfig: { theme, transformers: [transformerNotationDiff(), transformerNotationHighlight(), classes] },
  },
});

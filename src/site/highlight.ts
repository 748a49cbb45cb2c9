import { createRequire } from 'node:module';
import type { HighlighterCore } from 'shiki/core';
import { cached } from './cache.ts';
import own from './shiki.ts?raw';

const { version } = createRequire(import.meta.url)('shiki/package.json') as { version: string };
let highlighter: Promise<HighlighterCore> | undefined;

/**
 * Commands as HTML with class names, for commands that come from data. Code in prose is highlighted when it is
 * compiled. Shiki is loaded only for commands that it has not seen.
 */
export const highlight = (code: string): Promise<string> =>
  cached('code', [version, own, code], async () => {
    highlighter ??= open();
    const { classes, theme } = await import('./shiki.ts');
    const html = (await highlighter).codeToHtml(code, {
      lang: 'bash',
      theme: theme.name ?? 'css-variables',
      transformers: [classes],
    });
    return html.replace('tabindex="0"', `tabindex="0" role="group" aria-label="Commands"`);
  });

async function open(): Promise<HighlighterCore> {
  const [{ createHighlighterCore }, { createJavaScriptRegexEngine }, { default: bash }, { theme }] = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/javascript'),
    import('shiki/langs/bash.mjs'),
    import('./shiki.ts'),
  ]);
  return createHighlighterCore({ themes: [theme], langs: [bash], engine: createJavaScriptRegexEngine() });
}

import { createRequire } from 'node:module';
import type { HighlighterCore } from 'shiki/core';
import { cached } from './cache.ts';
import own from './shiki.ts?raw';

const { version } = createRequire(import.meta.url)('shiki/package.json') as { version: string };
let highlighter: Promise<HighlighterCore> | undefined;

/**
 * Code as HTML with class names, for code that comes from data or files. Code in prose is highlighted when it is
 * compiled. Shiki is loaded only for code that it has not seen.
 */
export const highlight = (code: string, lang: 'bash' | 'nix' = 'bash'): Promise<string> =>
  cached('code', [version, own, lang, code], async () => {
    highlighter ??= open();
    const { classes, theme } = await import('./shiki.ts');
    const html = (await highlighter).codeToHtml(code, {
      lang,
      theme: theme.name ?? 'css-variables',
      transformers: [classes],
    });
    return html.replace(
      'tabindex="0"',
      `tabindex="0" role="group" aria-label="${lang === 'bash' ? 'Commands' : 'Nix'}"`,
    );
  });

async function open(): Promise<HighlighterCore> {
  const [{ createHighlighterCore }, { createJavaScriptRegexEngine }, { default: bash }, { default: nix }, { theme }] =
    await Promise.all([
      import('shiki/core'),
      import('shiki/engine/javascript'),
      import('shiki/langs/bash.mjs'),
      import('shiki/langs/nix.mjs'),
      import('./shiki.ts'),
    ]);
  return createHighlighterCore({ themes: [theme], langs: [bash, nix], engine: createJavaScriptRegexEngine() });
}

import { createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import bash from 'shiki/langs/bash.mjs';
import nix from 'shiki/langs/nix.mjs';
import { classes, theme } from './shiki.ts';

let highlighter: Promise<HighlighterCore> | undefined;

/** Code as HTML with class names, for code that comes from data. Code in prose is highlighted when it is compiled. */
export async function highlight(code: string, lang: 'bash' | 'nix'): Promise<string> {
  highlighter ??= createHighlighterCore({ themes: [theme], langs: [bash, nix], engine: createJavaScriptRegexEngine() });
  const html = (await highlighter).codeToHtml(code, {
    lang,
    theme: theme.name ?? 'css-variables',
    transformers: [classes],
  });
  return html.replace('tabindex="0"', `tabindex="0" role="group" aria-label="Code"`);
}

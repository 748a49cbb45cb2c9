import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { escapeHtml } from '../html.ts';
import { look, type Marked } from '../marks.ts';

/** What a picture of a page says. */
export interface Card {
  /** What kind of thing the page is of. */
  kind: string;
  title: string;
  /** Its verdict, state or status; empty where it has none. */
  mark: string;
}

/** Pixels, as those who show a link expect them. */
export const size = { width: 1200, height: 630 };

const require = createRequire(import.meta.url);
const font = (file: string) =>
  `url(data:font/woff2;base64,${readFileSync(require.resolve(`@fontsource/${file}`)).toString('base64')})`;

/** The page on which every card is drawn; `bodyOf` is what changes. */
export const frame = (): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Cards</title><style>
@font-face{font-family:Serif;src:${font('source-serif-4/files/source-serif-4-latin-400-normal.woff2')}}
@font-face{font-family:Sans;src:${font('source-sans-3/files/source-sans-3-latin-400-normal.woff2')}}
*{box-sizing:border-box;margin:0}
body{width:${size.width}px;height:${size.height}px;padding:64px 72px;background:#fcfbf7;color:#191d1e;display:flex;flex-direction:column;border-bottom:16px solid #1c5266}
.kind{font:30px/1.2 Sans;color:#475053}
h1{font:400 64px/1.18 Serif;letter-spacing:-.01em;margin:22px 0 auto;overflow:hidden}
h1.long{font-size:50px}h1.longer{font-size:40px}
footer{display:flex;justify-content:space-between;align-items:center;font:30px/1.2 Sans;color:#475053}
.mark{display:flex;gap:14px;align-items:center;color:#191d1e;font-size:38px}
svg{width:36px;height:36px}
</style><body></body></html>`;

const sizeOf = (title: string) => (title.length > 150 ? 'longer' : title.length > 80 ? 'long' : '');

export function bodyOf({ kind, title, mark }: Card): string {
  const shape = mark ? `<svg viewBox="0 0 16 16">${look(mark as Marked).shape}</svg>` : '';
  return `<p class="kind">${escapeHtml(kind)}</p><h1 class="${sizeOf(title)}">${escapeHtml(title)}</h1><footer><span class="mark">${shape}${escapeHtml(mark)}</span><span>SSDs under a btrfs array</span></footer>`;
}

import { whole } from '../address.ts';
import { escapeHtml } from '../html.ts';

/** Every page for the robots of search engines, but the one that says that there is no page. */
export const sitemapOf = (paths: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...paths.filter((path) => path.endsWith('/')).map((path) => `<url><loc>${escapeHtml(whole(path))}</loc></url>`),
    '</urlset>\n',
  ].join('\n');

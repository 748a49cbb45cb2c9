import { escapeHtml } from '../html.ts';

/** What a page says of itself to those who show a link to it. */
export interface Shown {
  title: string;
  says: string;
  /** Whole addresses: those who read them know no base. */
  url: string;
  picture: string;
}

const stamped = /<meta property="og:[^>]*>|<meta name="twitter:[^>]*>/g;

/** Puts what Open Graph asks for into the head of a page. Doing it again changes nothing but what is said. */
export function withPicture(html: string, { title, says, url, picture }: Shown): string {
  const tag = (property: string, content: string) =>
    `<meta property="og:${property}" content="${escapeHtml(content)}">`;
  const tags = [
    tag('type', 'article'),
    tag('title', title),
    ...(says ? [tag('description', says)] : []),
    tag('url', url),
    tag('image', picture),
    tag('image:alt', title),
    '<meta name="twitter:card" content="summary_large_image">',
  ];
  return html.replace(stamped, '').replace('</head>', `${tags.join('')}</head>`);
}

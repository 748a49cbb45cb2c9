/** The sections of a page that can be linked to, in order: the id of each heading of the second rank, and its text. */
export const contentsOf = (html: string): { id: string; text: string }[] =>
  [...html.matchAll(/<h2\b[^>]*\sid="([^"]+)"[^>]*>([\s\S]*?)<\/h2>/g)].map(([, id = '', inner = '']) => ({
    id,
    text: inner
      .replace(/<svg[\s\S]*?<\/svg>|<[^>]+>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  }));

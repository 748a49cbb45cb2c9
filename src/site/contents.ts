/** The sections of a page that can be linked to, in order: the id of each heading of the second rank, and its text. */
export const contentsOf = (html: string): { id: string; text: string }[] =>
  [...html.matchAll(/<h2\b[^>]*\sid="([^"]+)"[^>]*>([\s\S]*?)<\/h2>/g)].map(([, id = '', inner = '']) => ({
    id,
    text: inner
      .replace(/<svg[\s\S]*?<\/svg>|<[^>]+>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  }));

/** Changes a page but for its margin notes, which are for the eye alone: nothing in them may be a link. */
export function besideMargins(html: string, change: (html: string) => string): string {
  const notes: string[] = [];
  const without = html.replace(
    /<div class="margin"[\s\S]*?<\/div>/g,
    (note) => `<hr data-note="${notes.push(note) - 1}">`,
  );
  return change(without).replace(/<hr data-note="(\d+)">/g, (_, i) => notes[Number(i)] ?? '');
}

/** What a page may weigh, and how it has to do in Lighthouse. Sizes are of what travels: compressed with gzip. */
export const limits = [
  { id: 'html', what: 'HTML of a page to read, the largest one', unit: 'kB', limit: 12 },
  { id: 'register', what: 'HTML of a register, the largest one', unit: 'kB', limit: 36 },
  { id: 'matrix', what: 'HTML of the matrix', unit: 'kB', limit: 40 },
  { id: 'css', what: 'Style sheets of a page', unit: 'kB', limit: 12 },
  { id: 'js', what: 'Scripts before anything is asked of the page', unit: 'kB', limit: 6 },
  { id: 'fonts', what: 'Fonts that a first visit loads', unit: 'kB', limit: 60 },
  { id: 'requests', what: 'Requests of a first visit', unit: '', limit: 8 },
] as const;

export type FigureId = (typeof limits)[number]['id'];
/** A figure, and the page that it is of. */
export interface Figure {
  value: number;
  page: string;
}
export type Figures = Partial<Record<FigureId, Figure>>;

/** The four scores of Lighthouse, each of which has to be 100. */
export const scores = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export const perfect = 100;

/** Tables with a line for each record, which grow with the data: not pages that somebody reads from top to bottom. */
export const registers = new Set([
  'failures',
  'findings',
  'sources',
  'explore',
  'search',
  'experiments',
  'glossary',
  'unknown',
  'nix',
  'runbooks',
  'changes',
]);

/** `12.3 kB`, `7`. */
export const inUnit = (value: number, unit: string): string => (unit === 'kB' ? `${value.toFixed(1)} kB` : `${value}`);

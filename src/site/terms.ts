/** A word to link, with its other forms. */
export interface Linkable {
  id: string;
  term: string;
  also: readonly string[];
}

/** Tags, with attributes that may hold a `>`; or the text between two tags. */
const pieces = /<!--[\s\S]*?-->|<(?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+/g;
/** Where a word is not linked: in links and controls, in code and drawings, in headings and labels. */
const shut = new Set(
  'a button code pre kbd samp svg math figure script style template h1 h2 h3 h4 h5 h6 dt th caption summary label nav'.split(
    ' ',
  ),
);
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

const pattern = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[-\s]+/g, '[-\\s]+');

/**
 * HTML in which each word of the glossary is a link where it first stands in running text. Nothing else is changed: the
 * text that a reader sees stays as it was.
 */
export function linkTerms(html: string, terms: readonly Linkable[], hrefOf: (id: string) => string): string {
  if (terms.length === 0) return html;
  const { byForm, word } = formsOf(terms);
  const open: string[] = [];
  const linked = new Set<string>();
  return html.replaceAll(pieces, (piece) => {
    if (piece.startsWith('<')) {
      track(piece, open);
      return piece;
    }
    if (open.length > 0) return piece;
    return piece.replaceAll(word, (found, form: string) => {
      const term = byForm.get(normal(form));
      if (!term || linked.has(term.id)) return found;
      linked.add(term.id);
      return `<a class="term" href="${hrefOf(term.id)}">${found}</a>`;
    });
  });
}

interface Forms {
  byForm: Map<string, Linkable>;
  word: RegExp;
}
const known = new WeakMap<readonly Linkable[], Forms>();

/** The forms of all words, and the pattern that finds them: made once for the same words, since every page needs it. */
function formsOf(terms: readonly Linkable[]): Forms {
  const made = known.get(terms);
  if (made) return made;
  const byForm = new Map(
    terms.flatMap((term) => [term.term, ...term.also].map((form): [string, Linkable] => [normal(form), term])),
  );
  const forms = terms.flatMap(({ term, also }) => [term, ...also]);
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  const word = new RegExp(
    `(?<![\\p{L}\\p{N}_/.-])(${longestFirst.map(pattern).join('|')})(s?)(?![\\p{L}\\p{N}_-])`,
    'giu',
  );
  known.set(terms, { byForm, word });
  return { byForm, word };
}

const normal = (form: string) => form.toLowerCase().replace(/[-\s]+/g, ' ');

/** Keeps the stack of elements in which nothing is linked, and of what is open inside them. */
function track(tag: string, open: string[]): void {
  const [, closing, name = ''] = /^<(\/?)([a-zA-Z][\w-]*)/.exec(tag) ?? [];
  const element = name.toLowerCase();
  if (element === '' || empty.has(element) || tag.endsWith('/>')) return;
  if (closing) {
    const at = open.lastIndexOf(element);
    if (at >= 0) open.length = at;
  } else if (open.length > 0 || shut.has(element)) open.push(element);
}

const linkedOf = new WeakMap<object, readonly Linkable[]>();
/** The words of a model that are linked: the same list for every page. */
export function linkedTerms(model: { glossary: readonly (Linkable & { linked: boolean })[] }): readonly Linkable[] {
  const terms = linkedOf.get(model) ?? model.glossary.filter(({ linked }) => linked);
  linkedOf.set(model, terms);
  return terms;
}

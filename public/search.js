// Finds pages, findings and transcripts. Nothing is loaded before somebody types, and nothing from elsewhere: the build
// made the index (src/site/finish/search-index.ts says what is in it).

/** @typedef {[path: string, title: string, type: string, verdict: string, says: string]} Entry */
/** @typedef {{ common: string[], entries: Entry[] }} Entries */
/** @typedef {{ n: number, score: number }} Hit */

const word = /[a-z0-9]+(?:[._-][a-z0-9]+)*/g;

/** The words of a query that can find something; the last one may still be in the making. */
export const wordsOf = (query, common) =>
  [...new Set(query.toLowerCase().match(word) ?? [])].filter((term) => !common.includes(term));

/** Where a word stands, by entry, each with a weight. What only starts with the word counts less. */
export function placesOf(term, shard, count) {
  const found = new Map();
  const singular = term.length > 3 && term.endsWith('s') ? term.slice(0, -1) : term;
  for (const [other, at] of Object.entries(shard)) {
    if (!other.startsWith(singular)) continue;
    const near =
      other === term ? 1 : other === singular || other === `${term}s` ? 0.9 : 0.4 * (term.length / other.length);
    const rare = Math.log(1 + count / at.length);
    let place = 0;
    for (const distance of at) {
      place += distance;
      const score = (place % 16) * rare * near;
      const n = place >> 4;
      if (score > (found.get(n) ?? 0)) found.set(n, score);
    }
  }
  return found;
}

/** The entries that have every word, the best first; where none has, those that have most of them. */
export function rank(places) {
  const hits = new Map();
  for (const found of places)
    for (const [n, score] of found) {
      const hit = hits.get(n) ?? { n, score: 0, words: 0 };
      hits.set(n, { n, score: hit.score + score, words: hit.words + 1 });
    }
  const all = [...hits.values()];
  const most = Math.max(0, ...all.map(({ words }) => words));
  return {
    whole: most === places.length,
    hits: all.filter(({ words }) => words === most).sort((a, b) => b.score - a.score || a.n - b.n),
  };
}

/** The sentence or line of a text in which most of the words stand; undefined where none does. */
export function lineWith(text, words) {
  let best;
  let most = 0;
  for (const line of text.split('\n')) {
    const lower = line.toLowerCase();
    const n = words.filter((term) => lower.includes(term)).length;
    if (n > most) [best, most] = [line, n];
  }
  return best
    ?.replace(/\]\([^)]*\)/g, '')
    .replace(/^[\s#>|-]+|[[*`|]/g, '')
    .trim();
}

/** How many results are shown at first, and of how many the text is fetched to show where the words stand. */
const shown = 20;
const quoted = 6;

function start(root) {
  const base = new URL('search/', import.meta.url);
  const [input, type, verdict, status, list, more] = ['q', 'type', 'verdict', 'found', 'results', 'more'].map((id) =>
    root.getElementById(id),
  );
  const files = new Map();
  const load = (name) => {
    if (!files.has(name))
      files.set(
        name,
        fetch(new URL(`${name}.json`, base)).then((response) => (response.ok ? response.json() : {})),
      );
    return files.get(name);
  };
  let latest = 0;
  let limit = shown;

  async function search() {
    const mine = ++latest;
    remember();
    const query = input.value.trim();
    if (!query) return show([], [], '');
    status.textContent = 'Searching …';
    const { common, entries } = await load('entries');
    const words = wordsOf(query, common);
    const places = await Promise.all(
      words.map(async (term) => placesOf(term, await load(term.charAt(0)), entries.length)),
    );
    if (mine !== latest) return;
    const { hits, whole } = rank(places);
    const fitting = hits
      .map(({ n }) => entries[n])
      .filter(([, , t, v]) => (!type.value || t === type.value) && (!verdict.value || v === verdict.value));
    const some = whole || fitting.length === 0 ? '' : ' None has all the words; these have most of them.';
    const rare = words.length === 0 ? ' These words stand everywhere: try a rarer one.' : '';
    show(fitting, words, `${fitting.length || 'Nothing'} found.${some}${rare}`);
  }

  function show(entries, words, says) {
    status.textContent = says;
    list.replaceChildren(...entries.slice(0, limit).map((entry, i) => result(entry, words, i)));
    more.hidden = entries.length <= limit;
  }

  function result([path, title, kind, mark, says], words, i) {
    const item = document.createElement('li');
    const link = Object.assign(document.createElement('a'), { href: path });
    link.append(...marked(title, words));
    const meta = Object.assign(document.createElement('span'), { className: 'meta' });
    meta.textContent = [kind, mark].filter(Boolean).join(' · ');
    const quote = document.createElement('p');
    const isTranscript = kind === 'transcript';
    if (!isTranscript) quote.append(...marked(says, words));
    item.append(link, ' ', meta, quote);
    if (i < quoted) cite(isTranscript ? says : `${path}index.md`, words, quote);
    return item;
  }

  /** Puts the line in which the words stand below a result. */
  async function cite(url, words, quote) {
    const response = await fetch(url).catch(() => undefined);
    const line = response?.ok ? lineWith(await response.text(), words) : undefined;
    if (line) quote.replaceChildren(...marked(line.slice(0, 240), words));
  }

  function marked(text, words) {
    if (words.length === 0) return [text];
    const pattern = new RegExp(`(${words.map((term) => term.replace(/[.-]/g, '\\$&')).join('|')})`, 'gi');
    return text
      .split(pattern)
      .map((part, i) => (i % 2 ? Object.assign(document.createElement('mark'), { textContent: part }) : part));
  }

  /** The search is in the address, so that it can be sent on and comes back with the back button. */
  function remember() {
    const state = new URLSearchParams();
    for (const field of [input, type, verdict]) if (field.value) state.set(field.id, field.value);
    history.replaceState(null, '', state.size ? `?${state}` : location.pathname);
  }

  const asked = new URLSearchParams(location.search);
  for (const field of [input, type, verdict]) {
    field.value = asked.get(field.id) ?? '';
    field.addEventListener('input', () => {
      limit = shown;
      search();
    });
  }
  more.addEventListener('click', () => {
    limit += shown;
    search();
  });
  root.addEventListener('keydown', (event) => {
    const links = [...list.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement);
    const inSearch = at >= 0 || document.activeElement === input;
    if (!inSearch || !['ArrowDown', 'ArrowUp', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    if (event.key === 'Escape') {
      input.value = '';
      input.focus();
      search();
    } else if (event.key === 'ArrowDown') (links[at + 1] ?? links[at] ?? input).focus();
    else (links[at - 1] ?? input).focus();
  });
  root.getElementById('search').hidden = false;
  input.focus();
  if (input.value) search();
}

if (typeof document !== 'undefined') start(document);

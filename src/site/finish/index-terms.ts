/** Words that stand everywhere and so find nothing. The page of the search leaves them out of a query as well. */
export const common = new Set(
  'a an and are as at be but by can do does for from has have in into is it its no not of on one or so that the their them then there they this to was were what when where which who why will with'.split(
    ' ',
  ),
);

const word = /[a-z0-9]+(?:[._-][a-z0-9]+)*/g;
const joint = /[._-]/;
const number = /^\d+$/;
/** Hashes, addresses and times, of which every run has others. */
const noise = /^(?:(?=.*\d)[0-9a-f]{7,}|0x.*|\d{5,}|\d+[._-][\d._-]*)$/;
const longest = 32;

/** The terms of a text, each with how often it stands there. A compound counts as itself and as its parts. */
export function termsOf(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const one of text.toLowerCase().match(word) ?? []) words.set(one, (words.get(one) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const [one, times] of words) {
    count(one, times, counts);
    if (joint.test(one)) for (const part of one.split(joint)) if (!number.test(part)) count(part, times, counts);
  }
  return counts;
}

function count(term: string, times: number, counts: Map<string, number>): void {
  const seen = counts.get(term);
  if (seen !== undefined) counts.set(term, seen + times);
  else if (term.length > 1 && term.length <= longest && !common.has(term) && (version.test(term) || !noise.test(term)))
    counts.set(term, times);
}

/** Of a kernel or a tool: `6.12`. */
const version = /^\d{1,2}\.\d{1,3}$/;

/** A thing before and after; absent where it did not or does not exist. */
export interface Change<T> {
  id: string;
  title: string;
  before?: T;
  after?: T;
}
/** A thing that changed, or that hangs on something that did, and by what it hangs on it. */
export type Affected = Change<string> & { because: string[] };

export type Titled<T> = Map<string, { title: string; value: T }>;
export const titled = <T>(entries: [id: string, title: string, value: T][]): Titled<T> =>
  new Map(entries.map(([id, title, value]) => [id, { title, value }]));

/** What differs between two lists of things, by their ids. */
export function changes<T>(before: Titled<T>, after: Titled<T>): Change<T>[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    if (JSON.stringify(was?.value) === JSON.stringify(is?.value)) return [];
    const title = is?.title ?? was?.title ?? id;
    return [{ id, title, ...(was && { before: was.value }), ...(is && { after: is.value }) }];
  });
}

/** The things that changed, and those that did not but for which `why` gives a reason to look at them again. */
export function affected(before: Titled<string>, after: Titled<string>, why: (id: string) => string[]): Affected[] {
  const own = new Map(changes(before, after).map((change) => [change.id, change]));
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((id) => {
    const because = [...new Set(why(id))];
    const change = own.get(id);
    if (change) return [{ ...change, because }];
    const same = after.get(id);
    if (because.length === 0 || !same) return [];
    return [{ id, title: same.title, before: same.value, after: same.value, because }];
  });
}

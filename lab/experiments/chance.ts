/** Numbers from 0 up to 1 that a seed decides (mulberry32, public domain). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` of the items, each at most once, as the seed decides. Throws when there are fewer. */
export function pick<T>(items: readonly T[], count: number, seed: number): T[] {
  if (items.length < count) throw new Error(`${count} were asked for and there are ${items.length}`);
  const random = chance(seed);
  const left = [...items];
  return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)).flat();
}

/** A leg behind bcache as sysfs shows it. */
export type BcacheLeg = {
  /** Such as bcache0. */
  device: string;
  state: 'no cache' | 'clean' | 'dirty' | 'inconsistent';
  /** What stands on the SSD alone, as the kernel rounds it: to a tenth of the unit that it prints. */
  dirtyBytes: number;
  mode: string;
};

const states = ['no cache', 'clean', 'dirty', 'inconsistent'] as const;
const units: Record<string, number> = { '': 1, k: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };

/** Reads a size as bcache prints it, such as 2.0M. Throws on what is none. */
export function bcacheSize(text: string): number {
  const found = /^(\d+(?:\.\d+)?)([kMGT]?)$/.exec(text.trim());
  if (!found) throw new Error(`no size of bcache: ${text}`);
  return Math.round(Number(found[1]) * (units[found[2] ?? ''] ?? Number.NaN));
}

/**
 * Reads what the procedure check-bcache prints: a line for each file of each leg, path, colon, content. Throws when a
 * file of a leg is missing or its content is unknown.
 */
export function bcacheLegs(printed: string): BcacheLeg[] {
  const files = new Map<string, Map<string, string>>();
  for (const [, device = '', file = '', content = ''] of printed.matchAll(
    /^\/sys\/block\/(bcache\d+)\/bcache\/(\w+):(.*)$/gm,
  ))
    files.set(device, (files.get(device) ?? new Map<string, string>()).set(file, content));
  return [...files].map(([device, has]) => {
    const read = (file: string) => {
      const content = has.get(file);
      if (content === undefined) throw new Error(`no ${file} of ${device} in what sysfs printed`);
      return content;
    };
    const state = states.find((one) => one === read('state'));
    if (!state) throw new Error(`${device} is in a state that is not known: ${read('state')}`);
    const mode = /\[(\w+)\]/.exec(read('cache_mode'))?.[1];
    if (!mode) throw new Error(`${device} has no mode in brackets: ${read('cache_mode')}`);
    return { device, state, dirtyBytes: bcacheSize(read('dirty_data')), mode };
  });
}

/** Reads the state of a leg in its header, from what `bcache-super-show` prints. Throws when there is none. */
export function headerState(printed: string): string {
  const found = /^dev\.data\.cache_state\s+\d+ \[([\w ]+)\]/m.exec(printed)?.[1];
  if (!found) throw new Error('no cache_state in what bcache-super-show printed');
  return found;
}

import { describe, expect, it } from 'vitest';
import { failures } from '../../data/failures.ts';
import { getModel } from '../model/index.ts';
import { buildOf } from './build.ts';
import { type Combo, change, combos, costIn, failuresOf, worst } from './combos.ts';
import { described, drawn, stackOf } from './stack.ts';

const combo = (id: string): Combo => combos.find((one) => one.id === id) ?? expect.fail(`no combination ${id}`);

describe('combos', () => {
  it('have an address each', () => {
    expect(new Set(combos.map(({ id }) => id)).size).toBe(combos.length);
  });

  it('show every failure that is described, in one of them at least', () => {
    const shown = new Set(combos.flatMap((one) => failuresOf(Object.values(failures), one)));
    expect(Object.entries(failures).flatMap(([id, failure]) => (shown.has(failure) ? [] : id))).toEqual([]);
  });
});

describe('change', () => {
  it('keeps what can be kept', () => {
    expect(change(combo('own-ssd-lvmcache-writethrough'), 'mode', 'writeback')?.id).toBe('own-ssd-lvmcache-writeback');
    expect(change(combo('own-ssd-bcache-writeback'), 'layout', 'shared-ssd')?.id).toBe('shared-ssd-bcache-writeback');
  });

  it('changes the layout where the new number of disks asks for it', () => {
    expect(change(combo('own-ssd-lvmcache-writethrough'), 'hdds', 4)?.hdds).toBe(4);
  });
});

describe('the cost of a failure', () => {
  it('is another one in writeback mode where the record says so', () => {
    const failure = { costs: 'the array', costsInWriteback: 'data' } as const;
    expect([costIn(failure, 'writethrough'), costIn(failure, 'writeback')]).toEqual(['the array', 'data']);
  });

  it('is the worst that is known', () => {
    expect(worst(['nothing', 'not known', 'one leg'])).toBe('one leg');
    expect(worst(['not known'])).toBe('not known');
  });
});

describe('the drawing', () => {
  it.each(combos.map((one) => [one.id, one] as const))(
    'of %s has each of its disks, and no two boxes on one place',
    (_, one) => {
      const { boxes } = stackOf(one);
      expect(boxes.filter(({ kind }) => kind === 'hdd')).toHaveLength(one.hdds);
      expect(boxes.filter(({ kind }) => kind === 'ssd')).toHaveLength(one.ssds);
      for (const a of boxes)
        for (const b of boxes)
          if (a !== b && a.y === b.y)
            expect(a.x + a.w <= b.x + 0.1 || b.x + b.w <= a.x + 0.1, `${a.name} ${b.name}`).toBe(true);
    },
  );

  it('says in words what stands on what', () => {
    expect(described(combo('shared-ssd-lvmcache-writethrough'))).toContain(
      'leg 1 stands on HDD 1 with its cache on SSD 1. leg 2 stands on HDD 2 with its cache on SSD 1.',
    );
  });

  it('brings no colour and no style of its own', () => {
    expect(drawn(combo('four-legs-bcache-writeback'))).not.toMatch(/style=|#[0-9a-f]{3}|fill=/);
  });
});

describe('buildOf', { timeout: 60_000 }, () => {
  it('has the commands of the layout that the lab built most', async () => {
    const { procedures } = await getModel();
    expect(buildOf(combo('own-ssd-lvmcache-writethrough'), procedures).map(({ procedure }) => procedure.id)).toEqual([
      'create-leg',
      'create-leg',
      'make-raid1',
      'mount-array',
      'attach-cache',
      'attach-cache',
    ]);
  });

  it('is empty where a procedure takes other parameters', async () => {
    const { procedures } = await getModel();
    const changed = procedures.map((one) => (one.id === 'create-leg' ? { ...one, parameters: { x: 'other' } } : one));
    expect(buildOf(combo('own-ssd-lvmcache-writethrough'), changed)).toEqual([]);
  });
});

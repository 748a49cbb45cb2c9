import { describe, expect, it } from 'vitest';
import { getModel } from '../model/index.ts';
import { abstract } from './abstract.ts';
import { edition } from './edition.ts';
import { findingNumber, topics } from './numbers.ts';

describe('abstract', () => {
  it('says nothing that has not been run, and says that', async () => {
    const model = await getModel();
    const nothing = { ...model, experiments: [], decisions: [], findings: [] };
    const { tested, found, notBroken } = abstract(nothing);
    expect(tested.map(({ text }) => text).join(' ')).toContain('no figure below is measured');
    expect(found).toEqual([]);
    expect(notBroken[0]?.text).toContain('Nothing can be named');
  });

  it('fits one page however much there is to say', async () => {
    const model = await getModel();
    const [one] = model.findings;
    if (!one) return;
    const many = Array.from({ length: 50 }, () => ({
      ...one,
      verdict: 'holds' as const,
      grade: 'measured on one kernel' as const,
    }));
    const { found } = abstract({ ...model, findings: many });
    expect(found).toHaveLength(5);
    expect(found.at(-1)?.text).toMatch(/^\d+ more/);
  });
});

describe('findingNumber', () => {
  it('counts topic by topic, without a gap', async () => {
    const model = await getModel();
    const ids = topics(model).flatMap(({ findings }) => findings.map(({ id }) => id));
    expect(ids.map((id) => findingNumber(model, id))).toEqual(ids.map((_, i) => `F${i + 1}`));
  });
});

describe('edition', () => {
  const date = '2026-01-01';
  it('has the date of the commit, in UTC', () => {
    const git = (verb: string) => (verb === 'log' ? 'abc 2026-11-22T10:00:00+01:00' : ' M file');
    expect(edition(date, git)).toMatchObject({ commit: 'abc', changed: true, date: '2026-11-22T09:00:00Z' });
  });
  it('needs no repository', () => {
    const git = () => {
      throw new Error('no repository');
    };
    expect(edition(date, git, {})).toMatchObject({ commit: undefined, date: '2026-01-01T00:00:00Z' });
    expect(edition(date, git, { SOURCE_DATE_EPOCH: '86400' }).date).toBe('1970-01-02T00:00:00Z');
  });
});

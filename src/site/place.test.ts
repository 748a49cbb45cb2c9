import { describe, expect, it } from 'vitest';
import { getModel } from '../model/index.ts';
import { pathOf } from './paths.ts';
import { originOf, placeOf } from './place.ts';

describe('placeOf', { timeout: 60_000 }, () => {
  it('stands between its neighbours, and names the file that it was written in', async () => {
    const model = await getModel();
    const [first, second] = model.criteria;
    expect(placeOf(model, pathOf('criterion', first?.id ?? ''))).toMatchObject({
      previous: undefined,
      next: { label: second?.short, to: pathOf('criterion', second?.id ?? '') },
      file: `content/criteria/${first?.id}.mdx`,
    });
  });

  it('is empty for a page that is no record', async () => {
    expect(placeOf(await getModel(), '/somewhere/')).toEqual({});
  });
});

describe('originOf', () => {
  it('is known where the repository is', () => {
    expect(originOf('data/x.ts', { SITE_REPOSITORY: 'https://example.org/a/b/' })).toEqual({
      edit: 'https://example.org/a/b/edit/main/data/x.ts',
      history: 'https://example.org/a/b/commits/main/data/x.ts',
    });
    expect(originOf('data/x.ts', {})).toBeUndefined();
  });
});

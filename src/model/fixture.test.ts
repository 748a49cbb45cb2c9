import { expect, it } from 'vitest';
import { checkFixture } from './fixture.ts';

it('has nothing wrong with it, so that a test sees only what it spoils', () => {
  const { problems, model } = checkFixture();
  expect(problems).toEqual([]);
  expect(model.criteria.map((criterion) => criterion.state)).toEqual(['answered']);
  expect(model.findings.map(({ verdict, grade }) => [verdict, grade])).toEqual([['holds', 'measured on one kernel']]);
});

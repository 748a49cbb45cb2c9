import { expect, it } from 'vitest';
import { complaints } from '../fixture.ts';

it('claims-do-not-contradict: two claims that hold say the same of the same', () => {
  const said = complaints((f) => {
    const findings = f.findings['data/findings/loss.ts'] ?? {};
    const base = findings['nothing-lost'];
    findings['nothing-lost'] = { ...base, about: { subject: 'cache', metric: 'loss', says: 'none' } };
    findings['some-lost'] = { ...base, about: { subject: 'cache', metric: 'loss', says: 'some' } };
  });
  expect(said).toEqual([
    'claims-do-not-contradict: data/findings/loss.ts finding some-lost about: says loss of cache is "some", and the finding "nothing-lost" says "none"; both hold → narrow one of the claims, or say in "disagreement" which wins and bind its condition so that the other is refuted',
  ]);
});

import { hasRun } from '../../model/derive/has-run.ts';
import type { Model } from '../../model/types.ts';
import { href } from '../address.ts';
import { mainDecision } from '../lookup.ts';
import { pathOf } from '../paths.ts';

/** The pages that Lighthouse looks at: one of each kind that people come to. Paths have the base. */
export function pagesForLighthouse(model: Model): { name: string; path: string }[] {
  const [criterion] = model.criteria;
  const ran = model.experiments.find(hasRun);
  const decision = mainDecision(model);
  return [
    { name: 'Home', path: href('/') },
    ...(criterion ? [{ name: 'A criterion', path: pathOf('criterion', criterion.id) }] : []),
    { name: 'The matrix', path: href('/matrix/') },
    ...(ran ? [{ name: 'An experiment', path: pathOf('experiment', ran.id) }] : []),
    ...(decision ? [{ name: 'A decision', path: pathOf('decision', decision.id) }] : []),
  ];
}

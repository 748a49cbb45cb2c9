import type { Problem } from '../types.ts';
import { acceptedDecisionsStand } from './accepted-decisions-stand.ts';
import { acceptedDecisionsStay } from './accepted-decisions-stay.ts';
import { cellsAreComplete } from './cells-are-complete.ts';
import { cellsRestOnWhatHolds } from './cells-rest-on-what-holds.ts';
import { chosenOptionsPassTheGates } from './chosen-options-pass-the-gates.ts';
import { claimsDoNotContradict } from './claims-do-not-contradict.ts';
import { commandsComeFromProcedures } from './commands-come-from-procedures.ts';
import { criteriaAreAnswered } from './criteria-are-answered.ts';
import { evidenceIsWhole } from './evidence-is-whole.ts';
import { figuresComeFromTheModel } from './figures-come-from-the-model.ts';
import { lossHasAControl } from './loss-has-a-control.ts';
import { nothingGoesInCircles } from './nothing-goes-in-circles.ts';
import { nothingIsOrphaned } from './nothing-is-orphaned.ts';
import { nothingWorsensUnseen } from './nothing-worsens-unseen.ts';
import { oneDecisionRecommends } from './one-decision-recommends.ts';
import { optionsIncludeTheBaselines } from './options-include-the-baselines.ts';
import { referencesResolve } from './references-resolve.ts';
import { reportsStandApart } from './reports-stand-apart.ts';
import type { Context, Rule } from './rule.ts';
import { statusesFollow } from './statuses-follow.ts';
import { supersessionIsMutual } from './supersession-is-mutual.ts';
import { taskIsCovered } from './task-is-covered.ts';
import { unitsAgree } from './units-agree.ts';

export const rules: Rule[] = [
  referencesResolve,
  taskIsCovered,
  criteriaAreAnswered,
  cellsAreComplete,
  cellsRestOnWhatHolds,
  unitsAgree,
  evidenceIsWhole,
  lossHasAControl,
  nothingIsOrphaned,
  claimsDoNotContradict,
  statusesFollow,
  supersessionIsMutual,
  nothingGoesInCircles,
  acceptedDecisionsStand,
  acceptedDecisionsStay,
  nothingWorsensUnseen,
  oneDecisionRecommends,
  optionsIncludeTheBaselines,
  chosenOptionsPassTheGates,
  figuresComeFromTheModel,
  commandsComeFromProcedures,
  reportsStandApart,
];

/** Every problem that any rule finds. */
export const broken = (context: Context): Problem[] =>
  rules.flatMap((rule) => rule.check(context).map((fault) => ({ rule: rule.name, ...fault })));

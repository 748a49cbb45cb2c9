import { backup } from './backup.ts';
import { boot } from './boot.ts';
import { control } from './control.ts';
import { corruption } from './corruption.ts';
import { crash } from './crash.ts';
import { cutOff } from './cut-off.ts';
import { failure } from './failure.ts';
import { lifecycle } from './lifecycle.ts';
import { nixos } from './nixos.ts';
import { performance } from './performance.ts';
import { policy } from './policy.ts';
import { runbooks } from './runbooks.ts';
import { systems } from './systems.ts';

/** All of them, by id. An id that stands twice is a fault that `npm run check` finds. */
export const experiments = {
  ...control,
  ...performance,
  ...failure,
  ...crash,
  ...cutOff,
  ...corruption,
  ...boot,
  ...runbooks,
  ...nixos,
  ...policy,
  ...backup,
  ...lifecycle,
  ...systems,
};

/** Every file of experiments, by its path. */
export const files = {
  'data/experiments/control.ts': control,
  'data/experiments/performance.ts': performance,
  'data/experiments/failure.ts': failure,
  'data/experiments/crash.ts': crash,
  'data/experiments/cut-off.ts': cutOff,
  'data/experiments/corruption.ts': corruption,
  'data/experiments/boot.ts': boot,
  'data/experiments/runbooks.ts': runbooks,
  'data/experiments/nixos.ts': nixos,
  'data/experiments/policy.ts': policy,
  'data/experiments/backup.ts': backup,
  'data/experiments/lifecycle.ts': lifecycle,
  'data/experiments/systems.ts': systems,
};

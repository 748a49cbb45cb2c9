import { backupLab } from './backup-lab.ts';
import { baselines } from './baselines.ts';
import { catalogue } from './catalogue.ts';
import { crash } from './crash.ts';
import { damage } from './damage.ts';
import { deadSsd } from './dead-ssd.ts';
import { dyingDisks } from './dying-disks.ts';
import { faults } from './faults.ts';
import { faultsCrash } from './faults-crash.ts';
import { integrity } from './integrity.ts';
import { lab } from './lab.ts';
import { labFaults } from './lab-faults.ts';
import { life } from './life.ts';
import { loss } from './loss.ts';
import { modes } from './modes.ts';
import { nixos } from './nixos.ts';
import { operations } from './operations.ts';
import { performanceLab } from './performance-lab.ts';
import { policiesLab } from './policies-lab.ts';
import { policyLab } from './policy-lab.ts';
import { runbooks } from './runbooks.ts';
import { suddenEnds } from './sudden-ends.ts';
import { systemsLab } from './systems-lab.ts';
import { topology } from './topology.ts';

/** Every file of findings, by its path. */
export const findings = {
  'data/findings/policies-lab.ts': policiesLab,
  'data/findings/damage.ts': damage,
  'data/findings/sudden-ends.ts': suddenEnds,
  'data/findings/dying-disks.ts': dyingDisks,
  'data/findings/topology.ts': topology,
  'data/findings/modes.ts': modes,
  'data/findings/integrity.ts': integrity,
  'data/findings/loss.ts': loss,
  'data/findings/nixos.ts': nixos,
  'data/findings/life.ts': life,
  'data/findings/lab.ts': lab,
  'data/findings/lab-faults.ts': labFaults,
  'data/findings/baselines.ts': baselines,
  'data/findings/crash.ts': crash,
  'data/findings/dead-ssd.ts': deadSsd,
  'data/findings/operations.ts': operations,
  'data/findings/faults-crash.ts': faultsCrash,
  'data/findings/policy-lab.ts': policyLab,
  'data/findings/runbooks.ts': runbooks,
  'data/findings/performance-lab.ts': performanceLab,
  'data/findings/backup-lab.ts': backupLab,
  'data/findings/systems-lab.ts': systemsLab,
  'data/findings/faults.ts': faults,
  'data/findings/catalogue.ts': catalogue,
};

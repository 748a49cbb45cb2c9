import { deadSsd, measuresOfDeadSsd, pullOut } from '../stacks/dead-ssd.ts';
import { ownSsd } from '../stacks/legs.ts';
import { codeOf } from './experiment.ts';

export default codeOf('what-does-a-dead-ssd-stop-when-each-leg-has-its-own', {
  observations: deadSsd,
  perform: (bench) => pullOut(bench, 'S1', ownSsd),
  measure: measuresOfDeadSsd,
});

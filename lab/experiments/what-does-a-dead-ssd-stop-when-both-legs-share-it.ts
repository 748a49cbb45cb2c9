import { pathOf } from '../machine/disks.ts';
import { deadSsd, measuresOfDeadSsd, pullOut } from '../stacks/dead-ssd.ts';
import { codeOf } from './experiment.ts';

export default codeOf('what-does-a-dead-ssd-stop-when-both-legs-share-it', {
  observations: deadSsd,
  perform: (bench) => {
    bench.host.partition('S1', 2);
    return pullOut(bench, 'S1', ({ leg }) => `${pathOf('S1')}-part${leg === 'leg1' ? 1 : 2}`);
  },
  measure: measuresOfDeadSsd,
});

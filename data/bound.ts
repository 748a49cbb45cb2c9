/** What can be said after a number of times without a loss: the share of times, in percent, that may still end with one (95 % confidence). */
export const mayStillLose = (times: number): number => Math.round(100 * (1 - 0.05 ** (1 / times)));

export const noLossIn = (runs: 2 | 3): string =>
  `With no loss in ${runs === 2 ? 'two' : 'three'} runs the true share of runs with loss can still be up to ${mayStillLose(runs)} % (95 % confidence).`;

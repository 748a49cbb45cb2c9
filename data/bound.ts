/** What can be said after runs without a loss: up to which share of all runs may still end with one, at 95 % confidence. */
export const noLossIn = (runs: 2 | 3): string =>
  `With no loss in ${runs === 2 ? 'two' : 'three'} runs the true share of runs with loss can still be up to ${Math.round(100 * (1 - 0.05 ** (1 / runs)))} % (95 % confidence).`;

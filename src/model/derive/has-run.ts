/** Was an experiment run to the end on any kernel? `n` counts complete runs. */
export const hasRun = ({ results }: { results: readonly { n: number }[] }): boolean => results.some(({ n }) => n > 0);

import type { Rule } from './rule.ts';

const judgements = ['good', 'mixed', 'poor'];

export const cellsRestOnWhatHolds: Rule = {
  name: 'cells-rest-on-what-holds',
  check: ({ records, model }) =>
    [...records.columns.values()].flatMap(({ system, file, cells }) =>
      Object.entries(cells)
        .filter(([, cell]) => judgements.includes(cell.is))
        .flatMap(([dimension, cell]) =>
          cell.findings.flatMap((id) => {
            const finding = model.findings.find((f) => f.id === id);
            if (!finding || finding.verdict === 'holds') return [];
            return {
              file,
              id: `dimension ${system} × ${dimension}`,
              field: 'findings',
              message: `is judged "${cell.is}" on the finding "${id}", whose verdict is ${finding.verdict}: ${finding.because.join(' ')}`,
              remedy: 'judge the cell by findings that hold, or say which kind of not-known it is and why',
            };
          }),
        ),
    ),
};

import type { Fault, Rule } from './rule.ts';

export const cellsAreComplete: Rule = {
  name: 'cells-are-complete',
  check: ({ records }) => {
    const candidates = [...records.system.values()].filter((system) => system.role === 'candidate');
    return candidates.flatMap((system): Fault[] => {
      const column = records.columns.get(system.id);
      const at = { id: `system ${system.id}`, file: column?.file ?? system.file };
      if (!column)
        return [
          {
            ...at,
            field: 'matrix',
            message: 'this candidate has no column in the matrix',
            remedy: `write data/matrix/${system.id}.ts and register it in data/matrix/index.ts`,
          },
        ];
      return [...records.dimension.keys()]
        .filter((dimension) => !(dimension in column.cells))
        .map((dimension) => ({
          ...at,
          field: `cells.${dimension}`,
          message: `no cell for the dimension "${dimension}"; a cell is never blank`,
          remedy: 'judge it, or say "not tested", "not supported", "fails" or "cannot be tested here" with the reason',
        }));
    });
  },
};

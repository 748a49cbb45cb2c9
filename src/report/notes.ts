import type { Model } from '../model/types.ts';
import { dimensionGroups } from '../schema/index.ts';
import { cellId } from '../site/paths.ts';

/** The number of the note to each cell, counted through the whole comparison in the order in which it is read. */
export function noted(dimensions: Model['dimensions'], columns: Model['systems']): Map<string, number> {
  const ordered = dimensionGroups.flatMap((name) => dimensions.filter(({ group }) => group === name));
  const cells = ordered.flatMap(({ id }) =>
    columns.filter(({ cells }) => cells?.[id]).map((system) => cellId(id, system.id)),
  );
  return new Map(cells.map((id, i) => [id, i + 1]));
}

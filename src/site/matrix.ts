import type { Model } from '../model/types.ts';
import { dimensionGroups, type Grade, weaker } from '../schema/index.ts';
import { restsOn } from './marks.ts';

/** What a cell rests on, in a word, by its weakest finding; nothing where it rests on none. */
export function cellEvidence(
  model: { findings: readonly { id: string; grade: Grade }[] },
  cell: { findings: readonly string[] } | undefined,
): string | undefined {
  const grades = (cell?.findings ?? []).flatMap((id) => model.findings.find((one) => one.id === id)?.grade ?? []);
  return grades.length ? restsOn[grades.reduce(weaker)] : undefined;
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The whole comparison as CSV, a line for each cell. */
export function csv(model: Model): string {
  const head = ['group', 'question', 'system', 'mark', 'says', 'note', 'rests on', 'findings'];
  const lines = dimensionGroups.flatMap((group) =>
    model.dimensions
      .filter((dimension) => dimension.group === group)
      .flatMap((dimension) =>
        model.systems.map(({ name, cells }) => {
          const cell = cells?.[dimension.id];
          const note = cell && ('reason' in cell ? cell.reason : cell.note);
          return [
            group,
            dimension.title,
            name,
            cell?.is ?? 'not tested',
            cell?.says ?? '',
            note ?? '',
            cellEvidence(model, cell) ?? '',
            (cells?.[dimension.id]?.findings ?? []).join(' '),
          ];
        }),
      ),
  );
  return `${[head, ...lines].map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
}

import type { Kernel, Kind } from '../schema/index.ts';
import { href } from './address.ts';

const folders = {
  criterion: 'criteria',
  question: 'questions',
  system: 'systems',
  experiment: 'experiments',
  decision: 'decisions',
  finding: 'findings',
  procedure: 'procedures',
} as const;

/** Where each record is shown. Some have a page of their own, some a place on a page. */
export function pathOf(kind: Kind, id: string): string {
  if (kind in folders) return href(`/${folders[kind as keyof typeof folders]}/${id}/`);
  if (kind === 'source') return href(`/sources/#${id}`);
  if (kind === 'failure') return href(`/failures/#${id}`);
  if (kind === 'dimension') return href(`/matrix/#${id}`);
  return href(`/task/#${kind}-${id}`);
}

export const cellId = (dimension: string, system: string): string => `${dimension}--${system}`;

export const transcriptPath = (experiment: string, kernel: Kernel, run: number): string =>
  href(`/experiments/${experiment}/${kernel}-run${run}/`);

/** A file under data/benchmarks as it can be downloaded. */
export const evidencePath = (file: string): string => href(`/evidence/${file.replace(/^data\/benchmarks\//, '')}`);

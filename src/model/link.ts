import type { z } from 'zod';
import * as schema from '../schema/index.ts';
import { type Reference, referencesIn } from './references.ts';
import type { Records } from './types.ts';

/** A reference with the record that makes it. */
export interface Citation {
  kind: schema.Kind;
  id: string;
  file: string;
  reference: Reference;
}

const schemas: Partial<Record<schema.Kind, z.core.$ZodType>> = {
  criterion: schema.criterion,
  system: schema.system,
  dimension: schema.dimension,
  gate: schema.gate,
  situation: schema.situation,
  experiment: schema.experiment,
  finding: schema.finding,
  failure: schema.failure,
  decision: schema.decision,
};

/** Every reference that any record makes. */
export function citations(records: Records): Citation[] {
  const found: Citation[] = [];
  for (const [kind, as] of Object.entries(schemas) as [keyof typeof schemas, z.core.$ZodType][])
    for (const { id, file, ...record } of records[kind].values())
      found.push(...referencesIn(as, record).map((reference) => ({ kind, id, file, reference })));
  for (const { system, file, cells } of records.columns.values()) {
    found.push({ kind: 'system', id: system, file, reference: { path: 'system', kind: 'system', id: system } });
    for (const [dimension, cell] of Object.entries(cells)) {
      const here = { kind: 'dimension' as const, id: `${system} × ${dimension}`, file };
      found.push({ ...here, reference: { path: dimension, kind: 'dimension', id: dimension } });
      found.push(...referencesIn(schema.cell, cell, [dimension]).map((reference) => ({ ...here, reference })));
    }
  }
  for (const { file, experiment, kernel } of records.evidence)
    found.push({
      kind: 'experiment',
      id: `${experiment} on ${kernel}`,
      file,
      reference: { path: 'experiment', kind: 'experiment', id: experiment },
    });
  for (const page of [...records.prose.criteria, ...records.prose.questions, ...records.prose.method])
    found.push(
      ...referencesIn(schema.page, page.frontmatter).map((reference) => ({
        kind: 'criterion' as const,
        id: page.id,
        file: page.file,
        reference,
      })),
    );
  return found;
}

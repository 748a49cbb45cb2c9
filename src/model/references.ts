import type { z } from 'zod';
import { type Kind, references } from '../schema/index.ts';

/** A reference that a record makes: where it stands in the record, and to what. */
export interface Reference {
  path: string;
  kind: Kind;
  id: string;
}

type Def = z.core.$ZodTypes['_zod']['def'];
const defOf = (schema: z.core.$ZodType): Def => (schema as z.core.$ZodTypes)._zod.def;

/** Every reference in a value that fits the schema, found by walking the two together. */
export function referencesIn(schema: z.core.$ZodType, value: unknown, path: (string | number)[] = []): Reference[] {
  if (value === undefined || value === null) return [];
  const marked = references.get(schema as z.ZodType);
  if (marked) return [{ path: path.join('.'), kind: marked.kind, id: String(value) }];
  const def = defOf(schema);
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([key, inner]) =>
        referencesIn(inner, (value as Record<string, unknown>)[key], [...path, key]),
      );
    case 'array':
      return (value as unknown[]).flatMap((item, i) => referencesIn(def.element, item, [...path, i]));
    case 'record':
      return Object.entries(value as object).flatMap(([key, item]) =>
        referencesIn(def.valueType, item, [...path, key]),
      );
    case 'optional':
    case 'nullable':
    case 'default':
      return referencesIn(def.innerType, value, path);
    case 'union': {
      const fitting = def.options.find((option) => (option as z.ZodType).safeParse(value).success);
      return fitting ? referencesIn(fitting, value, path) : [];
    }
    default:
      return [];
  }
}

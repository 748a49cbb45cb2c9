import { z } from 'zod';

/**
 * The ids of every concept. `data/registry.ts` fills this interface from the keys of the data files by declaration
 * merging, so a reference to an id that does not exist is a compile error wherever data is written.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Registry {}

export const kinds = [
  'criterion',
  'question',
  'area',
  'success',
  'system',
  'dimension',
  'driver',
  'gate',
  'situation',
  'source',
  'procedure',
  'experiment',
  'finding',
  'failure',
  'decision',
] as const;
export type Kind = (typeof kinds)[number];

/** The ids of one concept; any string where the registry does not know the concept (MDX, see the rules). */
export type Id<K extends Kind> = K extends keyof Registry ? Extract<Registry[K], string> : string;

/** Which schemas are references, and to what: link.ts walks this to resolve every reference there is. */
export const references = z.registry<{ kind: Kind }>();

export const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * A reference to another record by id. The overload keeps the compiler from resolving every id at once, which would
 * make the types of the data files depend on themselves.
 */
export function ref<K extends Kind>(kind: K): z.ZodType<Id<K>, Id<K>>;
export function ref(kind: Kind): z.ZodType<string, string> {
  return selfRef(kind);
}

/** A reference that the compiler cannot type (a concept that refers to itself); a rule resolves it all the same. */
export const selfRef = (kind: Kind) => z.string().register(references, { kind });

/**
 * A record that is not finished. It is loaded as a draft and no more: the model does not have it, nothing may refer to
 * it, and the check names it. Only `true` is written; a finished record has no such field.
 */
export const draft = z.literal(true).optional();

export const isoDate = z.iso.date();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected a sha256 in 64 hexadecimal digits');
/** One or more sentences of text for a reader. */
export const prose = z.string().trim().min(3);

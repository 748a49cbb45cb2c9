import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { base } from '../src/site/address.ts';
import { dist } from './support/pages.ts';

const read = (url: string) => readFileSync(join(dist, url.slice(base.length)));
const json = (url: string): unknown => JSON.parse(read(url).toString());

const index = z
  .object({ version: z.literal(1), files: z.record(z.string(), z.object({ url: z.string(), schema: z.string() })) })
  .parse(json(`${base}api/v1/index.json`));
const url = (name: string) => index.files[name]?.url ?? '';

describe('the API', () => {
  it.each(Object.entries(index.files))('serves %s as its schema says', (_, { url, schema }) => {
    const shape = z.fromJSONSchema(json(schema) as z.core.JSONSchema.JSONSchema);
    expect(z.prettifyError(shape.safeParse(json(url)).error ?? new z.ZodError([]))).toBe('');
  });

  it('holds every criterion of the task with the state that is derived for it', () => {
    const criteria = z.array(z.object({ number: z.number(), state: z.string() })).parse(json(url('criteria')));
    expect(criteria.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('names evidence that can be fetched, by the hash that it has', () => {
    const file = z.object({ url: z.string(), sha256: z.string() });
    const experiments = z
      .array(z.object({ runs: z.array(z.object({ result: file, transcript: file })) }))
      .parse(json(url('experiments')));
    for (const { result, transcript } of experiments.flatMap(({ runs }) => runs))
      for (const { url, sha256 } of [result, transcript])
        expect(createHash('sha256').update(read(url)).digest('hex'), url).toBe(sha256);
  });
});

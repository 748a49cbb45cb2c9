import type { APIRoute } from 'astro';
import { href } from '../../../site/address.ts';
import { json, names } from '../../../site/api/serve.ts';

/** The way in: each file with the schema that describes it. */
export const GET: APIRoute = () =>
  json({
    version: 1,
    files: Object.fromEntries(
      names.map((name) => [name, { url: href(`/api/v1/${name}.json`), schema: href(`/api/v1/schema/${name}.json`) }]),
    ),
  });

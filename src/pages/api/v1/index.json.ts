import type { APIRoute } from 'astro';
import { getModel } from '../../../model/index.ts';
import { currentEdition } from '../../../report/edition.ts';
import { href } from '../../../site/address.ts';
import { json, names } from '../../../site/api/serve.ts';

/** The way in: the state of the record that was built, and each file with the schema that describes it. */
export const GET: APIRoute = async () =>
  json({
    version: 1,
    edition: currentEdition((await getModel()).task.created),
    files: Object.fromEntries(
      names.map((name) => [name, { url: href(`/api/v1/${name}.json`), schema: href(`/api/v1/schema/${name}.json`) }]),
    ),
  });

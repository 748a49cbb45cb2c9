import type { APIRoute } from 'astro';
import { getModel } from '../../../model/index.ts';
import type { Served } from '../../../site/api/records.ts';
import { json, names, serve } from '../../../site/api/serve.ts';

export const getStaticPaths = () => names.map((name) => ({ params: { name }, props: { name } }));

export const GET: APIRoute<{ name: Served }> = async ({ props }) => json(serve(await getModel(), props.name));

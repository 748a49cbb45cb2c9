import type { APIRoute } from 'astro';
import type { Served } from '../../../../site/api/records.ts';
import { describe, json, names } from '../../../../site/api/serve.ts';

export const getStaticPaths = () => names.map((name) => ({ params: { name }, props: { name } }));

export const GET: APIRoute<{ name: Served }> = ({ props }) => json(describe(props.name));

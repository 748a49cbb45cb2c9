import { getModel } from '../model/index.ts';
import { csv } from '../site/matrix.ts';

export const GET = async () =>
  new Response(csv(await getModel()), { headers: { 'content-type': 'text/csv; charset=utf-8' } });

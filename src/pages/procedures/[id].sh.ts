import type { APIRoute } from 'astro';
import { getModel } from '../../model/index.ts';
import type { ProcedureView } from '../../model/types.ts';
import { scriptOf } from '../../schema/index.ts';

/** Runbooks as shell scripts: the lab runs the same text. */
export async function getStaticPaths() {
  const { procedures } = await getModel();
  return procedures
    .filter(({ runbook }) => runbook)
    .map((procedure) => ({ params: { id: procedure.id }, props: { procedure } }));
}

export const GET: APIRoute<{ procedure: ProcedureView }> = ({ props: { procedure } }) =>
  new Response(scriptOf(procedure.id, procedure), { headers: { 'content-type': 'text/x-shellscript; charset=utf-8' } });

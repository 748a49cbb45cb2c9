import type { APIRoute } from 'astro';
import { getModel } from '../../../model/index.ts';
import { routeOf, sendResult } from '../../../site/evidence.ts';

/** The result files, as the lab wrote them. */
export async function getStaticPaths() {
  const { experiments } = await getModel();
  return experiments.flatMap(({ results }) =>
    results.flatMap(({ evidence }) => (evidence ? routeOf(evidence.file) : [])),
  );
}

export const GET: APIRoute = ({ params }) => sendResult(params);

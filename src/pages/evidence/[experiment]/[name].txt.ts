import type { APIRoute } from 'astro';
import { getModel } from '../../../model/index.ts';
import { routeOf, sendTranscript } from '../../../site/evidence.ts';
import { transcribedRuns } from '../../../site/lookup.ts';

/** The transcripts, as the lab wrote them. */
export async function getStaticPaths() {
  const { experiments } = await getModel();
  return experiments.flatMap((experiment) =>
    transcribedRuns(experiment).map(({ transcript }) => routeOf(transcript.file)),
  );
}

export const GET: APIRoute = ({ params }) => sendTranscript(params);

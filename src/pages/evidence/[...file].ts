import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { getModel } from '../../model/index.ts';
import { transcribedRuns } from '../../site/lookup.ts';

const folder = 'data/benchmarks';

/** Result files and transcripts, byte for byte. */
export async function getStaticPaths() {
  const { experiments } = await getModel();
  const files = new Set(
    experiments.flatMap((experiment) => [
      ...experiment.results.flatMap(({ evidence }) => evidence?.file ?? []),
      ...transcribedRuns(experiment).map(({ transcript }) => transcript.file),
    ]),
  );
  return [...files].map((file) => ({ params: { file: file.slice(folder.length + 1) } }));
}

export const GET: APIRoute = ({ params }) => new Response(readFileSync(join(folder, params['file'] ?? '')));

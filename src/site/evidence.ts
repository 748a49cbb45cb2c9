import { readFileSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { readTranscript } from '../evidence/transcripts.ts';

const folder = 'data/benchmarks';

/** The route of a file of evidence, less its ending. */
export const routeOf = (file: string) => ({
  params: { experiment: basename(dirname(file)), name: basename(file, extname(file)) },
});

type Params = Record<string, string | undefined>;
const fileOf = ({ experiment, name }: Params, ending: string) => `${folder}/${experiment}/${name}.${ending}`;

/** A result file, byte for byte. */
export const sendResult = (params: Params): Response =>
  new Response(readFileSync(fileOf(params, 'json')), { headers: { 'content-type': 'application/json' } });

/** A transcript as text, also one that is stored packed. */
export const sendTranscript = (params: Params): Response =>
  new Response(readTranscript(fileOf(params, 'txt')), { headers: { 'content-type': 'text/plain; charset=utf-8' } });

import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** From so many bytes on a transcript is stored packed, so that all evidence stays below 25 MB. */
const packedFrom = 64_000;
const packed = '.gz';

/** The form in which a transcript called `name` is stored. What a run records of it (name, hash, lines) is of its text. */
export function storedTranscript(name: string, text: string): { file: string; content: string | Buffer } {
  return Buffer.byteLength(text) < packedFrom
    ? { file: name, content: text }
    : { file: name + packed, content: gzipSync(text, { level: 9 }) };
}

/** What a run records of the text of its transcript. */
export const recordOf = (text: string): { sha256: string; lines: number } => ({
  sha256: createHash('sha256').update(text).digest('hex'),
  lines: text.split('\n').length - 1,
});

/** The file that holds the transcript of that path, packed or not; undefined where there is none. */
export const transcriptAt = (path: string): string | undefined =>
  [path, path + packed].find((file) => existsSync(file));

declare global {
  /** Texts that were read, by file and its time: the check and the compiled pages have a copy of this module each. */
  var transcriptTexts: Map<string, string> | undefined;
}

/** The text of the transcript of that path. Throws, with the name of the file, where there is none or it is broken. */
export function readTranscript(path: string): string {
  const file = transcriptAt(path);
  if (!file) throw new Error(`there is no transcript ${path}, nor ${path}${packed}`);
  globalThis.transcriptTexts ??= new Map();
  const { mtimeMs, size } = statSync(file);
  const key = `${resolve(file)} ${mtimeMs} ${size}`;
  const text = globalThis.transcriptTexts.get(key) ?? unpacked(file);
  globalThis.transcriptTexts.set(key, text);
  return text;
}

function unpacked(file: string): string {
  const content = readFileSync(file);
  if (!file.endsWith(packed)) return content.toString();
  try {
    return gunzipSync(content).toString();
  } catch (error) {
    throw new Error(`${file} cannot be unpacked: ${(error as Error).message}`);
  }
}

/** The paths of all transcripts of a project, from its root, in order; one that stands there in both forms is there twice. */
export const transcriptsOf = (root: string): string[] =>
  globSync(`data/benchmarks/*/*.txt{,${packed}}`, { cwd: root }).map(nameOf).sort();

/** The name of a transcript, from the file in which it is stored. */
export const nameOf = (file: string): string => (file.endsWith(packed) ? file.slice(0, -packed.length) : file);

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTranscript, storedTranscript, transcriptsOf } from './transcripts.ts';

const short = 'guest   $ ls\n';
const long = 'kernel blk_update_request: I/O error\n'.repeat(5000);

describe('transcripts', () => {
  let root = '';
  const folder = 'data/benchmarks/loss';
  const put = (name: string, content: string | Buffer) => writeFileSync(join(root, folder, name), content);
  const store = (name: string, text: string) => {
    const { file, content } = storedTranscript(name, text);
    put(file, content);
    return file;
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'transcripts-'));
    mkdirSync(join(root, folder), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('stores a short one as text and a long one packed, the same each time', () => {
    expect(storedTranscript('a.txt', short)).toEqual({ file: 'a.txt', content: short });
    const stored = storedTranscript('b.txt', long);
    expect(stored.file).toBe('b.txt.gz');
    expect(gunzipSync(stored.content).toString()).toBe(long);
    expect(storedTranscript('b.txt', long)).toEqual(stored);
  });
  it('reads both by their name', () => {
    store('6.12.run1.txt', short);
    store('6.12.run2.txt', long);
    const names = transcriptsOf(root);
    expect(names).toEqual([`${folder}/6.12.run1.txt`, `${folder}/6.12.run2.txt`]);
    expect(names.map((name) => readTranscript(join(root, name)))).toEqual([short, long]);
  });
  it('says what is not there', () => {
    expect(() => readTranscript(join(root, 'none.txt'))).toThrow(/there is no transcript .*none\.txt, nor .*\.txt\.gz/);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { storedTranscript } from '../evidence/transcripts.ts';
import { load } from './load.ts';
import { readFiles, readJson, readProse, type Unreadable } from './read.ts';

const root = mkdtempSync(join(tmpdir(), 'model-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('readJson', () => {
  it('says where JSON breaks off', () => {
    const unreadable: Unreadable[] = [];
    expect(readJson('data/benchmarks/x/6.12.json', '{\n "runs": [\n  {"number": 1', unreadable)).toEqual([]);
    expect(unreadable).toEqual([
      { file: 'data/benchmarks/x/6.12.json', line: 3, message: expect.stringMatching(/^not whole JSON: /) },
    ]);
  });
});

describe('transcripts', () => {
  it('lists one that cannot be unpacked, and one in two forms, with all other problems', async () => {
    const folder = join(root, 'data/benchmarks/loss');
    mkdirSync(folder, { recursive: true });
    const long = 'kernel blk_update_request: I/O error\n'.repeat(5000);
    writeFileSync(join(folder, '6.12.run1.txt'), 'short\n');
    writeFileSync(join(folder, '6.12.run2.txt.gz'), 'not packed');
    writeFileSync(join(folder, '6.12.run3.txt'), long);
    writeFileSync(join(folder, '6.12.run3.txt.gz'), storedTranscript('6.12.run3.txt', long).content);
    const { transcripts, unreadable } = await readFiles(root);
    expect(transcripts.get('data/benchmarks/loss/6.12.run1.txt')).toMatchObject({ lines: 1 });
    expect(unreadable).toContainEqual({
      file: 'data/benchmarks/loss/6.12.run2.txt',
      message: expect.stringMatching(/6\.12\.run2\.txt\.gz cannot be unpacked: /),
    });
    expect(unreadable).toContainEqual({
      file: 'data/benchmarks/loss/6.12.run3.txt',
      message: 'it stands there twice, packed and as text; delete one of them',
    });
  });
});

describe('readProse', () => {
  it('tells the line on which the text starts', () => {
    const [read] = readProse('a.mdx', '---\ntitle: A\n---\n\nText\n', []);
    expect(read).toEqual({
      file: 'a.mdx',
      frontmatter: { title: 'A' },
      body: '\nText\n',
      bodyLine: 4,
      text: '---\ntitle: A\n---\n\nText\n',
    });
  });

  it('complains of frontmatter that is not YAML, with its line', () => {
    const unreadable: Unreadable[] = [];
    readProse('a.mdx', '---\ntitle: A\nopen: [a, b\n---\nText\n', unreadable);
    expect(unreadable[0]).toMatchObject({ file: 'a.mdx', message: expect.stringMatching(/^frontmatter is not YAML/) });
  });

  it('complains of a file without frontmatter', () => {
    const unreadable: Unreadable[] = [];
    readProse('a.mdx', 'Text\n', unreadable);
    expect(unreadable).toEqual([{ file: 'a.mdx', line: 1, message: 'no frontmatter between two lines of ---' }]);
  });
});

describe('readFiles', () => {
  it('lists everything that cannot be read, and goes on', async () => {
    for (const folder of ['data/benchmarks/x', 'data/findings', 'content/method'])
      mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, 'data/benchmarks/x/6.12.json'), '{"schema": 1, "runs": [');
    writeFileSync(join(root, 'data/findings/index.ts'), 'export const findings = {};\n');
    writeFileSync(join(root, 'data/findings/forgotten.ts'), 'export const forgotten = {};\n');
    writeFileSync(join(root, 'data/systems.ts'), 'export const systems = {');
    writeFileSync(join(root, 'content/method/how.mdx'), 'no frontmatter\n');
    const { problems } = load(await readFiles(root));
    const said = problems.map((p) => `${p.rule} ${p.file}: ${p.message}`).join('\n');
    expect(said).toContain('files-can-be-read data/benchmarks/x/6.12.json: not whole JSON');
    expect(said).toContain('files-can-be-read data/systems.ts:');
    expect(said).toContain('files-can-be-read content/method/how.mdx: no frontmatter');
    expect(said).toContain('files-are-registered data/findings/forgotten.ts: is not registered');
  });
});

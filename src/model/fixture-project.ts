import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { asFiles, type Fixture, fixture } from './fixture.ts';

/**
 * Writes a fixture as the files of a project, so that the commands can be tried on it as they are. It borrows this
 * project's modules and schemas; give it a git repository of its own where history is needed.
 */
export function writeProject(root: string, spoil: (f: Fixture) => void = () => {}): void {
  const f = fixture();
  spoil(f);
  const put = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const folders = {
    experiments: { 'data/experiments/loss.ts': f.experiments },
    findings: f.findings,
    matrix: f.columns,
    procedures: f.procedures,
  };
  const names: Record<string, string> = { experiments: 'files', matrix: 'columns' };
  for (const [file, exported] of Object.entries(asFiles(f).modules))
    if (!file.endsWith('/index.ts')) put(file, moduleOf(exported));
  for (const [folder, files] of Object.entries(folders)) {
    for (const [file, entries] of Object.entries(files)) put(file, moduleOf({ entries }));
    put(`data/${folder}/index.ts`, indexOf(names[folder] ?? folder, Object.keys(files)));
  }
  for (const [file, json] of Object.entries(f.evidence)) put(file, `${JSON.stringify(json, null, 2)}\n`);
  for (const [file, text] of Object.entries(f.transcripts)) put(file, text);
  const pages = { decisions: f.decisions, ...f.pages };
  for (const [folder, entries] of Object.entries(pages))
    for (const [id, { frontmatter, body }] of Object.entries(entries))
      put(`content/${folder}/${id}.mdx`, `---\n${stringify(frontmatter)}---\n\n${body}`);
  put('package.json', '{ "type": "module" }\n');
  if (f.ledger) put('data/ledger.json', JSON.stringify(f.ledger));
  put('.gitignore', 'node_modules\nsrc\n');
  for (const borrowed of ['node_modules', 'src', 'biome.json'])
    if (!existsSync(join(root, borrowed))) symlinkSync(resolve(borrowed), join(root, borrowed));
}

/** A data file in the form that ours have: collections, each in a call that ends with `});`. */
const moduleOf = (exported: Record<string, unknown>): string =>
  `const define = <T>(entries: T): T => entries;\n${Object.entries(exported)
    .map(([name, value]) => `\nexport const ${name} = define(${JSON.stringify(value, null, 2)});\n`)
    .join('')}`;

const indexOf = (name: string, files: string[]): string =>
  `${files.map((file, i) => `import { entries as file${i} } from './${basename(file)}';\n`).join('')}
export const ${name} = {\n${files.map((file, i) => `  '${file}': file${i},\n`).join('')}};\n`;

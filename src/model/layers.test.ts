import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What each storey of the house may stand on (design: no import runs back down the other way). */
const mayImport: Record<string, string[]> = {
  'src/schema': ['src/schema'],
  'src/evidence': ['src/evidence'],
  data: ['data', 'src/schema'],
  lab: ['lab', 'data', 'src/schema', 'src/evidence'],
  'src/model': ['src/model', 'src/schema', 'src/evidence'],
  'src/review': ['src/review', 'src/model', 'src/schema'],
  'src/scaffold': ['src/scaffold', 'src/model', 'src/schema'],
  'src/forge': ['src/forge'],
  'src/links': ['src/links'],
  'src/cli': ['src/cli', 'src/review', 'src/scaffold', 'src/forge', 'src/links', 'src/model', 'src/schema'],
};

const imports = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((m) =>
    relative('.', join(dirname(file), m[1] ?? '')),
  );

describe('imports', () => {
  it.each(Object.entries(mayImport))('%s imports only from %j', (layer, allowed) => {
    const wrong = globSync(`${layer}/**/*.ts`)
      .filter((file) => !file.endsWith('.d.ts'))
      .flatMap((file) => imports(file).map((target) => `${file} → ${target}`))
      .filter((line) => !allowed.some((folder) => line.split(' → ')[1]?.startsWith(`${folder}/`)));
    expect(wrong).toEqual([]);
  });

  it('sees the imports that there are', () => {
    expect(imports('src/model/build.ts')).toContain('src/model/link.ts');
  });
});

import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { readProject } from '../model/index.ts';
import type { Problem } from '../model/types.ts';
import type { Edit } from './edits.ts';

/** The problems that a project would have after the edits, tried in a copy that is thrown away. */
export async function tryOut(root: string, edits: Edit[]): Promise<Problem[]> {
  const copy = mkdtempSync(join(tmpdir(), 'scaffold-'));
  try {
    for (const folder of ['data', 'content'])
      cpSync(join(root, folder), join(copy, folder), {
        recursive: true,
        filter: (from) => basename(from) !== 'benchmarks',
      });
    for (const large of ['data/benchmarks', 'src', 'lab', 'node_modules', 'package.json'])
      symlinkSync(join(root, large), join(copy, large));
    for (const { file, content } of edits.filter(({ file }) => !file.startsWith('lab/'))) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      writeFileSync(join(copy, file), content);
    }
    return (await readProject(copy)).problems;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Problems that were not there before. */
export function newProblems(before: Problem[], after: Problem[]): Problem[] {
  const key = ({ rule, file, id, field, message }: Problem) => [rule, file, id, field, message].join('\n');
  const known = new Set(before.map(key));
  return after.filter((problem) => !known.has(key(problem)));
}

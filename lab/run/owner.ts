import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheDirectory } from '../image/recipe.ts';

const defaultFile = join(cacheDirectory, 'owner');

/**
 * Takes the lab for this process: two at once would share the processors and spoil each other's figures. The file names
 * its owner; one whose owner is gone is taken over. Gives what gives the lab back. Throws when it is taken.
 */
export function takeLab(purpose: string, file = defaultFile): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${process.pid} ${purpose}, since ${new Date().toISOString()}\n`;
  for (let tries = 0; ; tries++)
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST') || tries > 1) throw error;
      const owner = readFileSync(file, 'utf8').trim();
      if (isAlive(Number.parseInt(owner, 10))) throw new Error(`The lab is taken by process ${owner}.`);
      rmSync(file, { force: true });
    }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

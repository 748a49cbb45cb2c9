import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheDirectory } from '../image/recipe.ts';

const defaultFile = join(cacheDirectory, 'owner');

/**
 * Takes the lab for this process: two at once would share the processors and spoil each other's figures.
 * Gives what gives the lab back. Throws when it is taken.
 */
export const takeLab = (purpose: string, file = defaultFile): (() => void) => takeFile('The lab', purpose, file);

/**
 * Takes something for this process by a file that names its owner; one whose owner is gone is taken over, so that a
 * killed lab is in nobody's way. Gives what gives it back. Throws, with the owner's name, when it is taken.
 */
export function takeFile(what: string, purpose: string, file: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${ownerText(purpose)}\n`;
  for (let tries = 0; ; tries++)
    try {
      create(file, mine);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!is(error, 'EEXIST') || tries > 2) throw error;
      bury(what, file);
    }
}

/** Takes a dead owner's file away. Throws when the owner is alive. */
function bury(what: string, file: string) {
  const dead = `${file}.${process.pid}.dead`;
  try {
    const owner = readFileSync(file, 'utf8');
    if (isAlive(owner.trim()))
      throw new Error(`${what} is taken by process ${owner.trim().replace(/, born \d*$/, '')}.`);
    renameSync(file, dead);
    // Another may have buried the same owner and taken the file meanwhile: then it is given back.
    if (readFileSync(dead, 'utf8') === owner) rmSync(dead);
    else renameSync(dead, file);
  } catch (error) {
    if (!is(error, 'ENOENT')) throw error;
  }
}

const is = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;

/** What this process writes about itself where others look for an owner, for `isAlive` to read. */
export const ownerText = (purpose: string): string =>
  `${process.pid} ${purpose}, since ${new Date().toISOString()}, born ${birthOf(process.pid)}`;

/** The file whole or not at all: nobody reads an owner that is half written. */
function create(file: string, text: string) {
  const beside = `${file}.${process.pid}.tmp`;
  writeFileSync(beside, text);
  try {
    linkSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Whether the process that wrote this about itself still lives. A later one with the same number is not it. */
export function isAlive(owner: string): boolean {
  const pid = Number.parseInt(owner, 10);
  if (!Number.isInteger(pid)) return false;
  const born = /, born (\d+)$/.exec(owner)?.[1];
  if (born !== undefined && birthOf(pid) !== born) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return is(error, 'EPERM');
  }
}

/** When a process began, in ticks since the host did; empty when there is none, or no way to know. See proc(5). */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

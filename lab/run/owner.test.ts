import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeFile, takeLab } from './owner.ts';

describe('takeLab', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'owner-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));
  const file = () => join(directory, 'owner');

  it('names its owner and gives the lab back', () => {
    const giveBack = takeLab('a test', file());
    expect(readFileSync(file(), 'utf8')).toMatch(`${process.pid} a test, since `);
    giveBack();
    expect(existsSync(file())).toBe(false);
  });
  it('refuses a lab whose owner is alive, by name', () => {
    writeFileSync(file(), `${process.ppid} run x\n`);
    expect(() => takeLab('a test', file())).toThrow(`The lab is taken by process ${process.ppid} run x.`);
  });
  it('refuses what this very process has taken', () => {
    takeFile('x.json', 'run x on 7.3', file());
    expect(() => takeFile('x.json', 'run x on 7.3', file())).toThrow(
      new RegExp(`^x.json is taken by process ${process.pid} run x on 7.3, since [^,]*\\.$`),
    );
  });
  it('leaves nothing beside the file', () => {
    takeLab('a test', file());
    expect(readdirSync(directory)).toEqual(['owner']);
  });
  it.each(['999999999 run x', 'no number', `${process.ppid} run x, since then, born 1`])(
    'takes over from an owner that is gone: %s',
    (owner) => {
      writeFileSync(file(), owner);
      takeLab('a test', file())();
      expect(existsSync(file())).toBe(false);
    },
  );
});

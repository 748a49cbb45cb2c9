import { describe, expect, it } from 'vitest';
import { partOf } from './runbooks.ts';

const transcript = [
  '== Make it (procedure make)',
  '    1.000            host    # There is none yet.',
  '    1.000   [10.000] guest   $ mkfs /dev/x',
  '    made',
  '  ! and a warning',
  '    2.000   [11.000] kernel  <6> something',
  '    2.000   [11.000] guest   = 0 after 1.000 s',
  '    3.000   [12.000] guest   $ ls',
  '    not of it',
  '    3.000   [12.000] guest   = 0 after 0.100 s',
  '',
  '== Dry run: Check it (dry run of check)',
  '    4.000   [13.000] guest   $ bash /lab/check.sh --dry-run 2>&1',
  '    Nothing was run.',
  '== Check it (procedure check)',
  "    5.000   [14.000] guest   $ bash /lab/check.sh leg='leg1' 2>&1",
  '    # It may be dirty.',
  '    Done.',
  '    6.000   [15.000] guest   = 0 after 1.000 s',
  '    7.000   [16.000] guest   $ cat something',
  '    else',
].join('\n');

describe('partOf', () => {
  it('gives the steps of a procedure with what they printed, and nothing after them', () => {
    expect(partOf(transcript, 'make')).toBe('# There is none yet.\n$ mkfs /dev/x\nmade\nand a warning');
  });
  it('gives what the script of a runbook printed, and not its dry run', () => {
    expect(partOf(transcript, 'check')).toBe("$ bash check.sh leg='leg1'\n# It may be dirty.\nDone.");
  });
  it('gives nothing of a procedure that is not there', () => {
    expect(partOf(transcript, 'other')).toBeNull();
  });
});

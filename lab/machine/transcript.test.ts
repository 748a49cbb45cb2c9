import { expect, it } from 'vitest';
import { Transcript } from './transcript.ts';

it('says once what the kernel says of the hardware at each boot, and counts it afterwards', () => {
  const transcript = new Transcript(() => 1);
  for (const boot of ['first', 'second']) {
    transcript.title(`boot, ${boot}`);
    transcript.kernel(0, 6, 'BIOS-provided physical RAM map');
    transcript.kernel(1e6, 6, 'sda: attached');
    transcript.kernel(2e6, 4, `only at the ${boot} boot`);
    transcript.kernel(9e6, 4, 'I/O error');
  }
  const text = transcript.text;
  expect(text.match(/RAM map/g)).toHaveLength(1);
  expect(text).toMatch(/== boot, second\n +1\.000 +kernel {2}\(2 lines as at an earlier boot\)\n/);
  expect(text).toContain('only at the second boot');
  expect(text.match(/I\/O error/g), 'after the boot nothing is left out').toHaveLength(2);
});

it('tells a flood of like lines by its beginning, its last line and their number', () => {
  const transcript = new Transcript(() => 1);
  const flood = (lines: number) => {
    for (let sector = 0; sector < lines; sector += 1) transcript.kernel(9e6, 3, `I/O error, dev sdc, sector ${sector}`);
  };
  flood(100);
  transcript.kernel(9e6, 3, 'XFS (sdc): shut down');
  expect(transcript.text).toContain('sector 39\n');
  expect(transcript.text).not.toContain('sector 40\n');
  expect(transcript.text).toMatch(/\(60 more lines .*\)\n.* sector 99\n$/);
  transcript.title('boot');
  flood(1);
  expect(transcript.text).toMatch(/sector 99\n\n== boot\n.* sector 0\n$/);
});

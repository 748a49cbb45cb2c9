import { describe, expect, it } from 'vitest';
import { complaints } from './doctor.ts';

const well = { isRoot: true, keyring: true, subordinateIds: true };

describe('complaints', () => {
  it('has none about a host that has everything', () => {
    expect(complaints(() => true, well)).toEqual([]);
  });
  it('names what is missing and the Debian package that has it', () => {
    expect(complaints((program) => program !== 'qemu-img', well)).toEqual([
      { missing: 'qemu-img', mend: 'apt-get install qemu-utils (needs root)' },
    ]);
  });
  it('wants user namespaces only of who is not root', () => {
    const user = { ...well, isRoot: false, subordinateIds: false };
    const missing = complaints((program) => program !== 'newuidmap', user).map((one) => one.missing);
    expect(missing).toEqual(['newuidmap', 'subordinate user ids, to build the image without root']);
    expect(complaints((program) => program !== 'newuidmap', well)).toEqual([]);
  });
});

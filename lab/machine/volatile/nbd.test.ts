import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NbdSession, type Request } from './nbd.ts';

/**
 * What `qemu-io` of QEMU 7.2 sent: write 512 bytes of 7 at 4096, flush, read them, write 4096 bytes of 9 at 12288, read
 * 16 of those, with flushes of its own between.
 */
const client = Buffer.from(
  readFileSync(join(import.meta.dirname, 'fixtures', 'qemu-io.hex'), 'utf8').replaceAll('\n', ''),
  'hex',
);

function session(answer: (request: Request) => Buffer | undefined = ({ length }) => Buffer.alloc(length)) {
  const requests: string[] = [];
  const sent: Buffer[] = [];
  let ended = false;
  const one = new NbdSession({
    bytes: 1 << 20,
    send: (data) => sent.push(data),
    end: () => {
      ended = true;
    },
    answer(request) {
      const { command, offset, length, data } = request;
      requests.push(`${command} ${offset} ${length}${data.length ? ` of ${data[0]}` : ''}`);
      return command === 'read' ? answer(request) : Buffer.alloc(0);
    },
  });
  return { one, requests, sent: () => Buffer.concat(sent), ended: () => ended };
}

const asked = [
  'write 4096 512 of 7',
  ...['flush 0 0', 'flush 0 0', 'read 4096 512'],
  'write 12288 4096 of 9',
  ...['flush 0 0', 'read 12288 512', 'flush 0 0'],
];

describe('NbdSession', () => {
  it('understands what QEMU sends, to the end of the connection', () => {
    const { one, requests, ended } = session();
    one.push(client);
    expect(requests).toEqual(asked);
    expect(ended()).toBe(true);
  });
  it('understands it in pieces of any size', () => {
    const { one, requests } = session();
    for (let at = 0; at < client.length; at += 7) one.push(client.subarray(at, at + 7));
    expect(requests).toEqual(asked);
  });
  it('greets, tells the size of the disk and that it can flush', () => {
    const { one, sent } = session();
    one.push(client);
    expect(sent().subarray(0, 18).toString('latin1')).toBe('NBDMAGICIHAVEOPT\0\x03');
    const size = sent().indexOf(Buffer.from('000000000000001000000005', 'hex'));
    expect(size).toBeGreaterThan(0);
  });
  it('answers a read that fails with an I/O error and without data', () => {
    const [good, bad] = [session(), session(() => undefined)];
    good.one.push(client);
    bad.one.push(client);
    const failed = Buffer.from('6744669800000005', 'hex');
    expect(good.sent().includes(failed)).toBe(false);
    expect(bad.sent().includes(failed)).toBe(true);
    expect(good.sent().length - bad.sent().length).toBe(2 * 512);
  });
});

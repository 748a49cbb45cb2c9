import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encode, FrameReader } from './frame.ts';

/** As the agent wrote it in a guest. */
const recorded = (text: string) => `${crc32(text).toString(16).padStart(8, '0')} ${text}\n`;
const alive = recorded('{"type":"alive","mono":11.352}');
const result = recorded(
  '{"type":"result","id":1,"status":0,"stdout":"Gr\\u00fc\\u00dfe\\n","stderr":"","truncated":false,"timedOut":false,"started":5.1,"seconds":0.02,"mono":5.13}',
);

describe('FrameReader', () => {
  it('gives every frame of a chunk', () => {
    expect(new FrameReader().push(Buffer.from(alive + result))).toHaveLength(2);
  });
  it('puts a frame together that arrives byte by byte', () => {
    const reader = new FrameReader();
    const frames = [...Buffer.from(result)].flatMap((byte) => reader.push(Buffer.from([byte])));
    expect(frames).toEqual([{ frame: expect.objectContaining({ type: 'result', stdout: 'Grüße\n' }) }]);
  });
  it('calls a frame torn whose bytes changed on the way', () => {
    expect(new FrameReader().push(Buffer.from(alive.replace('11.352', '11.353')))).toEqual([
      { torn: expect.stringContaining('11.353') },
    ]);
  });
  it('calls a frame torn that is not of the protocol', () => {
    expect(new FrameReader().push(Buffer.from(recorded('{"type":"greeting"}')))[0]).toHaveProperty('torn');
  });
  it('keeps the beginning of a frame that never came to its end', () => {
    const reader = new FrameReader();
    expect(reader.push(Buffer.from(alive + result.slice(0, 40)))).toHaveLength(1);
    expect(reader.rest).toBe(result.slice(0, 40));
  });
});

describe('encode', () => {
  it('writes the checksum in eight digits, a space, and the order', () => {
    expect(encode({ type: 'power-off' })).toMatch(/^[0-9a-f]{8} \{"type":"power-off"\}\n$/);
  });
});

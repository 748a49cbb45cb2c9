import { deflateSync } from 'node:zlib';
import { type Pdf, reference } from './objects.ts';

/** Objects in a packet: readers unpack one as a whole to get at one of them. */
const packet = 200;
/** What stays in plain sight, so that a look into the file finds it. */
const plain = /\/Type \/(Catalog|FontDescriptor)|\/Author /;

/**
 * The file written anew, some objects with another body. Chromium leaves the tags of a document uncompressed, which
 * are two thirds of it; here they are put into object streams, as PDF has them since version 1.5.
 */
export function pack(pdf: Pdf, changed: ReadonlyMap<string, string>): Buffer {
  const bodies = new Map([...pdf.bodies()].map(([n, body]) => [n, changed.get(`${n}`) ?? body]));
  const isApart = (body: string) => body.endsWith('endstream') || plain.test(body);
  const apart = [...bodies].filter(([, body]) => isApart(body));
  const together = [...bodies].filter(([, body]) => !isApart(body));

  const parts: Buffer[] = [];
  const entries = new Map<number, [kind: number, place: number, index: number]>();
  let length = 0;
  const add = (bytes: Buffer) => {
    parts.push(bytes);
    length += bytes.length;
  };
  const write = (n: number, body: Buffer) => {
    entries.set(n, [1, length, 0]);
    add(Buffer.concat([Buffer.from(`${n} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
  };

  add(Buffer.from('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', 'latin1'));
  for (const [n, body] of apart) write(n, Buffer.from(body, 'latin1'));
  let next = Math.max(...bodies.keys()) + 1;
  for (let from = 0; from < together.length; from += packet) {
    const members = together.slice(from, from + packet);
    members.forEach(([n], index) => {
      entries.set(n, [2, next, index]);
    });
    write(next, objectStream(members));
    next += 1;
  }
  const start = length;
  entries.set(next, [1, start, 0]);
  const keys = `/Type /XRef\n/W [1 4 2]\n/DecodeParms <</Predictor 12 /Columns ${row}>>\n/Size ${next + 1}\n/Root ${reference(pdf.trailer, 'Root')} 0 R\n/Info ${reference(pdf.trailer, 'Info')} 0 R`;
  write(next, stream(keys, table(entries, next + 1)));
  add(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

function objectStream(members: readonly [number, string][]): Buffer {
  let at = 0;
  const places = members.map(([n, body]) => {
    const place = `${n} ${at}`;
    at += body.length + 1;
    return place;
  });
  const head = `${places.join(' ')}\n`;
  const text = head + members.map(([, body]) => `${body}\n`).join('');
  return stream(`/Type /ObjStm\n/N ${members.length}\n/First ${head.length}`, Buffer.from(text, 'latin1'));
}

function stream(keys: string, content: Buffer): Buffer {
  const packed = deflateSync(content, { level: 9 });
  const head = `<<${keys}\n/Filter /FlateDecode\n/Length ${packed.length}>> stream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]);
}

/** Bytes that say where an object is. */
const row = 7;
/** The sign before a row of which only the differences from the row above are written, byte for byte: rows are much alike. */
const up = 2;

/** Where each object is, a row for each number; those that are not used count as free. */
function table(entries: ReadonlyMap<number, [number, number, number]>, size: number): Buffer {
  const bytes = Buffer.alloc(size * row);
  for (let n = 0; n < size; n += 1) {
    const [kind, place, index] = entries.get(n) ?? [0, 0, 65535];
    bytes.writeUInt8(kind, n * row);
    bytes.writeUInt32BE(place, n * row + 1);
    bytes.writeUInt16BE(index, n * row + 5);
  }
  return Buffer.concat(
    Array.from({ length: size }, (_, n) => {
      const differences = [...bytes.subarray(n * row, (n + 1) * row)].map(
        (byte, i) => byte - (bytes[(n - 1) * row + i] ?? 0),
      );
      return Buffer.from([up, ...differences.map((difference) => difference & 255)]);
    }),
  );
}

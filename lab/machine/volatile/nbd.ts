/**
 * The server's side of NBD, as far as QEMU uses it: one export, fixed newstyle handshake, simple replies, one request
 * after the other. https://github.com/NetworkBlockDevice/nbd/blob/master/doc/proto.md
 */

const INIT = Buffer.from('NBDMAGICIHAVEOPT');
const OPTION_MAGIC = Buffer.from('IHAVEOPT');
const OPTION_REPLY_MAGIC = 0x3e889045565a9n;
const REQUEST_MAGIC = 0x25609513;
const REPLY_MAGIC = 0x67446698;
/** Fixed newstyle, and no zeros after the old way to ask for an export. */
const HANDSHAKE_FLAGS = 0b11;
const OPTION = { abort: 2, info: 6, go: 7 } as const;
const REPLY = { ack: 1, info: 3, unsupported: 0x80000001 } as const;
const INFO = { export: 0, blockSize: 3 } as const;
/** Has flags, can flush. Nothing of trim: what was discarded stays as it is, which a drive may do. */
const TRANSMISSION_FLAGS = 0b101;
const MAX_REQUEST = 32 << 20;

export type Request = { command: 'read' | 'write' | 'flush'; offset: number; length: number; data: Buffer };
/** What is read, or nothing; undefined when the drive fails. */
export type Answer = Buffer | undefined;
export type Connection = {
  /** Size of the export in bytes. */
  bytes: number;
  answer: (request: Request) => Answer;
  send: (bytes: Buffer) => void;
  end: () => void;
};

const EIO = 5;
const EINVAL = 22;
const REQUEST_BYTES = 28;
const names: Record<number, Request['command']> = { 0: 'read', 1: 'write', 3: 'flush' };
const DISCONNECT = 2;

/** One client's connection: `push` gets what arrives, in pieces of any size. Greets when it is made. */
export class NbdSession {
  readonly #to: Connection;
  #pending: Buffer[] = [];
  #length = 0;
  #phase: 'flags' | 'options' | 'transmission' | 'over' = 'flags';

  constructor(to: Connection) {
    this.#to = to;
    const flags = Buffer.alloc(2);
    flags.writeUInt16BE(HANDSHAKE_FLAGS);
    to.send(Buffer.concat([INIT, flags]));
  }

  push(chunk: Buffer): void {
    this.#pending.push(chunk);
    this.#length += chunk.length;
    while (this.#step());
  }

  /** Takes one message; false when there is not a whole one yet. */
  #step(): boolean {
    switch (this.#phase) {
      case 'flags':
        if (!this.#take(4)) return false;
        this.#phase = 'options';
        return true;
      case 'options':
        return this.#option();
      case 'transmission':
        return this.#request();
      case 'over':
        return false;
    }
  }

  #option(): boolean {
    const head = this.#peek(16);
    if (!head) return false;
    if (!head.subarray(0, 8).equals(OPTION_MAGIC)) return this.#end();
    const option = head.readUInt32BE(8);
    if (!this.#take(16 + head.readUInt32BE(12))) return false;
    switch (option) {
      case OPTION.go:
      case OPTION.info:
        this.#reply(option, REPLY.info, exportInfo(this.#to.bytes));
        this.#reply(option, REPLY.info, blockSizeInfo());
        this.#reply(option, REPLY.ack);
        if (option === OPTION.go) this.#phase = 'transmission';
        return true;
      case OPTION.abort:
        this.#reply(option, REPLY.ack);
        return this.#end();
      default:
        this.#reply(option, REPLY.unsupported);
        return true;
    }
  }

  #reply(option: number, type: number, data: Buffer = Buffer.alloc(0)) {
    const head = Buffer.alloc(20);
    head.writeBigUInt64BE(OPTION_REPLY_MAGIC, 0);
    head.writeUInt32BE(option, 8);
    head.writeUInt32BE(type, 12);
    head.writeUInt32BE(data.length, 16);
    this.#to.send(Buffer.concat([head, data]));
  }

  #request(): boolean {
    const head = this.#peek(REQUEST_BYTES);
    if (!head) return false;
    if (head.readUInt32BE(0) !== REQUEST_MAGIC) return this.#end();
    const type = head.readUInt16BE(6);
    const handle = Buffer.from(head.subarray(8, 16));
    const offset = Number(head.readBigUInt64BE(16));
    const length = head.readUInt32BE(24);
    if (type === DISCONNECT) return this.#end();
    const command = names[type];
    const payload = command === 'write' ? length : 0;
    const whole = this.#take(REQUEST_BYTES + payload);
    if (!whole) return false;
    if (!command || length > MAX_REQUEST || offset + length > this.#to.bytes) this.#answer(handle, EINVAL);
    else {
      const data = this.#to.answer({ command, offset, length, data: whole.subarray(REQUEST_BYTES) });
      this.#answer(handle, data ? 0 : EIO, data);
    }
    return true;
  }

  #answer(handle: Buffer, error: number, data: Buffer = Buffer.alloc(0)) {
    const head = Buffer.alloc(16);
    head.writeUInt32BE(REPLY_MAGIC, 0);
    head.writeUInt32BE(error, 4);
    handle.copy(head, 8);
    this.#to.send(Buffer.concat([head, data]));
  }

  #end(): false {
    this.#phase = 'over';
    this.#to.end();
    return false;
  }

  /** The first bytes without taking them; undefined when there are fewer. */
  #peek(bytes: number): Buffer | undefined {
    if (this.#length < bytes) return undefined;
    if ((this.#pending[0]?.length ?? 0) < bytes) this.#pending = [Buffer.concat(this.#pending)];
    return this.#pending[0]?.subarray(0, bytes);
  }

  #take(bytes: number): Buffer | undefined {
    const taken = this.#peek(bytes);
    if (!taken) return undefined;
    const [first = taken, ...rest] = this.#pending;
    this.#pending = first.length > bytes ? [first.subarray(bytes), ...rest] : rest;
    this.#length -= bytes;
    return taken;
  }
}

function exportInfo(bytes: number): Buffer {
  const info = Buffer.alloc(12);
  info.writeUInt16BE(INFO.export, 0);
  info.writeBigUInt64BE(BigInt(bytes), 2);
  info.writeUInt16BE(TRANSMISSION_FLAGS, 10);
  return info;
}

function blockSizeInfo(): Buffer {
  const info = Buffer.alloc(14);
  info.writeUInt16BE(INFO.blockSize, 0);
  for (const [index, size] of [512, 4096, MAX_REQUEST].entries()) info.writeUInt32BE(size, 2 + 4 * index);
  return info;
}

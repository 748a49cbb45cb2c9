"""Files whose every 4 KiB block says what it is, so that the host can find its copies in raw disk images.

A block: 16 bytes of magic; seed, file, number of the block, version as little-endian 32-bit numbers; filling that does
not compress; in the last four bytes the CRC-32 of all before.

  corpus.py write PATH --file 1 --blocks 4096 --seed 7 [--version 1] [--nocow]
  corpus.py overwrite PATH --file 1 --blocks 4096 --seed 7 --version 2 [--only 3-5,9]
  corpus.py verify PATH --file 1 --blocks 4096 --seed 7 [--version 1] [--only 3-5,9] [--parity 0]

`write` makes the file anew, with --nocow as one that btrfs overwrites in place and keeps no checksums of. `overwrite`
writes blocks in place past the page cache, one at a time, then asks for a flush, and prints {"written", "failed",
"flushed"}. With --parity the reader is a process of that parity, since btrfs picks the mirror by it.

`verify` reads past the page cache, each block that fails by itself once more, and prints one line of JSON:
{"blocks", "good", "unreadable": [numbers], "wrong": [numbers]}.
"""

import argparse
import errno
import fcntl
import hashlib
import json
import mmap
import os
import struct
import zlib

MAGIC = b'SSD-CACHE-CORPUS'
BLOCK = 4096
STRIDE = 256  # blocks in one read or write: 1 MiB


def block(seed, file, number, version):
    tag = MAGIC + struct.pack('<4I', seed, file, number, version)
    body = tag + hashlib.shake_128(tag).digest(BLOCK - len(tag) - 4)
    return body + struct.pack('<I', zlib.crc32(body))


FS_IOC_SETFLAGS, FS_NOCOW_FL = 0x40086602, 0x00800000


def write(path, blocks, tag, nocow):
    with open(path, 'wb') as out:
        if nocow:
            fcntl.ioctl(out, FS_IOC_SETFLAGS, struct.pack('l', FS_NOCOW_FL))
        for start in range(0, blocks, STRIDE):
            out.write(b''.join(block(tag[0], tag[1], n, tag[2]) for n in range(start, min(start + STRIDE, blocks))))
        out.flush()
        os.fsync(out.fileno())
    print(json.dumps({'blocks': blocks}))


def overwrite(path, numbers, tag):
    file = os.open(path, os.O_RDWR | os.O_DIRECT)
    buffer = mmap.mmap(-1, BLOCK)
    written, failed, flushed = 0, 0, True
    for number in numbers:
        buffer[:] = block(tag[0], tag[1], number, tag[2])
        try:
            written += os.pwrite(file, buffer, number * BLOCK) == BLOCK
        except OSError:
            failed += 1
    try:
        os.fsync(file)
    except OSError:
        flushed = False
    print(json.dumps({'written': written, 'failed': failed, 'flushed': flushed}))


def intact(data, seed, file, number, version):
    head = MAGIC + struct.pack('<4I', seed, file, number, version)
    return data[:32] == head and data[-4:] == struct.pack('<I', zlib.crc32(data[:-4]))


def read(file, into, start, count):
    """The bytes of `count` blocks, or None where the kernel gives an I/O error."""
    view = memoryview(into)[: count * BLOCK]
    try:
        return bytes(view[: os.preadv(file, [view], start * BLOCK)])
    except OSError as error:
        if error.errno != errno.EIO:
            raise
        return None


def verify(path, blocks, tag, only):
    seed, name, version = tag
    file = os.open(path, os.O_RDONLY | os.O_DIRECT)
    buffer = mmap.mmap(-1, STRIDE * BLOCK)
    unreadable, wrong = [], []
    pieces = runs(only if only else range(blocks))
    for start, count in pieces:
        data = read(file, buffer, start, count)
        if data is not None and len(data) < count * BLOCK:
            data = None  # it stopped short of a block that fails, which says nothing of those behind it
        for number in range(start, start + count):
            one = read(file, buffer, number, 1) if data is None else data[(number - start) * BLOCK :][:BLOCK]
            if one is None:
                unreadable.append(number)
            elif not intact(one, seed, name, number, version):
                wrong.append(number)
    blocks = sum(count for _, count in pieces)
    good = blocks - len(unreadable) - len(wrong)
    print(json.dumps({'blocks': blocks, 'good': good, 'unreadable': unreadable, 'wrong': wrong}))


def runs(numbers):
    """The numbers as pieces of consecutive ones, (first, count), none longer than one read."""
    pieces = []
    for number in numbers:
        if pieces and number == sum(pieces[-1]) and pieces[-1][1] < STRIDE:
            pieces[-1] = (pieces[-1][0], pieces[-1][1] + 1)
        else:
            pieces.append((number, 1))
    return pieces


def become(parity):
    """Goes on in a child whose process id has the parity."""
    while os.getpid() % 2 != parity:
        child = os.fork()
        if child:
            os._exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def numbers(text):
    """3-5,9 as 3, 4, 5, 9."""
    for part in text.split(','):
        first, _, last = part.partition('-')
        yield from range(int(first), int(last or first) + 1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('action', choices=['write', 'overwrite', 'verify'])
    parser.add_argument('path')
    for option in ('--file', '--blocks', '--seed'):
        parser.add_argument(option, type=int, required=True)
    parser.add_argument('--version', type=int, default=1)
    parser.add_argument('--parity', type=int, choices=[0, 1])
    parser.add_argument('--nocow', action='store_true')
    parser.add_argument('--only')
    asked = parser.parse_args()
    tag = (asked.seed, asked.file, asked.version)
    if asked.parity is not None:
        become(asked.parity)
    if asked.action == 'write':
        write(asked.path, asked.blocks, tag, asked.nocow)
    elif asked.action == 'overwrite':
        overwrite(asked.path, numbers(asked.only) if asked.only else range(asked.blocks), tag)
    else:
        verify(asked.path, asked.blocks, tag, list(numbers(asked.only)) if asked.only else None)


if __name__ == '__main__':
    main()

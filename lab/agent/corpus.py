"""Files whose every 4 KiB block says what it is, so that the host can find its copies in raw disk images.

A block: 16 bytes of magic; seed, file, number of the block, version as little-endian 32-bit numbers; filling that does
not compress; in the last four bytes the CRC-32 of all before.

  corpus.py write PATH --file 1 --blocks 4096 --seed 7 [--version 1]
  corpus.py verify PATH --file 1 --blocks 4096 --seed 7 [--version 1]

`verify` reads past the page cache, each block that fails by itself once more, and prints one line of JSON:
{"blocks", "good", "unreadable": [numbers], "wrong": [numbers]}.
"""

import argparse
import errno
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


def write(path, blocks, tag):
    with open(path, 'wb') as out:
        for start in range(0, blocks, STRIDE):
            out.write(b''.join(block(tag[0], tag[1], n, tag[2]) for n in range(start, min(start + STRIDE, blocks))))
        out.flush()
        os.fsync(out.fileno())
    print(json.dumps({'blocks': blocks}))


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


def verify(path, blocks, tag):
    seed, name, version = tag
    file = os.open(path, os.O_RDONLY | os.O_DIRECT)
    buffer = mmap.mmap(-1, STRIDE * BLOCK)
    unreadable, wrong = [], []
    for start in range(0, blocks, STRIDE):
        count = min(STRIDE, blocks - start)
        data = read(file, buffer, start, count)
        for number in range(start, start + count):
            one = read(file, buffer, number, 1) if data is None else data[(number - start) * BLOCK :][:BLOCK]
            if one is None:
                unreadable.append(number)
            elif not intact(one, seed, name, number, version):
                wrong.append(number)
    good = blocks - len(unreadable) - len(wrong)
    print(json.dumps({'blocks': blocks, 'good': good, 'unreadable': unreadable, 'wrong': wrong}))


parser = argparse.ArgumentParser()
parser.add_argument('action', choices=['write', 'verify'])
parser.add_argument('path')
for option in ('--file', '--blocks', '--seed'):
    parser.add_argument(option, type=int, required=True)
parser.add_argument('--version', type=int, default=1)
asked = parser.parse_args()
{'write': write, 'verify': verify}[asked.action](asked.path, asked.blocks, (asked.seed, asked.file, asked.version))

"""Reads or rewrites a file block by block, past the page cache, in passes; one line of JSON at the end.

  passes.py PATH --mib 32 --seed 7 [--parity 0] [--block 64] [--passes 3] [--reads 500] [--sequential] [--zipf 1.1] [--rewrite]

Each pass touches every block of --block KiB once, in an order of its own, or in that of the file with --sequential. With
--zipf it makes as many reads, of blocks picked with that exponent, their ranks spread over the file by the seed; with
--reads a pass has that many. btrfs picks the mirror by the reader's process id: with --parity it is of that parity. {"reads", "before", "passes": [{"seconds", "status"}]}
with what dmsetup says of the caches before the first pass and after each.
"""

import argparse
import bisect
import itertools
import json
import mmap
import os
import random
import subprocess
import time

import corpus

KIB = 1024


def status():
    return subprocess.run(
        ['dmsetup', 'status', '--noflush', '--target', 'cache'], capture_output=True, text=True, check=True
    ).stdout


def orders(asked, blocks):
    """The numbers of the blocks in each pass."""
    chance = random.Random(f'{asked.seed} {asked.parity} {asked.zipf} {asked.salt}')
    spread = list(range(blocks))
    random.Random(asked.seed).shuffle(spread)
    weights = list(itertools.accumulate((rank + 1) ** -asked.zipf for rank in range(blocks)))
    for _ in range(asked.passes):
        if asked.sequential:
            yield list(range(asked.reads))
        elif asked.zipf:
            yield [spread[bisect.bisect(weights, chance.random() * weights[-1])] for _ in range(asked.reads)]
        else:
            yield chance.sample(range(blocks), asked.reads)


parser = argparse.ArgumentParser()
parser.add_argument('path')
for option, default in (('--mib', None), ('--seed', None), ('--block', 64), ('--passes', 1), ('--skip', 0), ('--salt', 0), ('--reads', 0)):
    parser.add_argument(option, type=int, default=default, required=default is None)
parser.add_argument('--parity', type=int, choices=[0, 1])
parser.add_argument('--zipf', type=float, default=0)
parser.add_argument('--sequential', action='store_true')
parser.add_argument('--rewrite', action='store_true')
asked = parser.parse_args()
if asked.parity is not None:
    corpus.become(asked.parity)

size = asked.block * KIB
blocks = asked.mib * KIB // asked.block
asked.reads = asked.reads or blocks
buffer = mmap.mmap(-1, size)
buffer[:] = os.urandom(size)
file = os.open(asked.path, (os.O_RDWR if asked.rewrite else os.O_RDONLY) | os.O_DIRECT)
move = os.pwrite if asked.rewrite else lambda file, into, at: os.preadv(file, [into], at)
before, passes = status(), []
for order in orders(asked, blocks):
    begun = time.monotonic()
    for number in order:
        if move(file, buffer, asked.skip * KIB * KIB + number * size) != size:
            raise SystemExit(f'block {number} is not whole')
    if asked.rewrite:
        os.fsync(file)
    passes.append({'seconds': round(time.monotonic() - begun, 2), 'status': status()})
print(json.dumps({'reads': asked.reads * asked.passes, 'before': before, 'passes': passes}))

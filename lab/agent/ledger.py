"""Writes and flushes without end, and tells the host of each flush that came back: for machines that are cut off.

  ledger.py --directory /mnt --table-blocks 512 --seed 7

By turns a block is added to `ledger` (file 3, copy-on-write) and one of `table` (file 2, no checksums) is overwritten in
place with version 2, and each is flushed. Then `ledger 17` goes over the port to the host, which has it before the next
write begins. A second process overwrites `noise` and never flushes, so that there is always something to lose.
"""

import argparse
import mmap
import os
import random

import corpus

TABLE, LEDGER, NOISE_BLOCKS = 2, 3, 2048

parser = argparse.ArgumentParser()
parser.add_argument('--directory', required=True)
for option in ('--table-blocks', '--seed'):
    parser.add_argument(option, type=int, required=True)
asked = parser.parse_args()
page = mmap.mmap(-1, corpus.BLOCK)
at = lambda name, flags: os.open(f'{asked.directory}/{name}', flags)


def make_noise():
    noise = at('noise', os.O_RDWR | os.O_CREAT | os.O_DIRECT)
    chance = random.Random(asked.seed)
    page[:] = os.urandom(corpus.BLOCK)
    while True:
        os.pwrite(noise, page, chance.randrange(NOISE_BLOCKS) * corpus.BLOCK)


def port_named(name):
    for port in os.listdir('/sys/class/virtio-ports'):
        with open(f'/sys/class/virtio-ports/{port}/name') as file:
            if file.read().strip() == name:
                return os.open(f'/dev/{port}', os.O_WRONLY)
    raise SystemExit(f'there is no port {name}')


if os.fork() == 0:
    make_noise()
told = port_named('told')
ledger, table = at('ledger', os.O_RDWR | os.O_CREAT), at('table', os.O_RDWR | os.O_DIRECT)
number = 0
while True:
    os.pwrite(ledger, corpus.block(asked.seed, LEDGER, number, 1), number * corpus.BLOCK)
    os.fsync(ledger)
    os.write(told, b'ledger %d\n' % number)
    if number < asked.table_blocks:
        page[:] = corpus.block(asked.seed, TABLE, number, 2)
        os.pwrite(table, page, number * corpus.BLOCK)
        os.fsync(table)
        os.write(told, b'table %d\n' % number)
    number += 1

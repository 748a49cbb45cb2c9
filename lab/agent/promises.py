"""Writes and reads a mounted array while disks of it die, and says what was promised: one line of JSON at the end.

  promises.py --directory /mnt --hot-blocks 2048 --table-blocks 2048 --seed 7 --watch DISK [DISK ...]

Goes on until the file /tmp/stop is there, for five minutes at most. /tmp/promised says meanwhile how many writes were
promised, once the caches were looked at.

Four files of tagged blocks, see corpus.py. `hot` (file 1) is read only. `table` (file 2) has no checksums and is
overwritten in place with version 2, one block after another. `ledger` (file 3) grows by a block, `bulk` (file 4) by a
mebibyte, both copy-on-write. A write is promised when fsync returned after it.

{"ledger": [[number, done]], "table": …, "bulk": …, "errors": [[file, number, at, name]],
"readers": [{"parity", "good": [at], "wrong": [at], "errors": [at]}], "gone": [at or null, for each watched disk],
"caches": what `dmsetup status` said of the caches last before the first disk was gone}. Times in seconds of the guest's
monotonic clock; numbers of `bulk` count mebibytes.
"""

import argparse
import errno
import json
import mmap
import os
import random
import subprocess
import time

import corpus

HOT, TABLE, LEDGER, BULK = 1, 2, 3, 4
STOP, PROMISED, LOOKED = '/tmp/stop', '/tmp/promised', '/tmp/looked'
SECONDS = 300
PER_MIB = (1 << 20) // corpus.BLOCK
clock = lambda: round(time.monotonic(), 2)
goes_on = lambda end: time.monotonic() < end and not os.path.exists(STOP)


def writer(asked, end):
    open_as = lambda name, flags: os.open(f'{asked.directory}/{name}', flags)
    ledger = open_as('ledger', os.O_RDWR | os.O_CREAT)
    bulk = open_as('bulk', os.O_RDWR | os.O_CREAT)
    table = open_as('table', os.O_RDWR | os.O_DIRECT)
    page = mmap.mmap(-1, corpus.BLOCK)
    seen = {'ledger': [], 'table': [], 'bulk': [], 'errors': []}

    def promise(name, number, write):
        try:
            file = write()
            os.fsync(file)
            seen[name].append([number, clock()])
            if os.path.exists(LOOKED):
                with open(PROMISED, 'w') as count:
                    count.write(str(sum(len(seen[file]) for file in ('ledger', 'table', 'bulk'))))
        except OSError as error:
            seen['errors'].append([name, number, clock(), errno.errorcode.get(error.errno, str(error.errno))])
            time.sleep(0.3)

    def write_ledger(number):
        os.pwrite(ledger, corpus.block(asked.seed, LEDGER, number, 1), number * corpus.BLOCK)
        return ledger

    def write_table(number):
        page[:] = corpus.block(asked.seed, TABLE, number, 2)
        os.pwrite(table, page, number * corpus.BLOCK)
        return table

    def write_bulk(number):
        first = number * PER_MIB
        data = b''.join(corpus.block(asked.seed, BULK, n, 1) for n in range(first, first + PER_MIB))
        os.pwrite(bulk, data, first * corpus.BLOCK)
        return bulk

    number = 0
    while goes_on(end):
        promise('ledger', number, lambda: write_ledger(number))
        if number < asked.table_blocks:
            promise('table', number, lambda: write_table(number))
        if number % 8 == 0 and number // 8 < asked.bulk:
            promise('bulk', number // 8, lambda: write_bulk(number // 8))
        number += 1
        time.sleep(0.02)
    return seen


def reader(asked, end, parity):
    file = os.open(f'{asked.directory}/hot', os.O_RDONLY | os.O_DIRECT)
    view = memoryview(mmap.mmap(-1, corpus.BLOCK))
    chance = random.Random(asked.seed + parity)
    seen = {'good': [], 'wrong': [], 'errors': []}
    while goes_on(end):
        number = chance.randrange(asked.hot_blocks)
        try:
            os.preadv(file, [view], number * corpus.BLOCK)
            good = corpus.intact(bytes(view), asked.seed, HOT, number, 1)
            seen['good' if good else 'wrong'].append(clock())
        except OSError:
            seen['errors'].append(clock())
        time.sleep(0.1)
    return {'parity': parity, **seen}


def entry_of(disk):
    # A partition goes with its disk.
    return '/sys/block/' + os.path.basename(os.path.realpath(disk)).rstrip('0123456789')


def watch(disks, end):
    entries = [entry_of(disk) for disk in disks]
    gone = [None for _ in disks]
    while goes_on(end) and None in gone:
        for which, entry in enumerate(entries):
            if gone[which] is None and not os.path.exists(entry):
                gone[which] = clock()
        time.sleep(0.02)
    return gone


def look(disks, end):
    """The last look at the caches that began and ended with all the disks there."""
    entries, last = [entry_of(disk) for disk in disks], ''
    while goes_on(end):
        said = subprocess.run(
            ['dmsetup', 'status', '--noflush', '--target', 'cache'], stdout=subprocess.PIPE, text=True
        ).stdout
        if not all(os.path.exists(entry) for entry in entries):
            break
        last = said
        open(LOOKED, 'w').close()
        time.sleep(0.3)
    return last


def start(work, parity=None):
    """Does the work in a child of that parity. Gives the end of the pipe that its result comes from."""
    out, into = os.pipe()
    if os.fork() == 0:
        if parity is not None:
            corpus.become(parity)
        with os.fdopen(into, 'w') as result:
            json.dump(work(), result)
            result.flush()
        os._exit(0)
    os.close(into)
    return os.fdopen(out)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--directory', required=True)
    parser.add_argument('--watch', nargs='+', required=True)
    for option in ('--hot-blocks', '--table-blocks', '--seed'):
        parser.add_argument(option, type=int, required=True)
    parser.add_argument('--bulk', type=int, default=12, help='mebibytes at most')
    asked = parser.parse_args()
    for left in (STOP, PROMISED, LOOKED):
        if os.path.exists(left):
            os.remove(left)
    end = time.monotonic() + SECONDS
    pipes = [start(lambda: watch(asked.watch, end)), start(lambda: look(asked.watch, end))]
    pipes += [start(lambda: writer(asked, end))]
    pipes += [start(lambda parity=parity: reader(asked, end, parity), parity) for parity in (0, 1)]
    gone, caches, wrote, *read = [json.load(pipe) for pipe in pipes]
    print(json.dumps({**wrote, 'readers': read, 'gone': gone, 'caches': caches}, separators=(',', ':')))


main()

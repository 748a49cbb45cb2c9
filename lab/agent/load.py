"""A writer that flushes each record and a reader for each leg, all at once, for a time; one line of JSON at the end.

  load.py --ledger PATH --hot PATH --hot-blocks 8192 --seed 7 --seconds 40 --watch DISK

Records are blocks of the corpus, file 3 of the ledger, file 1 of the hot file. A record counts as acknowledged when
fsync returned after it. {"writer": {"records": [[number, begun, done]], "errors": [[number, at, name]]},
"readers": [{"parity", "good": [at], "wrong": [at], "errors": [at]}], "gone": at}, times in seconds of the guest's monotonic clock; `gone` is when the kernel took the watched
disk out of its list, or null.
"""

import argparse
import errno
import json
import mmap
import os
import random
import time

import corpus

LEDGER, HOT = 3, 1
clock = lambda: round(time.monotonic(), 2)


def writer(asked, end):
    file = os.open(asked.ledger, os.O_RDWR | os.O_CREAT)
    records, errors, number = [], [], 0
    while time.monotonic() < end:
        begun = clock()
        try:
            os.pwrite(file, corpus.block(asked.seed, LEDGER, number, 1), number * corpus.BLOCK)
            os.fsync(file)
            records.append([number, begun, clock()])
        except OSError as error:
            errors.append([number, clock(), errno.errorcode.get(error.errno, str(error.errno))])
            time.sleep(0.5)
        number += 1
        time.sleep(0.05)
    return {'records': records, 'errors': errors}


def reader(asked, end, parity):
    file = os.open(asked.hot, os.O_RDONLY | os.O_DIRECT)
    view = memoryview(mmap.mmap(-1, corpus.BLOCK))
    chance = random.Random(asked.seed + parity)
    seen = {'good': [], 'wrong': [], 'errors': []}
    while time.monotonic() < end:
        number = chance.randrange(asked.hot_blocks)
        try:
            os.preadv(file, [view], number * corpus.BLOCK)
            good = corpus.intact(bytes(view), asked.seed, HOT, number, 1)
            seen['good' if good else 'wrong'].append(clock())
        except OSError:
            seen['errors'].append(clock())
        time.sleep(0.1)
    return {'parity': parity, **seen}


def watch(asked, end):
    entry = '/sys/block/' + os.path.basename(os.path.realpath(asked.watch))
    entry = entry.rstrip('0123456789')  # a partition goes with its disk
    while time.monotonic() < end:
        if not os.path.exists(entry):
            return clock()
        time.sleep(0.02)
    return None


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


parser = argparse.ArgumentParser()
for option in ('--ledger', '--hot', '--watch'):
    parser.add_argument(option, required=True)
for option in ('--hot-blocks', '--seed', '--seconds'):
    parser.add_argument(option, type=int, required=True)
asked = parser.parse_args()
end = time.monotonic() + asked.seconds
pipes = [start(lambda: watch(asked, end)), start(lambda: writer(asked, end))]
pipes += [start(lambda parity=parity: reader(asked, end, parity), parity) for parity in (0, 1)]
gone, wrote, *read = [json.load(pipe) for pipe in pipes]
print(json.dumps({'writer': wrote, 'readers': read, 'gone': gone}, separators=(',', ':')))

"""Keeps a volume in use: reads a block past the page cache twenty times a second, until it is killed.

  steady.py /dev/leg1/data [--same]

Each read is of another block, from the second GiB on, so that the cache does not hold it: to dm-cache only what reaches
the origin makes a volume busy (accountable_bio in drivers/md/dm-cache-target.c). With --same it is the first block of
the volume again and again. Waits until the volume is there, so
that it can be started before the volume is, and prints how often it has read.
"""

import mmap
import os
import signal
import sys
import time

FIRST, STEP, PLACES = 1 << 30, 1 << 20, 1200
reads = 0
same = '--same' in sys.argv


def end(*_):
    print(f'steady reads: {reads}', flush=True)
    os._exit(0)


signal.signal(signal.SIGTERM, end)
while not os.path.exists(sys.argv[1]):
    time.sleep(0.01)
volume = os.open(sys.argv[1], os.O_RDONLY | os.O_DIRECT)
view = memoryview(mmap.mmap(-1, 4096))
while True:
    os.preadv(volume, [view], 0 if same else FIRST + reads % PLACES * STEP)
    reads += 1
    time.sleep(0.05)

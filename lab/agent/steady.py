"""Keeps a volume in use: reads one block past the page cache twenty times a second, until it is killed.

  steady.py /dev/leg1/data

Waits until the volume is there, so that it can be started before the volume is, and prints how often it has read.
"""

import mmap
import os
import signal
import sys
import time

OFFSET = 2_000_000 * 1024
reads = 0


def end(*_):
    print(f'steady reads: {reads}', flush=True)
    os._exit(0)


signal.signal(signal.SIGTERM, end)
while not os.path.exists(sys.argv[1]):
    time.sleep(0.01)
volume = os.open(sys.argv[1], os.O_RDONLY | os.O_DIRECT)
view = memoryview(mmap.mmap(-1, 4096))
while True:
    os.preadv(volume, [view], OFFSET)
    reads += 1
    time.sleep(0.05)

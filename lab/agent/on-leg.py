"""Runs fio so that its one job has a process id of the parity asked for: `on-leg.py 0 --name=… …`.

btrfs picks the copy of a RAID1 block by the reader's process id modulo two. fio forks its job, so the id cannot be
chosen, only looked at: a job of the wrong parity is stopped at once and another started. Prints fio's output, after one
line of JSON with the id of the job and the number of tries.
"""

import json
import os
import subprocess
import sys
import tempfile
import time

parity, arguments = int(sys.argv[1]), sys.argv[2:]


def job_of(fio):
    while fio.poll() is None:
        with open(f'/proc/{fio.pid}/task/{fio.pid}/children') as children:
            found = children.read().split()
        if found:
            return int(found[0])
        time.sleep(0.002)
    return None


for attempt in range(1, 41):
    with tempfile.TemporaryFile() as output:
        fio = subprocess.Popen(['fio', *arguments], stdout=output)
        job = job_of(fio)
        if job is not None and job % 2 == parity:
            status = fio.wait()
            output.seek(0)
            print(json.dumps({'job': job, 'tries': attempt}), flush=True)
            sys.stdout.write(output.read().decode())
            sys.exit(status)
        fio.kill()
        fio.wait()
        if job is not None:
            try:
                os.kill(job, 9)
            except ProcessLookupError:
                pass
    if attempt % 2 == 0:  # one more process between this try and the next
        subprocess.run(['true'])
sys.exit(f'no job of parity {parity} in 40 tries')

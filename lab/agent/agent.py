"""The hand of the lab inside the guest: runs one command at a time and reports what it did.

Frames go both ways over a virtio-serial port, one a line: the CRC-32 of the JSON in eight hexadecimal digits, a space,
the JSON. The kernel log goes the same way, so that host, commands and kernel end in one order.
"""

import glob
import json
import os
import signal
import subprocess
import threading
import time
import zlib

OUTPUT_LIMIT = 4 << 20
HEARTBEAT_SECONDS = 5

sending = threading.Lock()


def send(port, **fields):
    text = json.dumps({**fields, 'mono': round(time.monotonic(), 3)}, separators=(',', ':'))
    line = b'%08x %s\n' % (zlib.crc32(text.encode()), text.encode())
    with sending:
        while line:
            line = line[os.write(port, line):]


def receive(port):
    pending = b''
    while True:
        chunk = os.read(port, 1 << 16)
        if not chunk:  # the host has not opened its end yet
            time.sleep(0.05)
            continue
        pending += chunk
        *lines, pending = pending.split(b'\n')
        for line in lines:
            crc, text = line[:8], line[9:]
            if b'%08x' % zlib.crc32(text) == crc:
                yield json.loads(text)
            else:
                send(port, type='torn', text=line[:200].decode(errors='replace'))


def follow_kernel_log(port, ready):
    """Each record of the kernel log once, in order; a gap in the sequence numbers is said."""
    log = os.open('/dev/kmsg', os.O_RDONLY)
    expected = None
    batch, deadline = [], 0
    os.set_blocking(log, False)
    while True:
        try:
            record = os.read(log, 8192).decode(errors='replace')
        except BlockingIOError:
            if batch:
                send(port, type='kernel', lines=batch)
                batch = []
            ready.set()
            time.sleep(0.1)
            continue
        except BrokenPipeError:
            batch.append([0, 0, 'records were overwritten before they could be read'])
            continue
        head, _, text = record.partition(';')
        level, sequence, micros = head.split(',')[:3]
        if expected is not None and int(sequence) != expected:
            batch.append([int(micros), 0, f'{int(sequence) - expected} records lost'])
        expected = int(sequence) + 1
        batch.append([int(micros), int(level) & 7, text.split('\n')[0]])
        if len(batch) >= 200:
            send(port, type='kernel', lines=batch)
            batch = []


def beat(port):
    while True:
        time.sleep(HEARTBEAT_SECONDS)
        send(port, type='alive')


def cut(output):
    return output[:OUTPUT_LIMIT].decode(errors='replace'), len(output) > OUTPUT_LIMIT


def run(command, seconds):
    """The command in a shell and a session of its own, so that its time limit ends everything it started."""
    started = time.monotonic()
    process = subprocess.Popen(
        ['/bin/bash', '-o', 'pipefail', '-c', command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    timed_out = False
    try:
        stdout, stderr = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        timed_out = True
        os.killpg(process.pid, signal.SIGKILL)
        try:
            stdout, stderr = process.communicate(timeout=10)
        except subprocess.TimeoutExpired:  # stuck in the kernel: not to be waited for
            stdout, stderr = b'', b'(the command does not die)'
    (out, cut_out), (err, cut_err) = cut(stdout), cut(stderr)
    return {
        'status': process.returncode if process.returncode is not None else -1,
        'stdout': out,
        'stderr': err,
        'truncated': cut_out or cut_err,
        'timedOut': timed_out,
        'started': round(started, 3),
        'seconds': round(time.monotonic() - started, 3),
    }


def main():
    # The machine has one such port; its first number depends on the order of the devices.
    port = os.open(glob.glob('/dev/vport*p1')[0], os.O_RDWR)
    ready = threading.Event()
    threading.Thread(target=follow_kernel_log, args=(port, ready), daemon=True).start()
    ready.wait()
    send(port, type='hello', kernel=os.uname().release, commandLine=open('/proc/cmdline').read().strip())
    threading.Thread(target=beat, args=(port,), daemon=True).start()
    for frame in receive(port):
        if frame['type'] == 'run':
            send(port, type='result', id=frame['id'], **run(frame['command'], frame['seconds']))
        elif frame['type'] == 'power-off':
            send(port, type='bye')
            return


main()

#!/usr/bin/env python3
"""Measures how fast a disk, a volume or a file system reads, and writes one JSON file to report.

Needs Python 3.8 or newer and fio, and the file reads.fio beside this one. It reads:

    python3 measure.py --device /dev/mapper/array-leg --system lvmcache --disk "hard disk, 4 TB, 7200 rpm"
    python3 measure.py --scratch /mnt --size 4G --system no-cache --disk "..." --disk "..."

With --device nothing is written to it: it is opened for reading, and fio runs with --readonly. With --scratch a file
of random data is created in that folder after you agree, and deleted at the end, also when you stop it.

The report holds the date, the releases of the kernel and of fio, the kind of file system, and what you say yourself.
No name of a host, no serial number, no path.
"""

import argparse
import datetime
import json
import os
import platform
import re
import shutil
import signal
import stat
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
JOBS = os.path.join(HERE, "reads.fio")
SECTIONS = (("random-reads", "random reads", 4096), ("sequential-reads", "sequential reads", 1048576))
MIB = 1 << 20
SMALLEST, LARGEST = 16 * MIB, 64 << 30
# What a person may say; the schema of the project refuses the rest.
PRINTABLE = re.compile(r"^[\w .,;:()\[\]/+'&#%=*~!?×–-]{1,120}$")


def stop(message):
    sys.exit(f"measure.py: {message}")


def size_of(text):
    form = re.fullmatch(r"(\d+)([MG])", text)
    if not form:
        raise argparse.ArgumentTypeError(f"{text} is no size; write 512M or 4G")
    size = int(form[1]) << (20 if form[2] == "M" else 30)
    if not SMALLEST <= size <= LARGEST:
        raise argparse.ArgumentTypeError(f"{text} is not between {SMALLEST // MIB}M and {LARGEST >> 30}G")
    return size


def said(text):
    if not PRINTABLE.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is longer than 120 characters, or has some that a report may not have")
    return text


def between(low, high):
    def number(text):
        if not text.isdigit() or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"{text} is not a number from {low} to {high}")
        return int(text)

    return number


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    target = parser.add_mutually_exclusive_group(required=True)
    target.add_argument("--device", help="a block device, which is only read")
    target.add_argument("--scratch", help="a folder in which a file is created, read and deleted")
    parser.add_argument("--system", required=True, help="id on the site: no-cache, separate-ssd-pool, lvmcache, …")
    parser.add_argument("--disk", required=True, action="append", type=said, help="a disk behind it; may be repeated")
    parser.add_argument("--note", type=said, help="anything that a reader must know")
    parser.add_argument("--size", type=size_of, default=size_of("1G"), help="of the scratch file (1G)")
    parser.add_argument("--seconds", type=between(1, 600), default=20, help="for each pass (20)")
    parser.add_argument("--passes", type=between(1, 20), default=3, help="of each job (3)")
    parser.add_argument("--yes", action="store_true", help="create the scratch file without asking")
    parser.add_argument("--out", default="measurement.json", help="where to write (measurement.json)")
    given = parser.parse_args()
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", given.system):
        parser.error(f"--system: {given.system!r} is no id")
    if len(given.disk) > 16:
        parser.error("--disk: more than 16")
    if os.path.lexists(given.out):
        parser.error(f"--out: {given.out} is there already")
    return given


def check_jobs():
    """The jobs beside this script read and nothing else, whoever edited them."""
    try:
        with open(JOBS, encoding="utf-8") as file:
            text = file.read()
    except OSError as error:
        stop(f"the jobs are missing: {error}")
    modes = re.findall(r"(?mi)^\s*(?:rw|readwrite)\s*=\s*(\S+)", text)
    if not modes or any(mode not in ("read", "randread") for mode in modes):
        stop(f"{JOBS} would do more than read; take the file of the site")


def device_span(path):
    if not stat.S_ISBLK(os.stat(path).st_mode):
        stop(f"{path} is no block device; for a file system use --scratch and a folder")
    handle = os.open(path, os.O_RDONLY)
    try:
        return os.lseek(handle, 0, os.SEEK_END)
    finally:
        os.close(handle)


def agree(folder, size, yes):
    if not os.path.isdir(folder):
        stop(f"--scratch takes a folder, and {folder} is none; nothing is ever written to a device")
    free = shutil.disk_usage(folder).free
    if free < size * 11 // 10:
        stop(f"{folder} has {free // MIB} MiB free, and {size * 11 // 10 // MIB} are wanted; take a smaller --size")
    if yes:
        return
    if not sys.stdin.isatty():
        stop("nobody is there to agree to a scratch file; add --yes")
    answer = input(f"Create a file of {size // MIB} MiB in {folder}, read it and delete it again? [y/N] ")
    if answer.strip().lower() not in ("y", "yes"):
        stop("nothing was done")


def fill(handle, size):
    """Random bytes, so that neither compression nor deduplication makes the file smaller than it says."""
    written = 0
    while written < size:
        written += os.write(handle, os.urandom(min(MIB, size - written)))
    os.fsync(handle)


def run_fio(section, target, span, seconds):
    environment = dict(os.environ, TARGET=target.replace("\\", "\\\\").replace(":", "\\:"))
    environment.update(SPAN=str(span), SECONDS_EACH=str(seconds))
    command = ["fio", "--readonly", "--output-format=json", f"--section={section}", JOBS]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    try:
        job = json.loads(done.stdout[done.stdout.index("{"):])["jobs"][0]
    except (ValueError, KeyError, IndexError):
        stop(f"fio did not answer as expected: {(done.stderr or done.stdout).strip()[:400]}")
    if done.returncode or job["error"]:
        stop(f"fio failed: {done.stderr.strip()[:400] or os.strerror(job['error'])}")
    percentiles = job["read"]["clat_ns"]["percentile"]
    return {
        "rate": round(job["read"]["iops"], 2),
        "median": round(percentiles["50.000000"] / 1e6, 4),
        "worst1percent": round(percentiles["99.000000"] / 1e6, 4),
    }


def measure(target, span, given):
    jobs = []
    for section, name, block in SECTIONS:
        passes = []
        for number in range(1, given.passes + 1):
            print(f"{name}, pass {number} of {given.passes} …", file=sys.stderr)
            passes.append(run_fio(section, target, span, given.seconds))
        jobs.append({
            "name": name,
            "blockBytes": block,
            "rate": {"unit": "IOPS", "passes": [one["rate"] for one in passes]},
            "latency": {
                "unit": "milliseconds",
                "median": [one["median"] for one in passes],
                "worst1percent": [one["worst1percent"] for one in passes],
            },
        })
    return jobs


def file_system(folder):
    """The type of the file system that the folder is on, from the longest mount point above it."""
    folder, best = os.path.realpath(folder), ("", None)
    with open("/proc/self/mounts", encoding="utf-8") as mounts:
        for line in mounts:
            point, kind = line.split()[1:3]
            inside = folder == point or folder.startswith(point.rstrip("/") + "/")
            if inside and len(point) >= len(best[0]):
                best = (point, kind)
    return best[1]


def report(given, span, jobs):
    version = subprocess.run(["fio", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    return {
        "schema": 1,
        "taken": datetime.date.today().isoformat(),
        "system": given.system,
        "on": "device" if given.device else "scratch file",
        "kernelRelease": platform.release(),
        "fio": version,
        "fileSystem": None if given.device else file_system(given.scratch),
        "disks": given.disk,
        **({"note": given.note} if given.note else {}),
        "spanBytes": span,
        "secondsEach": given.seconds,
        "jobs": jobs,
    }


def on_scratch(given):
    agree(given.scratch, given.size, given.yes)
    handle, path = tempfile.mkstemp(prefix=".measure-", suffix=".tmp", dir=given.scratch)
    try:
        print(f"writing {given.size // MIB} MiB …", file=sys.stderr)
        fill(handle, given.size)
        os.close(handle)
        return measure(path, given.size, given)
    finally:
        os.unlink(path)


def main():
    given = arguments()
    check_jobs()
    if not shutil.which("fio"):
        stop("fio is missing; install the package of that name")
    for one in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(one, lambda number, _: sys.exit(128 + number))
    if given.device:
        span = device_span(given.device)
        jobs = measure(given.device, span, given)
    else:
        span, jobs = given.size, on_scratch(given)
    text = json.dumps(report(given, span, jobs), indent=2, allow_nan=False, ensure_ascii=False)
    with open(given.out, "x", encoding="utf-8") as file:
        file.write(text + "\n")
    print(f"{given.out} is written. Read it before you hand it on.")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        stop("stopped")
    except OSError as error:
        stop(f"{error.strerror}: {error.filename}")

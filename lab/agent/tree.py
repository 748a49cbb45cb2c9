"""Makes a tree of small files and a few large ones, of bytes that do not compress and differ from file to file.

  tree.py DIRECTORY --files 800 --largest 96 --large 3 --mib 32 --seed 7

Small files have between 1 KiB and --largest KiB, a hundred to a directory.
"""

import argparse
import os
import random

parser = argparse.ArgumentParser()
parser.add_argument('directory')
for option in ('--files', '--largest', '--large', '--mib', '--seed'):
    parser.add_argument(option, type=int, required=True)
asked = parser.parse_args()
chance = random.Random(asked.seed)
for number in range(asked.files):
    place = f'{asked.directory}/{number // 100:03}'
    os.makedirs(place, exist_ok=True)
    with open(f'{place}/{number:05}', 'wb') as out:
        out.write(chance.randbytes(chance.randint(1, asked.largest) * 1024))
for number in range(asked.large):
    with open(f'{asked.directory}/large{number}', 'wb') as out:
        for _ in range(asked.mib):
            out.write(chance.randbytes(1 << 20))
os.sync()

#!/usr/bin/env python3
"""Cuts the power of a real file system in the middle of saves: whatever was called saved is there, whole.

Usage (as root, on Linux): .ci/power.py PATH_OF_PROGRAM [HOW_OFTEN] [SEED]     (50 cuts take about a minute)
Needs: e2fsprogs mount

A small ext4 in a file, mounted so that nothing is written by itself; the program saves one map after
another into one file; at a chance moment the file system is shut down without its log
(FS_IOC_SHUTDOWN), mounted again, and looked at. `cp` as a control loses what it wrote.
"""

import fcntl
import os
import pathlib
import random
import shutil
import struct
import subprocess
import sys
import tempfile
import threading
import time

FS_IOC_SHUTDOWN = 0x8004587D
WITHOUT_LOG = struct.pack("I", 2)


def main():
    program = os.path.realpath(sys.argv[1])
    cuts = int(sys.argv[2]) if len(sys.argv) > 2 else 50
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 30)
    print(f"seed {seed}", flush=True)
    chance = random.Random(seed)
    work = pathlib.Path(tempfile.mkdtemp(prefix="power"))
    save = lambda source, target: [program, "convert", str(source), str(target)]
    copy = lambda source, target: ["cp", str(source), str(target)]
    lost = sum(cut(work, chance, save, program) for _ in range(cuts))
    control = sum(cut(work, chance, copy, program) for _ in range(max(cuts // 10, 3)))
    print(f"{cuts} power cuts: {lost} with a loss; control with cp: {control} of {max(cuts // 10, 3)}")
    shutil.rmtree(work)
    sys.exit(lost > 0 or control == 0)


def run(*words):
    return subprocess.run(words, capture_output=True, check=False)


def cut(work, chance, command, program):
    """Saves until the power goes. Gives 1 when something that was called saved is not there."""
    image, place = work / "disk", work / "place"
    place.mkdir(exist_ok=True)
    image.write_bytes(b"")
    os.truncate(image, 24 << 20)
    run("mkfs.ext4", "-q", "-F", str(image)).check_returncode()
    mount = lambda: run("mount", "-o", "loop,commit=600,noauto_da_alloc", str(image), str(place))
    mount().check_returncode()
    target, done, stop = place / "kaart.familie", [0], threading.Event()

    def write():
        number = 0
        while not stop.is_set():
            number += 1
            source = work / "source.familie"
            source.write_text(f'FamilyMap(version: 2, title: "nummer {number}", lang: Nl)\n')
            if subprocess.run(command(source, target), capture_output=True, check=False).returncode != 0:
                return
            # Another map than before, so that nothing is "already there".
            done[0] = number

    writer = threading.Thread(target=write)
    writer.start()
    time.sleep(chance.uniform(0.05, 0.8))
    handle = os.open(place, os.O_RDONLY)
    sure = done[0]
    fcntl.ioctl(handle, FS_IOC_SHUTDOWN, WITHOUT_LOG)
    os.close(handle)
    stop.set()
    writer.join()
    run("umount", str(place)).check_returncode()
    mount().check_returncode()
    try:
        if not target.exists():
            return int(sure > 0)
        if run(program, "check", str(target)).returncode > 1:
            return 1
        text = target.read_text()
        found = int(text.split('"nummer ')[1].split('"')[0])
        return int(found < sure)
    finally:
        run("umount", str(place))


main()

#!/usr/bin/env python3
"""Fails every system call of `rode-draad merge`, one by one: the file is the old or the new one, whole,
and success is said only of the new one.

Usage: .ci/faults.py PATH_OF_PROGRAM
Needs: strace
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

CALLS = "openat read write fsync rename unlink fchmod chmod chown fchown statx close lseek mmap".split()
FAULTS = ["signal=KILL"] + [f"error={it}" for it in "ENOSPC EIO EACCES EDQUOT EROFS EINTR".split()]
MOST = 400  # calls of one kind: more are not made


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    examples = pathlib.Path(__file__).resolve().parent.parent / "examples"
    work = pathlib.Path(tempfile.mkdtemp(prefix="faults"))
    base = (examples / "net-als-opa.familie").read_text()
    title = next(line for line in base.splitlines() if "title: \"" in line)
    mine = base.replace(title, title.replace("title: \"", "title: \"A "))
    for name, text in (("base", base), ("mine", mine), ("theirs", base)):
        (work / name).write_text(text)
    out = work / "out" / "both.familie"
    out.parent.mkdir()
    command = [program, "merge", *(str(work / it) for it in ("base", "mine", "theirs")), "-o", str(out)]
    old = b"of before"
    out.write_bytes(old)
    done = subprocess.run(command, capture_output=True, check=False)
    new = out.read_bytes()
    assert done.returncode in (0, 1) and new != old, done
    said = done.returncode
    runs = hits = 0
    for call in CALLS:
        for fault in FAULTS:
            for nth in range(1, MOST):
                out.write_bytes(old)
                log = work / "log"
                inject = f"inject={call}:{fault}:when={nth}"
                traced = ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={call}", "-e", inject]
                try:
                    code = subprocess.run(traced + command, capture_output=True, timeout=20, check=False).returncode
                except subprocess.TimeoutExpired:
                    sys.exit(f"{call} {nth} {fault}: it never ended")
                # A call that is killed is the last in the log.
                hit = "INJECTED" in log.read_text(errors="replace") or code in (-9, 137)
                found = out.read_bytes()
                where = f"{call} {nth} {fault}: code {code}"
                if found not in (old, new):
                    sys.exit(f"{where}: the file is neither the old nor the new one")
                if code == said and found != new:
                    sys.exit(f"{where}: said to be done")
                left = [it.name for it in out.parent.iterdir() if it != out]
                # After a failed removal or a kill the next save removes it.
                if left and not ("KILL" in fault or call in ("unlink", "openat", "statx")):
                    sys.exit(f"{where}: leaves {left}")
                runs += 1
                hits += hit
                if left:
                    out.write_bytes(old)
                    subprocess.run(command, capture_output=True, check=False)
                    left = [it.name for it in out.parent.iterdir() if it != out]
                    if left:
                        sys.exit(f"{where}: the next one leaves {left}")
                if not hit:
                    break
    print(f"{runs} runs, {hits} hit: 0 files that are not whole, 0 that were falsely said to be there")
    shutil.rmtree(work)


if __name__ == "__main__":
    main()

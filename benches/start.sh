#!/usr/bin/env bash
# Start to first frame and resident memory, beside an empty window, in turn, in one run.
# Needs a display (or Xvfb: xvfb-run benches/start.sh) and xdotool. Prints medians and ratios.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-7}
cargo build --release --bin rode-draad --example empty_window
target=${CARGO_TARGET_DIR:-target}/release
RUNS=$runs OURS="$target/rode-draad" EMPTY="$target/examples/empty_window" python3 - <<'PY'
import os, statistics, subprocess, time

def once(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    # eframe shows a window only after its first frame is painted.
    subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(process.pid)],
                   stdout=subprocess.DEVNULL, timeout=60)
    shown = time.perf_counter() - start
    time.sleep(1)
    status = open(f"/proc/{process.pid}/status").read()
    resident = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    process.kill()
    process.wait()
    return shown * 1000, resident / 1024

home = [os.environ["OURS"]]
family = [os.environ["OURS"], "examples/wie-praat-met-wie.familie"]
empty = [os.environ["EMPTY"]]
rows = {"home": [], "family": [], "empty": []}
for _ in range(int(os.environ["RUNS"])):
    for name, command in (("empty", empty), ("home", home), ("family", family)):
        rows[name].append(once(command))
for name, values in rows.items():
    ms, mib = (statistics.median(column) for column in zip(*values))
    print(f"{name:7} {ms:7.0f} ms to first frame   {mib:7.1f} MiB resident")
base = [statistics.median(column) for column in zip(*rows["empty"])]
for name in ("home", "family"):
    own = [statistics.median(column) for column in zip(*rows[name])]
    print(f"{name} / empty: time {own[0] / base[0]:.2f}x, memory {own[1] / base[1]:.2f}x")
PY

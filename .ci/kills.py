#!/usr/bin/env python3
"""Kills the real window in the middle of typing, many times: what was typed two seconds before is there.

Usage: .ci/kills.py PATH_OF_PROGRAM [HOW_OFTEN] [SEED]     (200 times take about half an hour)
Needs: xvfb xdotool libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0 libgl1 libegl1

Every round opens the map of the round before, or what was left over of it, adds children by keys, saves
now and then, and is killed (SIGKILL) at a chance moment. Then every name that was finished two seconds
before must stand in the file or in a copy of it, and both must open.
"""

import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

SETTLED = 2.0  # seconds after which nothing may be lost


def main():
    program = os.path.realpath(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 30)
    print(f"seed {seed}", flush=True)
    chance = random.Random(seed)
    work = pathlib.Path(tempfile.mkdtemp(prefix="kills"))
    number = next(n for n in range(90, 200) if not os.path.exists(f"/tmp/.X11-unix/X{n}"))
    env = dict(
        os.environ,
        DISPLAY=f":{number}",
        HOME=str(work / "home"),
        XDG_CONFIG_HOME=str(work / "config"),
        XDG_STATE_HOME=str(work / "state"),
        XDG_DATA_HOME=str(work / "data"),
        RODE_DRAAD_OWN_DIALOGS="1",
        LIBGL_ALWAYS_SOFTWARE="1",
        LANG="nl_NL.UTF-8",
    )
    (work / "home").mkdir()
    screen = subprocess.Popen(
        ["Xvfb", env["DISPLAY"], "-noreset", "-screen", "0", "1280x800x24"], stderr=subprocess.DEVNULL
    )
    try:
        while not xdotool(env, "getdisplaygeometry"):
            time.sleep(0.2)
        lost = [kill_once(program, work, env, chance, n) for n in range(rounds)]
    finally:
        screen.kill()
    print(f"{rounds} kills: {sum(lost)} names lost, {sum(bool(it) for it in lost)} sessions with a loss")
    shutil.rmtree(work)
    sys.exit(any(lost))


def xdotool(env, *words):
    return subprocess.run(["xdotool", *words], env=env, capture_output=True, text=True, check=False).stdout


def kill_once(program, work, env, chance, number):
    """One session. Gives how many names are lost."""
    path = work / f"kaart-{number}.familie"
    path.write_text(
        'FamilyMap(version: 2, title: "k", lang: Nl, focus: ["a"],\n'
        '    people: [(id: "a", call: "Kim", gender: Woman, born: "1985")])\n'
    )
    with (work / "stderr").open("w") as stderr:
        window = subprocess.Popen([program, str(path)], env=env, stderr=stderr)
    for _ in range(400):
        if found := xdotool(env, "search", "--onlyvisible", "--name", "Rode Draad").split():
            break
        time.sleep(0.25)
    else:
        raise SystemExit(f"no window came up: {(work / 'stderr').read_text()} {window.poll()}")
    xdotool(env, "windowfocus", "--sync", found[-1])
    time.sleep(1.2)
    end = time.monotonic() + chance.uniform(0.5, 9.0)
    finished = []
    while time.monotonic() < end:
        name = f"N{number}x{len(finished)}"
        for words in (["key", "Home"], ["key", "k"], ["type", "--delay", "15", name], ["key", "Return"]):
            xdotool(env, *words)
            if time.monotonic() > end:
                break
        else:
            finished.append((time.monotonic(), name))
            # As fast as somebody types; faster keys would only stand in the queue of the screen.
            time.sleep(chance.uniform(0.2, 0.6))
            if chance.random() < 0.2:
                xdotool(env, "key", "ctrl+s")
    killed = time.monotonic()
    window.kill()
    window.wait()
    files = [path, *sorted((work / "state").rglob("*.familie"))]
    text = ""
    for file in files:
        opened = subprocess.run([program, "check", str(file)], env=env, capture_output=True, check=False)
        if opened.returncode > 1:
            print(f"round {number}: {file.name} does not open: {opened.stderr}", flush=True)
            return 1
        text += file.read_text()
    due = [name for when, name in finished if when <= killed - SETTLED]
    lost = [name for name in due if f'"{name}"' not in text]
    kept = sum(f'"{name}"' in text for _, name in finished)
    print(f"round {number}: {len(finished)} typed, {len(due)} due, {kept} kept, lost {lost}", flush=True)
    shutil.rmtree(work / "state", ignore_errors=True)
    return len(lost)


main()

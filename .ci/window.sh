#!/bin/sh
# The real window, from end to end, on a virtual screen: opens an example, adds a child with mouse
# and keyboard, saves, opens what was saved, and looks at the picture and the accessibility tree.
#
# Needs: xvfb xdotool imagemagick x11-utils dbus at-spi2-core python3-gi gir1.2-atspi-2.0
#        libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0 libgl1 libegl1
# Usage: .ci/window.sh PATH_OF_PROGRAM [FOLDER_FOR_PICTURES]
set -eu

# A session bus of our own, and everything again inside it.
if [ -z "${WINDOW_TEST_BUS:-}" ]; then
    export WINDOW_TEST_BUS=1
    exec dbus-run-session -- "$0" "$@"
fi

program=$(realpath "${1:?the program}")
work=$(mktemp -d)
pictures=${2:-$work}
mkdir -p "$pictures"

export HOME="$work/home" XDG_CONFIG_HOME="$work/config" XDG_STATE_HOME="$work/state"
export XDG_DATA_HOME="$work/data" RODE_DRAAD_OWN_DIALOGS=1 LANG=nl_NL.UTF-8
export LIBGL_ALWAYS_SOFTWARE=1
mkdir -p "$HOME"
children=
cleanup() {
    for child in $children; do kill "$child" 2>/dev/null || true; done
    rm -rf "$work"
}
trap cleanup EXIT INT TERM

number=90
while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
export DISPLAY=":$number"
Xvfb "$DISPLAY" -screen 0 1680x1050x24 >/dev/null 2>&1 &
children="$children $!"
# A busy machine may need a while.
for _ in $(seq 60); do
    xdotool getdisplaygeometry >/dev/null 2>&1 && break
    sleep 0.5
done
# Tells programs that somebody is listening, as a screen reader does.
gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus \
    --method org.freedesktop.DBus.Properties.Set org.a11y.Status IsEnabled '<true>' >/dev/null
gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus \
    --method org.freedesktop.DBus.Properties.Set org.a11y.Status ScreenReaderEnabled '<true>' >/dev/null

start() {
    "$program" "$@" 2>"$work/stderr" &
    children="$children $!"
    window=
    for _ in $(seq 60); do
        window=$(xdotool search --onlyvisible --name 'Rode Draad' 2>/dev/null | tail -1) || true
        [ -n "$window" ] && break
        sleep 1
    done
    [ -n "$window" ] || { echo "no window came up"; cat "$work/stderr"; exit 1; }
    xdotool windowmove "$window" 0 0 windowsize "$window" 1680 1050 windowfocus "$window"
    sleep 3
}

# Waits until the accessibility tree has a node whose name begins with $1; prints its middle.
find_node() {
    /usr/bin/python3 - "$1" <<'PYTHON'
import sys, time
import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi

wanted = sys.argv[1]

def nodes(root):
    open_nodes = [root]
    while open_nodes:
        node = open_nodes.pop()
        if node is None:
            continue
        yield node
        for index in range(node.get_child_count()):
            open_nodes.append(node.get_child_at_index(index))

for _ in range(40):
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        for node in nodes(desktop.get_child_at_index(index)):
            if (node.get_name() or "").startswith(wanted):
                box = node.get_extents(Atspi.CoordType.WINDOW)
                print(box.x + box.width // 2, box.y + min(box.height // 2, 30))
                sys.exit(0)
    time.sleep(0.5)
sys.exit(f"no node called {wanted}…")
PYTHON
}

click() {
    place=$(find_node "$1")
    # shellcheck disable=SC2086 # two numbers
    xdotool mousemove $place click 1
    sleep 2
}

is_not_blank() {
    import -window root "$1"
    colours=$(identify -format '%k' "$1")
    [ "$colours" -gt 50 ] || { echo "$1 shows nothing ($colours colours)"; exit 1; }
}

start
is_not_blank "$pictures/home.png"
click 'Drie keer jong moeder'
is_not_blank "$pictures/map.png"
click 'Kim, hoofdpersoon'
# With the mouse a child, with the keyboard a brother or sister.
click 'kind van Kim'
xdotool type --delay 60 'Zilver 2024 v'
xdotool key Return
sleep 1
xdotool key Home b
sleep 1
xdotool type --delay 60 'Koper 2002 m'
xdotool key Return
sleep 1
find_node 'Zilver' >/dev/null
find_node 'Koper' >/dev/null
is_not_blank "$pictures/children.png"
xdotool key ctrl+s
sleep 2
xdotool key ctrl+a
xdotool type --delay 60 "$work/saved.familie"
xdotool key Return
sleep 3
grep -q 'Zilver' "$work/saved.familie" || { echo 'the child is not in the file'; exit 1; }
xdotool key ctrl+q
sleep 2

start "$work/saved.familie"
find_node 'Zilver' >/dev/null
find_node 'Koper' >/dev/null
is_not_blank "$pictures/again.png"
echo "the window works; pictures in $pictures"

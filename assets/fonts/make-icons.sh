#!/bin/sh
# Makes icons-fill.ttf and icons-bold.ttf from icons.tsv. Needs fontTools; the argument is the
# unpacked package @phosphor-icons/web.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
subset() { # font file, code points, result
    pyftsubset "$1/$2" --unicodes="$3" --layout-features='' --no-hinting --desubroutinize \
        --output-file="$4"
}
codes() { # awk condition on the third column
    awk -F'\t' "$1 { print \$2 }" icons.tsv | paste -sd,
}
subset "$1/src/bold" Phosphor-Bold.ttf "$(codes 1)" icons-bold.ttf
# Shapes that Phosphor fills by boxing them would be a box on a badge: those stay lines.
subset "$1/src/fill" Phosphor-Fill.ttf "$(codes '$3 == ""')" "$work/fill.ttf"
subset "$1/src/bold" Phosphor-Bold.ttf "$(codes '$3 == "line"')" "$work/line.ttf"
pyftmerge --output-file=icons-fill.ttf "$work/fill.ttf" "$work/line.ttf"

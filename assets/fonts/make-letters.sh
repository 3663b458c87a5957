#!/bin/sh
# Makes letters-regular.ttf and letters-bold.ttf: what Inter lacks of the letters of DIN 91379.
# Needs fontTools; the argument is the unpacked package @expo-google-fonts/noto-sans.
set -eu
cd "$(dirname "$0")"
# U+0149 and five combining marks; with them the letters of a whole name, because renderers place a
# mark well only when all of the word comes from one font.
letters='U+20-7E,U+A0-17F,U+2019,U+300,U+301,U+302,U+304,U+306-308,U+30B-30D,U+310,U+315,U+31B'
letters="$letters,U+323,U+325-328,U+331,U+35F"
for pair in Regular:400Regular Bold:700Bold; do
    name=$(printf %s "${pair%:*}" | tr RB rb)
    pyftsubset "$1/${pair#*:}/NotoSans_${pair#*:}.ttf" --unicodes="$letters" \
        --layout-features=mark,mkmk,ccmp --no-hinting \
        --desubroutinize --output-file="letters-$name.ttf"
done

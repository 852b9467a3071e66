#!/bin/sh
# Part of `make dist-windows-test`: the installer run silently in a prefix without Python, the installed program asked,
# walked through its tour on a display of its own, upgraded and removed: try_wine.sh WORK. Pictures in WORK/pictures.
set -eu
. .ci/need.sh
work=$1
. .ci/windows/prefix.sh
setup=$(ls "$PWD"/dist/packages/*-setup.exe)
pictures=$work/pictures
rm -rf "$pictures"
mkdir -p "$pictures"

prefix desk
local=$(find "$WINEPREFIX/drive_c/users" -maxdepth 3 -type d -path '*/AppData/Local' | grep -v Public | head -n 1)
place=$local/Programs/BranchAcademy
data=$local/branch-academy
mkdir -p "$data"
echo kept >"$data/kept.txt"
if find "$WINEPREFIX" -iname 'python*.exe' | grep .; then exit 1; fi

echo "--- installed silently"
in_wine "$setup" /S
in_wine "$place/academy.exe" --version
in_wine "$place/academy.exe" doctor --language en || echo "doctor found something, as it may under Wine (exit $?)"
echo "--- the story, with windows of Windows"
out=$(printf 'Z:%s' "$pictures" | tr / '\\')
# The whole display, as its heaviest picture: an empty one, before the window and after it, is light.
weight() { stat -c %s "$1" 2>/dev/null || echo 0; }
(
    while sleep 5; do
        import -window root "$work/screen.new.png" 2>/dev/null || continue
        if [ "$(weight "$work/screen.new.png")" -gt "$(weight "$pictures/screen.png")" ]; then
            mv "$work/screen.new.png" "$pictures/screen.png"
        fi
    done
) &
watching=$!
in_wine "$place/academy.exe" tour --shown --out "$out" || { kill $watching; exit 1; }
kill $watching
in_wine "$place/academy.exe" certificate verify "$out\\certificate.pdf" --home "$out\\home" --language en
in_wine "$place/academy.exe" journal check --home "$out\\home" --language en
echo "--- installed over a home in use, and removed"
find "$pictures/home" -type f -exec sha256sum {} + >"$work/before.txt"
in_wine "$setup" /S
in_wine "$place/academy.exe" --version
in_wine "$place/uninstall.exe" /S "_?=$(printf 'C:%s' "${place#"$WINEPREFIX/drive_c"}" | tr / '\\')"
if [ -e "$place/academy.exe" ]; then
    echo "The program is still there." >&2
    exit 1
fi
grep -q kept "$data/kept.txt"
sha256sum --check --quiet "$work/before.txt"
echo "Removed; every file of the user is as it was. Look at the pictures: $pictures"

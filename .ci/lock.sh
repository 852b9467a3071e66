#!/bin/sh
# Writes the four lock files in requirements/ anew from pyproject.toml: every version pinned, every wheel hashed.
# With "--upgrade" newer versions are taken; without it only what pyproject.toml asks for is changed.
set -eu

python=${1:?usage: lock.sh PYTHON [--upgrade]}
shift
tools=build/lock-tools
[ -x "$tools/bin/pip-compile" ] || { "$python" -m venv "$tools" && "$tools/bin/pip" install --quiet pip-tools; }

lock() {
    qt=$1 out=$2
    shift 2
    "$tools/bin/pip-compile" --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
        --annotation-style=line --constraint "requirements/qt-$qt.in" --output-file "requirements/$out.txt" \
        "$@" pyproject.toml
}

lock release dev --extra dev "$@"
lock next dev-next --extra dev "$@"
lock release dist --extra bundle --constraint requirements/dev.txt "$@"

# What only Windows needs, which the files above, written on Linux, cannot know.
"$tools/bin/pip-compile" --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-emit-index-url \
    --no-emit-find-links --no-emit-trusted-host --no-emit-options --annotation-style=line \
    --output-file requirements/windows.txt "$@" requirements/windows.in

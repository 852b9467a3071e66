#!/bin/sh
# Makes the environment: setup.sh VENV release|next. Installs what is missing, or says what to run and exits 3.
# With "only-look" behind it nothing is made: it only tells whether there is a Python for it.
set -eu
. "$(dirname "$0")/need.sh"
venv=$1 qt=$2

# PySide6 6.12 gives None away once too often: before Python 3.12 that ends the program after some minutes of use.
oldest=11
if [ "$qt" = next ]; then oldest=12; fi

fits() {
    "$1" -c "import sys; sys.exit(sys.version_info < (3, $oldest))" 2>/dev/null
}

find_python() {
    names="python3 python3.13 python3.12 python3.11 python3.14"
    for name in ${PYTHON:-$names "$HOME"/.pyenv/versions/3.1[2-9]*/bin/python3}; do
        if fits "$name"; then
            echo "$name"
            return
        fi
    done
}

python=$(find_python)
if [ -z "$python" ]; then
    echo "This needs Python 3.$oldest or newer; python3 here is $(python3 --version 2>&1 || true)." >&2
    echo "Install one, or name it: make setup QT=$qt PYTHON=/path/to/python3.$oldest" >&2
    exit 3
fi
if [ "${3:-}" = only-look ]; then
    exit 0
fi

# The venv package has the interpreter's name before it: python3-venv, python3.12-venv.
"$python" -c 'import ensurepip' 2>/dev/null || need "the module ensurepip" "$(basename "$python")-venv"
if [ "$(uname -s)" = Linux ]; then
    need_library libGL.so.1 libgl1
    need_library libEGL.so.1 libegl1
    need_library libxkbcommon.so.0 libxkbcommon0
    need_library libdbus-1.so.3 libdbus-1-3
    need_library libfontconfig.so.1 libfontconfig1
    need_library libfreetype.so.6 libfreetype6
    need_library libglib-2.0.so.0 libglib2.0-0
    need_library libxcb-cursor.so.0 libxcb-cursor0
    need_library libxcb-icccm.so.4 libxcb-icccm4
    need_library libxcb-keysyms.so.1 libxcb-keysyms1
    need_library libxcb-shape.so.0 libxcb-shape0
    need_library libxkbcommon-x11.so.0 libxkbcommon-x11-0
    # On a system without a name of its own D-Bus, which Qt asks for input methods, ends the whole program.
    [ -s /etc/machine-id ] || [ -s /var/lib/dbus/machine-id ] || need "a machine id" dbus
fi
fetch_needed

lock=dev
# 6.9.3 has no wheel for Python 3.14.
if [ "$qt" = next ] || "$python" -c 'import sys; sys.exit(sys.version_info < (3, 14))'; then
    lock=dev-next
fi
if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    echo "Making $venv with $("$python" --version)"
    "$python" -m venv --clear "$venv"
fi
echo "Installing requirements/$lock.txt (about 250 MB when it is the first time)"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --only-binary :all: \
    --require-hashes --requirement "requirements/$lock.txt"
# Two environments made at once would write the same egg-info.
in_turn=$(command -v flock || true)
PYTHONWARNINGS=ignore ${in_turn:+$in_turn pyproject.toml} "$venv/bin/python" -m pip install --quiet \
    --disable-pip-version-check --no-deps --no-build-isolation --editable .
# The first start is as quick as the second.
"$venv/bin/python" -m compileall -q exams certificates desktop
touch "$venv/.ready"

#!/bin/sh
# On Windows, in its Unix shell: the words and the content database, with the tools of `make setup`.
set -eu
python -m venv .venv
.venv/Scripts/python -m pip install --quiet --only-binary :all: --require-hashes --requirement requirements/dev.txt \
    --requirement requirements/windows.txt
.venv/Scripts/python -m pip install --quiet --no-deps --no-build-isolation --editable .
mkdir -p build
.venv/Scripts/python -m desktop.words.compile
.venv/Scripts/python .ci/first_letters.py
.venv/Scripts/academy course build --source assets --out build/content.sqlite --parts build/parts

#!/bin/sh
# Installs silently, asks the installed program, uninstalls; a file that stands for people's data must stay.
set -eu
setup=$(ls dist/packages/*-setup.exe)
place=$(cygpath -u "$LOCALAPPDATA")/Programs/BranchAcademy
data=$(cygpath -u "$LOCALAPPDATA")/branch-academy
mkdir -p "$data"
echo kept >"$data/kept.txt"
MSYS2_ARG_CONV_EXCL='*' "$setup" /S
"$place/academy.exe" --version
"$place/academy.exe" doctor --language en || true
"$place/academy.exe" tour --out build/tour-installed
"$place/academy.exe" certificate verify build/tour-installed/certificate.pdf --home build/tour-installed/home
MSYS2_ARG_CONV_EXCL='*' "$setup" /S
MSYS2_ARG_CONV_EXCL='*' "$place/uninstall.exe" /S "_?=$(cygpath -w "$place")"
if [ -e "$place/academy.exe" ]; then exit 1; fi
grep -q kept "$data/kept.txt"

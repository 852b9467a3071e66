#!/bin/sh
# `make dist-old`: the bundle for old desktops, built in a Debian 11 so that no file asks for a C library newer than 2.31,
# and the packages of it. Needs root on a Debian; the roots lie in build/roots, or where ROOTS=… says.
set -eu
. "$(dirname "$0")/need.sh"
need_program debootstrap debootstrap
need_program xz xz-utils
fetch_needed
roots=${ROOTS:-build/roots}
mkdir -p "$roots"
root=$(cd "$roots" && pwd)/build11
sh .ci/old_python.sh "$root"

# The wheels that an old desktop can load; hashes as locked. Inside nobody is asked for anything.
wheels=$root/wheels
mkdir -p "$wheels"
platforms="--platform any"
for libc in manylinux_2_31 manylinux_2_28 manylinux_2_26 manylinux_2_24 manylinux_2_17 manylinux2014 manylinux_2_12 \
    manylinux2010 manylinux_2_5 manylinux1; do
    platforms="$platforms --platform ${libc}_$(uname -m)"
done
"$PY" -m pip download --quiet --disable-pip-version-check --only-binary :all: --no-deps --python-version 3.11 \
    --implementation cp --abi cp311 --abi abi3 --abi none $platforms \
    --require-hashes --requirement requirements/dist.txt --dest "$wheels"

rm -rf "$root/src"
mkdir -p "$root/src/build"
{ git ls-files --cached --others --exclude-standard 2>/dev/null || find . -type f -not -path './build/*' -not -path './dist/*' -not -path './.*/*'; } |
    while read -r file; do [ -f "$file" ] && printf '%s\n' "$file"; done | tar -cf - -T - | tar -xf - -C "$root/src"
find .ci assets/translations assets/fonts -type f | tar -cf - -T - | tar -xf - -C "$root/src"
cp -R build/parts "$root/src/build/parts"
if [ -s build/default-bytes.txt ]; then cp build/default-bytes.txt "$root/src/build"; fi

SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)}
export SOURCE_DATE_EPOCH root
unshare --mount sh -c 'mount -t proc proc "$root/proc"; mount --bind /dev "$root/dev"
    exec chroot "$root" env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin QT_QPA_PLATFORM=offscreen \
        SOURCE_DATE_EPOCH='"$SOURCE_DATE_EPOCH"' WHEELS=/wheels PY=/opt/python/bin/python3.11 \
        sh -c "cd /src && sh .ci/dist.sh"'
rm -rf dist/academy build/icons
mkdir -p dist build
cp -a "$root/src/dist/academy" dist/academy
cp -a "$root/src/build/icons" build/icons
NEWEST_GLIBC=2.31 sh .ci/packages.sh

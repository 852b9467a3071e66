#!/bin/sh
# A Debian 11 in a folder with a CPython 3.11 and an SQLite of its own, compiled there from Debian 12's sources, so that
# what is built in it asks for no newer C library than 2.31: old_python.sh FOLDER. Takes about ten minutes; needs root.
set -eu
cd "$(dirname "$0")/.."
. .ci/need.sh
. .ci/roots.sh
root=$1
if [ -x "$root/opt/python/bin/python3.11" ]; then exit 0; fi
need_program debootstrap debootstrap
need_program dpkg-source dpkg-dev
fetch_needed

tools=gcc,make,tcl,libc6-dev,libexpat1-dev,libmpdec-dev,binutils,xz-utils,zlib1g-dev,libbz2-dev,liblzma-dev,libffi-dev,libssl-dev,uuid-dev
bare_root bullseye "$root" "$tools,$DESK_LIBRARIES"
rm -rf "$root/sources"
mkdir "$root/sources"
debian_source bookworm sqlite3 "$root/sources/sqlite"
debian_source bookworm python3.11 "$root/sources/python"

# Debian's SQLite 3.34 knows no strict tables.
cat >"$root/sources/build.sh" <<'INSIDE'
set -eu
(
    cd /sources/sqlite
    CFLAGS="-O2 -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_FTS4 -DSQLITE_ENABLE_RTREE -DSQLITE_ENABLE_COLUMN_METADATA \
        -DSQLITE_SECURE_DELETE -DSQLITE_ENABLE_DBSTAT_VTAB -DSQLITE_THREADSAFE=1" \
        ./configure --prefix=/opt/python --disable-static --disable-tcl --disable-readline
    make -j2
    make install
)
(
    cd /sources/python
    # Debian builds this module another way; here its patched source wants to be told that it is a part of the core.
    sed -i "s/Extension('pyexpat', sources=\['pyexpat.c'\])/Extension('pyexpat', sources=['pyexpat.c'], \
define_macros=[('Py_BUILD_CORE_MODULE', None)])/" setup.py
    CPPFLAGS=-I/opt/python/include LDFLAGS="-L/opt/python/lib -Wl,-rpath,/opt/python/lib" \
        ./configure --prefix=/opt/python --enable-shared --with-ensurepip=no \
        --disable-test-modules --with-system-expat --with-system-libmpdec
    make -j2
    make install
)
/opt/python/bin/python3.11 -c "import ssl, sqlite3, ctypes, lzma, bz2, zlib, uuid, pyexpat, _decimal; print(sqlite3.sqlite_version)"
INSIDE
chroot "$root" sh /sources/build.sh >"$root.build.log" 2>&1 || {
    tail -n 30 "$root.build.log" >&2
    exit 1
}
rm -rf "$root/sources"
echo "Python for old desktops: $root/opt/python ($(tail -n 1 "$root.build.log"))"

#!/bin/sh
# `make try-old`: the .deb of dist/packages on a bare Debian 11 and 12 without Python and without a network: installed,
# used by a standard user, upgraded over a home in use, put back, removed; what people wrote stays, and nothing is asked of
# a network from the first start to the sealed file for HR. Needs root.
set -eu
. "$(dirname "$0")/need.sh"
. "$(dirname "$0")/roots.sh"
need_program debootstrap debootstrap
need_program unshare util-linux
need_program strace strace
need_program dpkg-deb dpkg
fetch_needed
roots=${ROOTS:-build/roots}
mkdir -p "$roots"
roots=$(cd "$roots" && pwd)
package=$(ls "$PWD"/dist/packages/*.deb)

# The version after it, which differs in nothing else.
rm -rf "$roots/newer"
dpkg-deb --raw-extract "$package" "$roots/newer"
sed -i 's/^Version: .*/&+next/' "$roots/newer/DEBIAN/control"
dpkg-deb --root-owner-group -Znone --build "$roots/newer" "$roots/newer.deb" >/dev/null
rm -rf "$roots/newer"

inside() {
    unshare --net --mount sh -c 'mount -t proc proc "$1/proc"; root=$1; shift; exec chroot "$root" "$@"' sh "$root" "$@"
}

as_user() {
    unshare --net --mount sh -c 'mount -t proc proc "$1/proc"; root=$1; shift
        exec chroot --userspec=1000:1000 "$root" env -i HOME=/srv/student PATH=/usr/bin:/bin LANG=C.UTF-8 \
            QT_QPA_PLATFORM=offscreen "$@"' sh "$root" "$@"
}

# The same, and whatever is asked of a network is written down, with what it started.
watched() {
    unshare --net --mount sh -c 'mount -t proc proc "$1/proc"; root=$1 log=$2; shift 2
        exec strace --follow-forks --seccomp-bpf --trace=connect,bind,sendto,sendmsg --output-append-mode --output="$log" \
            chroot --userspec=1000:1000 "$root" env -i HOME=/srv/student PATH=/usr/bin:/bin LANG=C.UTF-8 \
            QT_QPA_PLATFORM=offscreen "$@"' sh "$root" "$root.network.txt" "$@"
}

say() { echo "--- $suite: $*"; }

for suite in ${SUITES:-bullseye bookworm}; do
    root=$roots/try-$suite
    bare_root "$suite" "$root" "$DESK_LIBRARIES,libstdc++6"
    if inside sh -c 'command -v python3'; then
        echo "There is a Python in $root; this proves nothing." >&2
        exit 1
    fi
    rm -rf "$root/srv/student" "$root/tmp/new.deb" "$root/tmp/newer.deb"
    mkdir -p "$root/srv/student"
    chown 1000:1000 "$root/srv/student"
    cp "$package" "$root/tmp/new.deb"
    cp "$roots/newer.deb" "$root/tmp/newer.deb"

    say "$(inside sh -c 'ldd --version | head -n 1')"
    inside dpkg --install /tmp/new.deb
    say "$(as_user academy --version)"
    if inside ldd /opt/branch-academy/_internal/PySide6/Qt/plugins/platforms/libqxcb.so | grep "not found"; then
        echo "A window could not be opened: the package's dependencies are not enough." >&2
        exit 1
    fi
    as_user academy doctor --language en || say "doctor found something, as it may on a bare system (exit $?)"
    rm -f "$root.network.txt"
    watched academy tour --out /srv/student/tour
    watched academy certificate verify /srv/student/tour/certificate.pdf --home /srv/student/tour/home --language en
    watched academy branch bundle --out /srv/student/stick --home /srv/student/tour/home
    say "$(grep -c exited "$root.network.txt") processes watched, $(grep -c AF_UNIX "$root.network.txt" || true) calls inside this PC"
    if grep -E 'AF_INET|AF_PACKET' "$root.network.txt"; then
        echo "The story asked for a network; see $root.network.txt." >&2
        exit 1
    fi
    say "0 connections over the whole story"

    say "upgrade over a home in use"
    as_user sh -c 'find /srv/student -type f -not -name "*.log" -exec sha256sum {} + | sort >/tmp/before.txt'
    inside dpkg --install /tmp/newer.deb
    say "$(inside dpkg-query --show branch-academy)"
    as_user academy certificate verify /srv/student/tour/certificate.pdf --home /srv/student/tour/home

    say "back to the version before"
    inside dpkg --force-downgrade --install /tmp/new.deb
    as_user academy certificate verify /srv/student/tour/certificate.pdf --home /srv/student/tour/home
    inside dpkg --purge branch-academy
    if [ -e "$root/opt/branch-academy" ] || [ -e "$root/usr/bin/academy" ]; then
        echo "The package left something behind." >&2
        exit 1
    fi
    as_user sh -c 'sha256sum --check --quiet /tmp/before.txt' && say "removed; every file of the user is as it was"
done

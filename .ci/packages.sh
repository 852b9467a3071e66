#!/bin/sh
# `make packages`: what goes to the branches, made of dist/academy: a .deb, a tarball that installs without an
# administrator, the list of what is inside, and the checksums of all of them. In dist/packages.
set -eu
. "$(dirname "$0")/need.sh"
. "$(dirname "$0")/roots.sh"
need_program dpkg-deb dpkg
need_program objdump binutils
need_program xz xz-utils
fetch_needed

version=$(sed -n 's/^VERSION = "\(.*\)"$/\1/p' desktop/version.py)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)}
export SOURCE_DATE_EPOCH
bundle=dist/academy
out=dist/packages
work=build/packages
name=branch-academy-$version-linux-$(uname -m)
rm -rf "$out" "$work"
mkdir -p "$out" "$work"

# The newest version of the C library that any file inside asks for.
glibc=$(find "$bundle" -type f \( -name '*.so*' -o -name academy \) -exec objdump -T {} + 2>/dev/null |
    sed -n 's/.*GLIBC_\([0-9.]*\).*/\1/p' | sort -uV | tail -n 1)
echo "The newest GLIBC symbol inside is $glibc."
if [ -n "${NEWEST_GLIBC:-}" ] && [ "$(printf '%s\n' "$glibc" "$NEWEST_GLIBC" | sort -V | tail -n 1)" != "$NEWEST_GLIBC" ]; then
    echo "That is newer than $NEWEST_GLIBC." >&2
    exit 1
fi

tree=$work/$name
cp -a "$bundle" "$tree"
cp .ci/linux/install.sh .ci/linux/uninstall.sh .ci/linux/branch-academy.desktop "$tree"
chmod 755 "$tree"/*.sh
mkdir "$tree/icons"
cp build/icons/*.png "$tree/icons"
chmod -R u=rwX,go=rX "$tree"
tar -C "$work" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --format=gnu \
    -cf - "$name" | xz -6 --threads=1 >"$out/$name.tar.xz"

deb=$work/deb
mkdir -p "$deb/DEBIAN" "$deb/opt" "$deb/usr/bin" "$deb/usr/share/applications" "$deb/usr/share/doc/branch-academy"
cp -a "$bundle" "$deb/opt/branch-academy"
ln -s /opt/branch-academy/academy "$deb/usr/bin/academy"
cp .ci/linux/branch-academy.desktop "$deb/usr/share/applications"
for picture in build/icons/*.png; do
    size=$(basename "$picture" .png)
    size=${size##*-}
    mkdir -p "$deb/usr/share/icons/hicolor/${size}x$size/apps"
    cp "$picture" "$deb/usr/share/icons/hicolor/${size}x$size/apps/branch-academy.png"
done
ln -s /opt/branch-academy/licences "$deb/usr/share/doc/branch-academy/licences"
cp LICENSE "$deb/usr/share/doc/branch-academy/copyright"
depends=$(echo "$DESK_LIBRARIES" | sed 's/,/, /g; s/libglib2.0-0/libglib2.0-0 | libglib2.0-0t64/')
cat >"$deb/DEBIAN/control" <<CONTROL
Package: branch-academy
Version: $version
Section: education
Priority: optional
Architecture: $(dpkg --print-architecture)
Maintainer: Branch Academy <branch-academy@localhost>
Installed-Size: $(du -sk "$deb/opt" | cut -f1)
Depends: libc6 (>= $glibc), libstdc++6, libgcc-s1, $depends
Description: training, exams and certificates for bank branches
 Courses, timed exams and signed certificates on a PC without a network.
 What people write lies in their own data folders and stays there when the
 package is removed.
 .
 网点学堂：不联网的培训、考试与证书。卸载时保留用户数据。
CONTROL
chmod -R u=rwX,go=rX "$deb"
find "$deb" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz -z6 --build "$deb" "$out" >/dev/null

cp "$bundle/sbom.cdx.json" "$out/$name.sbom.cdx.json"
(cd "$out" && sha256sum -- * >../SHA256SUMS && mv ../SHA256SUMS .)
rm -rf "$work"
ls -l "$out"

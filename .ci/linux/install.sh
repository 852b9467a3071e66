#!/bin/sh
# Installs the program for the person who runs it, without an administrator: install.sh [FOLDER]. Again for a newer one.
# Courses, results and certificates lie elsewhere and are not touched.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-$HOME/.local/opt/branch-academy}
share=${XDG_DATA_HOME:-$HOME/.local/share}

# Whole beside its place, then switched: a stick pulled out half-way leaves what was installed before.
rm -rf "$target.new" "$target.old"
mkdir -p "$(dirname "$target")"
cp -R "$here" "$target.new"
sync
if [ -d "$target" ]; then mv "$target" "$target.old"; fi
mv "$target.new" "$target"
rm -rf "$target.old"

for picture in "$target"/icons/branch-academy-*.png; do
    size=$(basename "$picture" .png)
    size=${size##*-}
    folder="$share/icons/hicolor/${size}x$size/apps"
    mkdir -p "$folder"
    cp "$picture" "$folder/branch-academy.png"
done
mkdir -p "$share/applications"
sed "s|^Exec=.*|Exec=\"$target/academy\"|" "$target/branch-academy.desktop" >"$share/applications/branch-academy.desktop"
echo "已安装 / Installed: $target"

#!/bin/sh
# Takes away what install.sh put there: uninstall.sh [FOLDER]. Courses, results and certificates stay.
set -eu
target=${1:-$HOME/.local/opt/branch-academy}
share=${XDG_DATA_HOME:-$HOME/.local/share}
rm -rf "$target" "$target.new" "$target.old"
rm -f "$share/applications/branch-academy.desktop" "$share"/icons/hicolor/*/apps/branch-academy.png
echo "已卸载；数据仍在 / Removed; your data stays: $share/branch-academy"

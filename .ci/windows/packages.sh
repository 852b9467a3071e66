#!/bin/sh
# The installer, the portable ZIP, the archive for updates, what is inside, checksums; for dist/academy built on Windows.
set -eu
version=$(sed -n 's/^VERSION = "\(.*\)"$/\1/p' desktop/version.py)
name=branch-academy-$version-windows-x86_64
out=dist/packages
rm -rf "$out"
mkdir -p "$out" build/packages
makensis=$(command -v makensis || echo "/c/Program Files (x86)/NSIS/makensis.exe")
"$makensis" -V2 -INPUTCHARSET UTF8 "-DVERSION=$version" "-DBUNDLE=$PWD/dist/academy" \
    "-DICON=$PWD/build/icons/branch-academy.ico" "-DOUT=$PWD/$out/$name-setup.exe" .ci/windows/installer.nsi
rm -rf "build/packages/$name"
cp -R dist/academy "build/packages/$name"
${PY:-python} - "$name" <<'PACK'
import pathlib, sys, tarfile, zipfile
name, out = sys.argv[1], pathlib.Path("dist/packages")
tree = pathlib.Path("build/packages") / name
files = sorted(path for path in tree.rglob("*") if path.is_file())
with zipfile.ZipFile(out / f"{name}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    for path in files:
        archive.write(path, path.relative_to(tree.parent))
with tarfile.open(out / f"{name}.tar.xz", "w:xz") as archive:
    for path in files:
        archive.add(path, str(path.relative_to(tree.parent).as_posix()))
PACK
cp dist/academy/sbom.cdx.json "$out/$name.sbom.cdx.json"
(cd "$out" && sha256sum -- * >../SHA256SUMS && mv ../SHA256SUMS .)

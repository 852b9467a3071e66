"""What the bundle needs beside the code, made in build/: the sealed demonstration, icons, Qt's signatures compiled."""

import io
import py_compile
import shutil
import struct
import sys
from pathlib import Path, PurePosixPath

from PIL import Image
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from desktop.style.tokens import LIGHT
from desktop.widgets.brand import paint_mark
from exams import read_parts, seal_demonstration

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def main() -> int:
    """Anew each time; same sources, same bytes."""
    for name in ("demonstration", "icons", "signatures"):
        shutil.rmtree(BUILD / name, ignore_errors=True)
        (BUILD / name).mkdir(parents=True)
    seal_demonstration(read_parts(BUILD / "parts"), BUILD / "demonstration")
    _icons(BUILD / "icons")
    _signatures(BUILD / "signatures")
    return 0


def _signatures(folder: Path) -> None:
    """The modules that shiboken carries as text, and compiles at every start where it finds no `files.dir`."""
    carried = sys.modules["shibokensupport"].__loader__.zfile  # type: ignore[union-attr]
    unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH  # without a time: same sources, same bytes
    for name in map(PurePosixPath, carried.namelist()):
        # One of them is a script of shiboken's own build, and no module.
        if name.parts[0] == "shibokensupport" and name.suffix == ".py" and name.stem.isidentifier():
            source, target = folder / name, (folder / name).with_suffix(".pyc")
            source.parent.mkdir(parents=True, exist_ok=True)
            source.write_bytes(carried.read(str(name)))
            py_compile.compile(str(source), str(target), str(name), doraise=True, invalidation_mode=unchecked)
            source.unlink()


def _icons(folder: Path) -> None:
    _running = QGuiApplication([])  # needed to paint
    pictures = {size: _picture(size) for size in SIZES}
    for size, raw in pictures.items():
        (folder / f"branch-academy-{size}.png").write_bytes(raw)
    (folder / "branch-academy.ico").write_bytes(_ico(pictures))


def _picture(size: int) -> bytes:
    """The mark of the product as PNG."""
    image = QImage(size, size, QImage.Format.Format_RGBA8888)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(painter, QRectF(0, 0, size, size), LIGHT.seal, LIGHT.on_tone)
    painter.end()
    out = io.BytesIO()
    Image.frombytes("RGBA", (size, size), bytes(image.constBits())).save(out, "PNG", optimize=True)
    return out.getvalue()


def _ico(pictures: dict[int, bytes]) -> bytes:
    """An icon of Windows holds PNGs behind a table of where each lies; 256 is written as 0."""
    head, place = struct.pack("<HHH", 0, 1, len(pictures)), 6 + 16 * len(pictures)
    table = b""
    for size, raw in pictures.items():
        table += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(raw), place)
        place += len(raw)
    return head + table + b"".join(pictures.values())


if __name__ == "__main__":
    raise SystemExit(main())

"""A QR symbol as a picture, black on white in every theme, with its quiet zone: scanners want it so."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap

QUIET = 4  # modules of white on every side

Rows = tuple[tuple[bool, ...], ...]


def symbol_picture(rows: Rows, module: int) -> QPixmap:
    """Each module is a square of `module` pixels; an empty picture for no rows."""
    if not rows:
        return QPixmap()
    side = len(rows) + 2 * QUIET
    blank, edge = bytes([255]) * side, bytes([255]) * QUIET
    lines = [edge + bytes(0 if black else 255 for black in line) + edge for line in rows]
    raw = b"".join((*[blank] * QUIET, *lines, *[blank] * QUIET))
    small = QImage(raw, side, side, side, QImage.Format.Format_Grayscale8)
    size = QSize(side * module, side * module)
    return QPixmap.fromImage(small.scaled(size, mode=Qt.TransformationMode.FastTransformation))

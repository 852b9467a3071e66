"""Finds our printed code in a scan, a photograph or a PDF; strict about size, quiet about rubbish."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import zxingcpp

from certificates.proof.token import PREFIX

if TYPE_CHECKING:
    from pypdfium2 import PdfBitmap, PdfPage

_PIXELS_MOST = 60_000_000
_PAGES_MOST = 3
_LONGEST = 100
"""Pages that are looked through for codes of a bundle."""
_SCAN_DPI = 200
_SIDE_MOST = 4_000
_WHOLE_PAGE = 0.8


@dataclass(frozen=True, slots=True)
class Scan:
    """The codes found; `drawn` says that they stood on a page of drawn text and lines, not on a picture of one."""

    texts: frozenset[str]
    drawn: bool = False


def scan(data: bytes) -> Scan:
    """Look for our codes in a PNG, a JPEG or a PDF; anything else holds none."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") or data.startswith(b"\xff\xd8\xff"):
        return Scan(_in_photograph(data))
    if b"%PDF-" in data[:1024]:
        return _in_pdf(data)
    return Scan(frozenset())


def codes_in(data: bytes, prefix: str) -> frozenset[str]:
    """The texts of all QR codes with this prefix in a PNG, a JPEG or a PDF."""
    if b"%PDF-" in data[:1024]:
        return frozenset(text for found, _ in _pages(data, prefix, _LONGEST) for text in found)
    return _in_photograph(data, prefix)


def _in_photograph(data: bytes, prefix: str = PREFIX) -> frozenset[str]:
    from PIL import Image

    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > _PIXELS_MOST:
                return frozenset()
            grey = image.convert("L")
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError):
        return frozenset()
    return _codes(grey.tobytes(), grey.width, grey.height, prefix)


def _in_pdf(data: bytes) -> Scan:
    texts: frozenset[str] = frozenset()
    drawn = False
    for found, is_drawn in _pages(data):
        texts |= found
        drawn |= is_drawn and bool(found)
    return Scan(texts, drawn)


def _pages(data: bytes, prefix: str = PREFIX, most: int = _PAGES_MOST) -> Iterator[tuple[frozenset[str], bool]]:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as document:
            for number in range(min(len(document), most)):
                page = document[number]
                width, height = page.get_size()
                if min(width, height) > 1:
                    scale = min(_SCAN_DPI / 72, _SIDE_MOST / max(width, height))
                    bitmap = page.render(scale=scale, grayscale=True)
                    found = _codes(_packed(bitmap), bitmap.width, bitmap.height, prefix)
                    yield found, not _is_picture(page, width * height)
    except (pypdfium2.PdfiumError, ValueError):
        return


def _packed(bitmap: "PdfBitmap") -> bytes:
    """The rows without the padding between them."""
    rows = memoryview(bitmap.buffer).cast("B")
    return b"".join(rows[line * bitmap.stride :][: bitmap.width] for line in range(bitmap.height))


def _is_picture(page: "PdfPage", area: float) -> bool:
    """True if one picture covers the page, as scanners make it."""
    from pypdfium2 import raw

    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = thing.get_bounds()
        if (right - left) * (top - bottom) >= _WHOLE_PAGE * area:
            return True
    return False


def _codes(grey: bytes, width: int, height: int, prefix: str) -> frozenset[str]:
    pixels = memoryview(grey).cast("B", shape=[height, width])
    found = zxingcpp.read_barcodes(pixels, formats=zxingcpp.barcode_formats_from_str("QRCode"))
    return frozenset(code.text for code in found if code.text.startswith(prefix))

"""A page as a picture, for the screen and for the reader of printed codes."""

from dataclasses import dataclass

_MOST_SIDE = 8_000


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels row by row from the top, four bytes each: red, green, blue, opacity."""

    width: int
    height: int
    rgba: bytes


def picture(pdf: bytes, width_px: int) -> Picture:
    """The first page of one of our PDFs, that many pixels wide."""
    import pypdfium2
    from pypdfium2 import raw

    width = max(1, min(width_px, _MOST_SIDE))
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        bitmap = page.render(
            scale=width / page.get_width(), force_bitmap_format=raw.FPDFBitmap_BGRA, rev_byteorder=True
        )
        made = Picture(bitmap.width, bitmap.height, bytes(bitmap.buffer))
        bitmap.close()
        page.close()
    finally:
        document.close()
    return made

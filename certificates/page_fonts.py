"""The page's fonts as reportlab embeds them, with what reportlab 5.1.0 gets wrong put right in subclasses.

Cured here: ToUnicode of characters beyond U+FFFF and of more than 100 characters; advance widths in subsets of
fonts with other than 1000 units; a copy of the whole outline table per subset; ASCII carried in every subset.
"""

import struct
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC, SUBSETN, TTEncoding, TTFont, TTFontFace

from certificates.fonts import FILES, font_path
from certificates.page_streams import packed_stream

_BLOCK = 100  # entries one bfchar block may hold (Adobe Technical Note 5014)


def font_name(face: str) -> str:
    """The name under which reportlab knows a face; registers it on first use."""
    return _registered(face)


class _Outlines:
    """The glyf table, read slice by slice where it lies."""

    def __init__(self, data: bytes, start: int) -> None:
        self._data, self._start = data, start

    def __getitem__(self, part: slice) -> bytes:
        return self._data[self._start + part.start : self._start + part.stop]


class CertificateFace(TTFontFace):  # type: ignore[misc]
    """A face whose subsets keep their own units and are cut without copying all outlines."""

    hmetrics: list[tuple[int, int]]

    def __init__(self, filename: str) -> None:
        super().__init__(filename)
        self._keep_units()

    def get_table(self, tag: str) -> Any:
        """A table's bytes; for the outlines, a view that copies only what is asked for."""
        if tag == "glyf":
            return _Outlines(self._ttf_data, self.get_table_pos(tag)[0])
        return super().get_table(tag)

    def _keep_units(self) -> None:
        (full,) = struct.unpack(">H", self.get_table("hhea")[34:36])
        table = self.get_table("hmtx")
        last = struct.unpack(">H", table[4 * full - 4 : 4 * full - 2])[0]
        self.hmetrics = [
            (last, bearing) if glyph >= full else (advance, bearing)
            for glyph, (advance, bearing) in enumerate(self.hmetrics)
        ]

    def addSubsetObjects(self, doc: Any, fontname: str, subset: list[int]) -> Any:  # noqa: N802
        """The font descriptor of one subset, its file in a stream that ends as PDF/A asks."""
        content = self.makeSubset(subset)
        stream = packed_stream(content, Length1=len(content))
        file = doc.Reference(stream, f"fontFile:{fontname}")
        descriptor = {
            "Type": "/FontDescriptor",
            "Ascent": self.ascent,
            "CapHeight": self.capHeight,
            "Descent": self.descent,
            "Flags": self.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray(self.bbox),
            "FontName": pdfdoc.PDFName(fontname),
            "ItalicAngle": self.italicAngle,
            "StemV": self.stemV,
            "FontFile2": file,
            "MissingWidth": self.defaultWidth,
        }
        return doc.Reference(pdfdoc.PDFDictionary(descriptor), f"fontDescriptor:{fontname}")


class CertificateFont(TTFont):  # type: ignore[misc]
    """A font that writes its own character map."""

    def __init__(self, name: str, filename: str) -> None:  # not reportlab's own: that one parses the file again
        self.fontName = name
        self.face = CertificateFace(filename)
        self.encoding = TTEncoding()
        self.state: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()
        self._asciiReadable = 0
        self.shapable = False

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """The font objects of every subset the document used."""
        state = self.state[doc]
        state.frozen = 1
        fonts = doc.idToObject["BasicFonts"].dict
        for number, subset in enumerate(state.subsets):
            internal = self.getSubsetInternalName(number, doc)[1:]
            base = (SUBSETN(number) + b"+" + self.face.name).decode("ascii")
            font = pdfdoc.PDFTrueTypeFont()
            font.Name, font.BaseFont = internal, base
            font.FirstChar, font.LastChar = 0, len(subset) - 1
            font.Widths = pdfdoc.PDFArray([self.face.getCharWidth(code) for code in subset])
            cmap = packed_stream(to_unicode(base, subset).encode("ascii"))
            font.ToUnicode = doc.Reference(cmap, f"toUnicodeCMap:{base}")
            font.FontDescriptor = self.face.addSubsetObjects(doc, base, subset)
            doc.Reference(font, internal)
            fonts[internal] = font
        del self.state[doc]


def to_unicode(name: str, subset: list[int]) -> str:
    """The map from a subset's one-byte codes to text, in UTF-16 and in blocks of at most 100."""
    entries = [f"<{code:02X}> <{_utf16(char)}>" for code, char in enumerate(subset) if char]
    blocks = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    middle = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name}-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *middle,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def _utf16(char: int) -> str:
    return chr(char).encode("utf-16-be").hex().upper()


@cache
def _registered(face: str) -> str:
    name = f"Certificate-{face}"
    pdfmetrics.registerFont(CertificateFont(name, str(font_path(face))))
    return name


def load_fonts() -> None:
    """Read every face now, so that the first certificate is no slower than the next."""
    for face in FILES:
        font_name(face)

"""PDF streams that end as PDF/A asks: reportlab 5.1.0 leaves out the line end before `endstream`."""

import zlib
from functools import lru_cache
from typing import Any

from reportlab.pdfbase import pdfdoc


class CertificateStream(pdfdoc.PDFStream):  # type: ignore[misc]
    """A stream with a line end before `endstream`, and no empty filter list."""

    def format(self, document: Any) -> bytes:
        """The stream's bytes in the file."""
        dictionary = pdfdoc.PDFDictionary(self.dictionary.dict.copy())
        dictionary["Length"] = len(self.content)
        head: bytes = dictionary.format(document)
        content: bytes = self.content
        return head + b"\nstream\n" + content + b"\nendstream\n"


def plain_stream(content: bytes, **entries: object) -> CertificateStream:
    """A stream as it is: metadata must be readable without unpacking."""
    return CertificateStream(pdfdoc.PDFDictionary(dict(entries)), content)


def packed_stream(content: bytes, **entries: object) -> CertificateStream:
    """A deflated stream."""
    return plain_stream(zlib.compress(content), Filter="/FlateDecode", **entries)


def ornament_stream(content: str, box: tuple[float, float, float, float], forms: Any = None) -> CertificateStream:
    """A form that the page stamps where it wants it; packed once per process. `forms` are those it stamps itself."""
    entries: dict[str, object] = {"Type": "/XObject", "Subtype": "/Form", "BBox": pdfdoc.PDFArray(box)}
    entries["Resources"] = pdfdoc.PDFDictionary({"XObject": forms} if forms else {})
    return plain_stream(_packed_once(content), Filter="/FlateDecode", **entries)


@lru_cache(maxsize=16)
def _packed_once(content: str) -> bytes:
    return zlib.compress(content.encode("ascii"))

"""Files that the page carries along (PDF/A-3): each is named, described, and said to be the page's data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportlab.pdfbase import pdfdoc

from certificates.page_streams import packed_stream
from certificates.page_tags import text_string


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to carry: `mime` such as application/json, `description` for people."""

    name: str
    mime: str
    data: bytes
    description: str


def file_specification(document: Any, attachment: Attachment, day: date) -> Any:
    """The dictionary that names a file and refers to its bytes; /AFRelationship is /Data."""
    params = {"Size": len(attachment.data), "ModDate": pdfdoc.PDFString(f"D:{day:%Y%m%d}000000+08'00'")}
    kind = "/" + attachment.mime.replace("/", "#2F")
    content = packed_stream(attachment.data, Type="/EmbeddedFile", Subtype=kind, Params=pdfdoc.PDFDictionary(params))
    bytes_of = document.Reference(content, f"Bytes.{attachment.name}")
    entries: dict[str, Any] = {"Type": "/Filespec", "AFRelationship": "/Data"}
    entries |= {key: text_string(attachment.name) for key in ("F", "UF")}
    entries |= {"Desc": text_string(attachment.description)}
    entries["EF"] = pdfdoc.PDFDictionary({"F": bytes_of, "UF": bytes_of})
    return pdfdoc.PDFDictionary(entries)


def name_tree(files: Mapping[str, Any]) -> Any:
    """The catalog's /Names: where readers look for attached files."""
    pairs: list[Any] = []
    for name in sorted(files):
        pairs += [pdfdoc.PDFString(name), files[name]]
    return pdfdoc.PDFDictionary({"EmbeddedFiles": pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray(pairs)})})

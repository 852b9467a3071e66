"""How the files of office programs are recognised before anything is opened."""

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED, _BOOKS = "EncryptedPackage", ("Workbook", "Book")


def office_format(raw: bytes) -> str:
    """`xlsx`, `xls`, `docx`, or empty; a locked file counts as the old workbook whose container it uses."""
    if raw.startswith(_OLD):
        return "xls" if any(name.encode("utf-16-le") in raw for name in (_LOCKED, *_BOOKS)) else ""
    if raw[:4] != b"PK\3\4" or b"imsmanifest.xml" in raw:
        return ""
    if b"xl/workbook.xml" in raw:
        return "xlsx"
    return "docx" if b"word/document.xml" in raw else ""

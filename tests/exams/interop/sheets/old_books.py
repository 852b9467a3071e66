"""Old workbooks (BIFF8 without its container) for tests: rows in, bytes out."""

from struct import pack


def _record(kind, data=b""):
    return pack("<HH", kind, len(data)) + data


def _text(text, wide="<H"):
    return pack(wide, len(text)) + b"\x01" + text.encode("utf-16-le")


def _cell(row, column, value):
    style = 0
    if isinstance(value, tuple):
        value, style = value
    place = pack("<HHH", row, column, style)
    if isinstance(value, str):
        return _record(0x0204, place + _text(value))
    if isinstance(value, bool):
        return _record(0x0205, place + bytes((value, 0)))
    return _record(0x0203, place + pack("<d", value))


def old_book(rows, title="题库", hidden=0, formats=()):
    """One sheet; a cell (value, 1) is shown by the first of the formats, and so on."""
    start = _record(0x0809, pack("<HHHHII", 0x0600, 5, 0, 1997, 0, 6)) + _record(0x0042, pack("<H", 1200))
    start += b"".join(_record(0x041E, pack("<H", 164 + at) + _text(text)) for at, text in enumerate(formats))
    start += b"".join(_record(0x00E0, pack("<HH", 0, key) + bytes(16)) for key in (0, *range(164, 164 + len(formats))))
    name = pack("<B", len(title)) + b"\x01" + title.encode("utf-16-le")
    length = len(start) + 4 + 6 + len(name) + 4
    start += _record(0x0085, pack("<IBB", length, hidden, 0) + name) + _record(0x000A)
    sheet = _record(0x0809, pack("<HHHHII", 0x0600, 0x10, 0, 1997, 0, 6))
    for row, cells in enumerate(rows):
        sheet += b"".join(_cell(row, at, value) for at, value in enumerate(cells) if value is not None)
    return start + sheet + _record(0x000A)

"""Where each table and key of a TOML text stands: the standard reader keeps no line numbers."""

import re
from collections.abc import Iterator

Path = tuple[str | int, ...]

_BARE = r"(?:[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')"
_NAME = re.compile(_BARE)
_NAMES = rf"{_BARE}(?:\s*\.\s*{_BARE})*"
_ARRAY = re.compile(rf"\s*\[\[\s*({_NAMES})\s*\]\]")
_TABLE = re.compile(rf"\s*\[\s*({_NAMES})\s*\]")
_KEY = re.compile(rf"\s*({_NAMES})\s*=(.*)", re.DOTALL)


def toml_lines(text: str) -> dict[Path, int]:
    """Line from 1 of every table and key; the n-th `[[item]]` is ("item", n) with n from 0."""
    lines: dict[Path, int] = {(): 1}
    counts: dict[Path, int] = {}
    table: Path = ()
    for number, line in _logical_lines(text):
        if found := _ARRAY.match(line):
            names = _within(_split(found.group(1)), counts)
            counts[names] = counts.get(names, -1) + 1
            table = (*names, counts[names])
            lines[table] = number
        elif found := _TABLE.match(line):
            table = _within(_split(found.group(1)), counts, last=True)
            lines.setdefault(table, number)
        elif found := _KEY.match(line):
            path = table
            for name in _split(found.group(1)):
                path = (*path, name)
                lines.setdefault(path, number)
    return lines


def _split(names: str) -> Path:
    return tuple(name.strip("\"'") for name in _NAME.findall(names))


def _within(names: Path, counts: dict[Path, int], *, last: bool = False) -> Path:
    path: Path = ()
    for place, name in enumerate(names):
        path = (*path, name)
        if path in counts and (last or place < len(names) - 1):
            path = (*path, counts[path])
    return path


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines at which a new statement begins: not those inside a long string or an open bracket."""
    state = _Open()
    for number, line in enumerate(text.split("\n"), start=1):
        if state.closed:
            yield number, line
            found = None if _ARRAY.match(line) or _TABLE.match(line) else _KEY.match(line)
            if found is None:
                continue
            line = found.group(2)  # noqa: PLW2901 - only the value can leave something open
        state.read(line)


class _Open:
    """What a value has left open at the end of a line: a long string or brackets."""

    _TOKEN = re.compile(
        r"\"\"\"|'''|\"(?:[^\"\\]|\\.)*\"|'[^']*'|#.*|[\[\]{}]",
    )

    def __init__(self) -> None:
        self._quotes = ""
        self._depth = 0

    @property
    def closed(self) -> bool:
        return not self._quotes and self._depth == 0

    def read(self, line: str) -> None:
        place = 0
        while place < len(line):
            if self._quotes:
                end = self._end_of_string(line, place)
                if end < 0:
                    return
                place, self._quotes = end, ""
            found = self._TOKEN.search(line, place)
            if found is None:
                return
            place = found.end()
            self._take(found.group())

    def _take(self, mark: str) -> None:
        if mark in ('"""', "'''"):
            self._quotes = mark
        elif mark in "[{":
            self._depth += 1
        elif mark in "]}":
            self._depth = max(0, self._depth - 1)

    def _end_of_string(self, line: str, place: int) -> int:
        while place < len(line):
            if line[place] == "\\" and self._quotes == '"""':
                place += 2
            elif line.startswith(self._quotes, place):
                return place + 3
            else:
                place += 1
        return -1

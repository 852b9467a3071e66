"""Reading source files: size, UTF-8, one spelling of characters, line ends; faults instead of exceptions."""

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from exams.content.characters import refused_character
from exams.content.faults import Code, Faults

_MOST_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a file, or the part of it that begins at line `first`."""

    file: str
    text: str
    first: int = 1


def read_source(folder: Path, name: str, faults: Faults) -> SourceText | None:
    """The file's text in NFC with plain line ends; None where it cannot be read, which is noted."""
    path = folder / name
    if not path.is_file():
        faults.note(name, 1, Code.FILE_MISSING)
        return None
    if path.stat().st_size > _MOST_BYTES:
        faults.note(name, 1, Code.FILE_TOO_LARGE, limit=_MOST_BYTES)
        return None
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        faults.note(name, raw.count(b"\n", 0, error.start) + 1, Code.FILE_ENCODING)
        return None
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    for number, line in enumerate(text.split("\n"), start=1):
        if found := refused_character(line):
            faults.note(name, number, Code.CHARACTER, character=found)
    return SourceText(name, text)


def names_in(folder: Path, under: str, ending: str) -> tuple[str, ...]:
    """Every file below `under` with this ending, relative to `folder`, with forward slashes, sorted."""
    found = (path for path in (folder / under).rglob(f"*{ending}") if path.is_file())
    return tuple(sorted(path.relative_to(folder).as_posix() for path in found))

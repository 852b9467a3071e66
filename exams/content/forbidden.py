"""Words that no option may hold, and promises that no right option may make: read from bank/forbidden.toml."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from exams.content.characters import same_words
from exams.content.faults import Faults
from exams.content.fields import read_toml
from exams.content.files import read_source

_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|「[^」]*」|\"[^\"]*\"")
_CLAUSE_END = re.compile(r"[，。；：！？,;:!?]|\.\s")


@dataclass(frozen=True, slots=True)
class Forbidden:
    """`options`: in no option; `stems`: in no stem; `promises`: in nothing right, but quoted or after an `unless`."""

    options: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()

    def in_option(self, text: str) -> str:
        """The forbidden words an option holds, empty where it holds none."""
        return _first(self.options, same_words(text))

    def in_stem(self, text: str) -> str:
        """The forbidden words a stem holds, empty where it holds none."""
        return _first(self.stems, same_words(text))

    def promise(self, text: str) -> str:
        """The promise an option makes; what stands in quotation marks is somebody else's."""
        for clause in _CLAUSE_END.split(_QUOTED.sub("", text)):
            words = same_words(clause)
            found = _first(self.promises, words)
            before = words.partition(same_words(found))[0] if found else ""
            if found and not _first(self.unless, before):
                return found
        return ""


def _first(wanted: Sequence[str], words: str) -> str:
    return next((one for one in wanted if _spelt(one) in words), "")


@cache
def _spelt(one: str) -> str:
    """A forbidden word as texts are compared with it; every option and clause asks for all of them."""
    return same_words(one)


def read_forbidden(folder: Path, faults: Faults) -> Forbidden:
    """Read forbidden.toml."""
    source = read_source(folder, "bank/forbidden.toml", faults)
    fields = read_toml(source, faults) if source else None
    if fields is None:
        return Forbidden()
    lists = {name: fields.texts(name) for name in ("options", "promises", "unless")}
    forbidden = Forbidden(**lists, stems=fields.texts("stems", needed=False))
    fields.close()
    return forbidden

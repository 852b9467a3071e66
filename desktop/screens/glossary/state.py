"""What the glossary shows."""

from dataclasses import dataclass

from desktop.widgets.values import Face


@dataclass(frozen=True, slots=True)
class TermRow:
    """One term, first in the language in use, beside it in the other."""

    key: str
    name: str
    meaning: str
    other_name: str
    other_meaning: str


@dataclass(frozen=True, slots=True)
class GlossaryState:
    """`rows` are all terms in order, `shown` the keys of those that fit `text`."""

    text: str = ""
    count: str = ""
    rows: tuple[TermRow, ...] = ()
    shown: frozenset[str] = frozenset()
    face: Face | None = None

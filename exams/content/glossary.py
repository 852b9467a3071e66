"""The glossary: terms that texts link to, and the spellings that stand for none of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from exams.content.course import Term
from exams.content.faults import Faults
from exams.content.fields import Fields, Once, Place, read_toml
from exams.content.files import read_source
from exams.items.item import LANGUAGES

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Spelling:
    """Words that are not used for a term, except in the sections that tell of them; `right` are the words to write."""

    language: str
    words: str
    right: str
    told_in: frozenset[str]


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms, the place of each, and the spellings to avoid."""

    terms: tuple[Term, ...] = ()
    places: dict[str, Place] = field(default_factory=dict)
    spellings: tuple[Spelling, ...] = ()


def read_glossary(folder: Path, faults: Faults) -> Glossary:
    """Read glossary.toml."""
    source = read_source(folder, "course/glossary.toml", faults)
    fields = read_toml(source, faults) if source else None
    if fields is None:
        return Glossary()
    seen = Once(faults)
    terms: list[Term] = []
    places: dict[str, Place] = {}
    spellings: list[Spelling] = []
    for one in fields.tables("term"):
        term = one.matching("id", _SLUG, "first-contact")
        seen.take(term, one.place.file, one.place.line("id"))
        names = _names(one)
        terms.append(Term(term, names, one.in_languages("meanings")))
        places[term] = one.place
        spellings += _avoided(one, names)
        one.close()
    fields.close()
    return Glossary(tuple(terms), places, tuple(spellings))


def _names(one: Fields) -> dict[str, str]:
    table = one.table("names")  # names may agree: NPS is NPS in both languages
    names = {language: table.text(language) for language in LANGUAGES}
    table.close()
    return names


def _avoided(one: Fields, names: dict[str, str]) -> Iterable[Spelling]:
    table = one.table("avoid", needed=False)
    told_in = frozenset(table.texts("told_in", needed=False))
    found = [
        Spelling(language, words, names[language], told_in)
        for language in LANGUAGES
        for words in table.texts(language, needed=False)
    ]
    table.close()
    return found

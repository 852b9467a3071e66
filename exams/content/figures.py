"""Figures: one drawing per name, its words in both languages beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from exams.content.faults import Code, Faults
from exams.content.fields import Fields, Place, read_toml
from exams.content.files import names_in, read_source
from exams.content.passages import Passage
from exams.content.svg import check_svg, fill_words
from exams.items.item import LANGUAGES

_UNDER = "course/figures"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A checked drawing; `svgs` and the words in it by language, colours still by name."""

    name: str
    svgs: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)


def read_figures(folder: Path, faults: Faults) -> dict[str, Drawing]:
    """Every figure of the course by name."""
    names = [Path(name).stem for name in names_in(folder, _UNDER, ".svg")]
    alone = {Path(name).stem for name in names_in(folder, _UNDER, ".toml")} - set(names)
    for name in sorted(alone):
        faults.note(f"{_UNDER}/{name}.svg", 1, Code.FILE_MISSING)
    return {name: _read_figure(folder, name, faults) for name in names}


def _read_figure(folder: Path, name: str, faults: Faults) -> Drawing:
    svg = read_source(folder, f"{_UNDER}/{name}.svg", faults)
    used = check_svg(svg, faults) if svg else {}
    source = read_source(folder, f"{_UNDER}/{name}.toml", faults)
    fields = read_toml(source, faults) if source else None
    if svg is None or fields is None:
        return Drawing(name)
    words = {language: _words(fields, language, used, svg.file) for language in LANGUAGES}
    fields.close()
    svgs = {language: fill_words(svg.text, words[language]) for language in LANGUAGES}
    return Drawing(name, svgs, {language: _passages(fields.place, language, words[language]) for language in LANGUAGES})


def _passages(place: Place, language: str, words: Mapping[str, str]) -> tuple[Passage, ...]:
    return tuple(Passage(place.file, place.line(language, name), text, "words") for name, text in words.items())


def _words(fields: Fields, language: str, used: Mapping[str, int], file: str) -> dict[str, str]:
    table = fields.table(language)
    for word in table.names():
        if word not in used:
            table.note(word, Code.FIGURE_WORD_UNUSED, word=word)
    for word, line in used.items():
        if not table.has(word):
            fields.faults.note(file, line, Code.FIGURE_WORD_MISSING, word=word, language=language)
    return {word: table.text(word) for word in table.names()}

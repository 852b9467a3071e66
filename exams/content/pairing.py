"""Holds the languages of a section against each other: same parts, same order, same facts, other words."""

from collections.abc import Mapping
from itertools import zip_longest

from exams.content.characters import same_words
from exams.content.course import Block, Callout, Figure, SelfCheck
from exams.content.faults import Code, Faults
from exams.content.section_file import SectionFile

_FIELDS = ("minutes", "facts", "compliance_review", "review_date")


def compare(files: Mapping[str, SectionFile], faults: Faults) -> None:
    """Note, in the second language's file, where it differs from the first."""
    first, second = files.values()
    _fields(first, second, faults)
    _objectives(first, second, faults)
    _blocks(first, second, faults)


def _differ(one: SectionFile, line: int, faults: Faults, *, there: object, here: object) -> None:
    faults.note(one.place.file, line, Code.LANGUAGES_DIFFER, there=there, here=here)


def _fields(first: SectionFile, second: SectionFile, faults: Faults) -> None:
    for name in _FIELDS:
        there, here = (_shown(name, getattr(one, name)) for one in (first, second))
        if there != here:
            _differ(second, second.place.line(name), faults, there=there, here=here)
    if same_words(first.text.title) == same_words(second.text.title) != "":
        faults.note(second.place.file, second.place.line("title"), Code.NOT_TRANSLATED, field="title")


def _shown(name: str, value: object) -> str:
    words = ", ".join(sorted(value)) if isinstance(value, tuple) else str(value or "-")
    return f"{name} {words or '-'}"


def _objectives(first: SectionFile, second: SectionFile, faults: Faults) -> None:
    for number, (there, here) in enumerate(zip_longest(first.text.objectives, second.text.objectives)):
        line = second.place.line("objectives", number)
        if there is None or here is None or (there.id, there.level) != (here.id, here.level):
            said = [f"objective {one.id} {one.level}" if one else "-" for one in (there, here)]
            _differ(second, line, faults, there=said[0], here=said[1])
        elif same_words(there.text) == same_words(here.text) != "":
            faults.note(second.place.file, line, Code.NOT_TRANSLATED, field=f"objective {here.id}")


def _blocks(first: SectionFile, second: SectionFile, faults: Faults) -> None:
    """Only the first difference: every one after it would follow from it."""
    pairs = zip_longest(first.body.blocks, second.body.blocks)
    for number, (there, here) in enumerate(pairs):
        if _shape(there) != _shape(here):
            lines = second.body.lines
            line = lines[min(number, len(lines) - 1)] if lines else 1
            _differ(second, line, faults, there=_shape(there), here=_shape(here))
            return


def _shape(block: Block | None) -> str:
    match block:
        case None:
            return "-"
        case SelfCheck(item):
            return f"check {item}"
        case Figure(name=name):
            return f"figure {name}"
        case Callout(kind=kind, html=html):
            return f"{kind}{_tables(html)}"
        case _:
            headings = block.html.count("<h3") + block.html.count("<h4")
            return f"text, {headings} headings{_tables(block.html)}"


def _tables(html: str) -> str:
    return f", {html.count('<table')} tables, {html.count('<tr')} rows" if "<table" in html else ""

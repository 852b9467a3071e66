"""Sections: one file per language, read apart, held against each other, joined to one value."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from exams.content.blocks import Body
from exams.content.catalogue import SECTION, CourseFile
from exams.content.course import Figure, Section, SelfCheck, Text
from exams.content.faults import Code, Faults
from exams.content.figures import Drawing
from exams.content.files import names_in
from exams.content.pairing import compare
from exams.content.section_file import SectionFile, read_section_file
from exams.items.item import LANGUAGES

_FILE = re.compile(rf"course/(?:zh|en)/(\d+)/({SECTION.pattern})\.md")


@dataclass(frozen=True, slots=True)
class WrittenSection:
    """A section with what is kept beside it: its files and the facts a compliance reader has to look at."""

    section: Section
    files: Mapping[str, SectionFile]
    compliance_review: tuple[str, ...]


def read_sections(
    folder: Path, course: CourseFile, figures: Mapping[str, Drawing], faults: Faults
) -> dict[str, WrittenSection]:
    """Every section the course lists, in its order; files nobody lists are noted."""
    _note_unlisted(folder, course, faults)
    written = {}
    for section, chapter in course.sections.items():
        files = {}
        for language in LANGUAGES:
            name = f"course/{language}/{chapter}/{section}.md"
            one = read_section_file(folder, name, language, figures, faults)
            if one is not None:
                files[language] = one
        if len(files) == len(LANGUAGES):
            written[section] = _join(section, chapter, files, faults)
    return written


def _note_unlisted(folder: Path, course: CourseFile, faults: Faults) -> None:
    for language in LANGUAGES:
        for name in names_in(folder, f"course/{language}", ".md"):
            found = _FILE.fullmatch(name)
            if found is None:
                faults.note(name, 1, Code.FILE_NAME)
            elif str(course.sections.get(found.group(2))) != found.group(1):
                faults.note(name, 1, Code.SECTION_UNLISTED, section=found.group(2))


def _join(section: str, chapter: int, files: dict[str, SectionFile], faults: Faults) -> WrittenSection:
    first = files[LANGUAGES[0]]
    for one in files.values():
        if one.id and one.id != section:
            faults.note(one.place.file, one.place.line("id"), Code.ID_FORM, field="id", value=one.id, form=section)
    compare(files, faults)
    if not _has_table_or_figure(first.body):
        faults.note(first.place.file, 1, Code.SECTION_PLAIN, section=section)
    value = Section(
        id=section,
        chapter=chapter,
        minutes=first.minutes,
        texts={language: one.text for language, one in files.items()},
        facts=first.facts,
        checks=tuple(dict.fromkeys(block.item for block in first.body.blocks if isinstance(block, SelfCheck))),
        review_date=first.review_date,
    )
    return WrittenSection(value, files, first.compliance_review)


def _has_table_or_figure(body: Body) -> bool:
    return any(
        isinstance(block, Figure) or (isinstance(block, Text) and "<table" in block.html) for block in body.blocks
    )

"""The small files around the sections: the course itself, the index of facts, the topics."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from exams.content.course import Chapter
from exams.content.faults import Code, Faults
from exams.content.fields import Fields, Once, read_toml
from exams.content.files import read_source
from exams.content.markdown import FACT
from exams.items.item import LANGUAGES

SECTION = re.compile(r"[1-9]\d?\.[1-9]\d?")

_CODE = re.compile(r"[A-Z0-9-]{2,16}")
_VERSION = re.compile(r"[0-9A-Za-z.-]{1,16}")
_TOPIC = re.compile(r"\d+\.\d+\.\d+|\d+\.\d+|\d+")
_FACT_WORDS = re.compile(r"(V[123])(?:/V[123])? ([HML])((?: (?:review|compliance))*)")


@dataclass(frozen=True, slots=True)
class FactNote:
    """How well a fact of the index is known: V1 to V3, confidence H M L, and who has to look at it again."""

    id: str
    code: str
    confidence: str
    review: bool = False
    compliance: bool = False

    @property
    def may_be_tested(self) -> bool:
        """Whether an item's key may rest on it: not on practice of middling confidence, nor on hearsay."""
        return self.confidence == "H" or self.code == "V1" or (self.code == "V2" and self.confidence == "M")


@dataclass(frozen=True, slots=True)
class Topic:
    """A leaf topic the course has to cover and the sections that do."""

    id: str
    titles: Mapping[str, str]
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CourseFile:
    """What course.toml says; minutes come from the sections."""

    code: str = ""
    version: str = ""
    titles: Mapping[str, str] | None = None
    chapters: tuple[Chapter, ...] = ()

    @property
    def sections(self) -> dict[str, int]:
        """Every section id with its chapter's number, in order."""
        return {section: chapter.number for chapter in self.chapters for section in chapter.sections}


def read_course_file(folder: Path, faults: Faults) -> CourseFile:
    """Read course.toml."""
    fields = _fields(folder, "course/course.toml", faults)
    if fields is None:
        return CourseFile()
    chapters_seen, sections_seen = Once(faults), Once(faults)
    chapters = []
    for one in fields.tables("chapters"):
        number = one.integer("number", 1, 99)
        chapters_seen.take(str(number), one.place.file, one.place.line("number"), Code.CHAPTER_TWICE)
        titles = one.in_languages("titles")
        chapters.append(Chapter(number, titles, _chapter_sections(one, number, sections_seen)))
        one.close()
    code = fields.matching("code", _CODE, "CSC-BASIC")
    version = fields.matching("version", _VERSION, "2026.1")
    titles = fields.in_languages("titles")
    fields.close()
    return CourseFile(code, version, titles, tuple(chapters))


def _chapter_sections(one: Fields, number: int, seen: Once) -> tuple[str, ...]:
    sections = one.texts("sections")
    for section in sections:
        if not SECTION.fullmatch(section) or section.partition(".")[0] != str(number):
            one.note("sections", Code.SECTION_CHAPTER, section=section, chapter=number)
        seen.take(section, one.place.file, one.place.line("sections"))
    return sections


def read_facts(folder: Path, faults: Faults) -> dict[str, FactNote]:
    """Read facts.toml: which fact ids exist and how sure they are."""
    fields = _fields(folder, "course/facts.toml", faults)
    if fields is None:
        return {}
    table = fields.table("facts")
    facts = {}
    for name in table.names():
        words = _FACT_WORDS.fullmatch(table.text(name))
        if not FACT.fullmatch(name) or words is None:
            table.note(name, Code.FACT_FORM, fact=name)
            continue
        notes = words.group(3).split()
        facts[name] = FactNote(name, words.group(1), words.group(2), "review" in notes, "compliance" in notes)
    fields.close()
    return facts


def read_topics(folder: Path, course: CourseFile, faults: Faults) -> tuple[Topic, ...]:
    """Read topics.toml; a topic may name sections of chapters that are not written yet."""
    fields = _fields(folder, "course/topics.toml", faults)
    if fields is None:
        return ()
    seen = Once(faults)
    chapters = {str(chapter.number) for chapter in course.chapters}
    topics = []
    for one in fields.tables("topic"):
        topic = one.matching("id", _TOPIC, "1.1.1")
        seen.take(topic, one.place.file, one.place.line("id"))
        sections = one.texts("sections")
        for section in sections:
            chapter = section.partition(".")[0]
            if not SECTION.fullmatch(section) or (chapter in chapters and section not in course.sections):
                one.note("sections", Code.SECTION_UNKNOWN, section=section)
        topics.append(Topic(topic, {language: one.text(f"title_{language}") for language in LANGUAGES}, sections))
        one.close()
    fields.close()
    return tuple(topics)


def _fields(folder: Path, name: str, faults: Faults) -> Fields | None:
    source = read_source(folder, name, faults)
    return read_toml(source, faults) if source else None

"""The three parts a course is published as: what anybody may read, what an exam asks, what is right in it.

Practice items, their keys and the simulated calls stand in the course part: they teach. Same sources, same bytes.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from exams.content.catalogue import FactNote, Topic
from exams.content.course import Block, Callout, Chapter, Figure, SectionText, SelfCheck, Term
from exams.content.part_shape import SHAPE
from exams.content.sections import WrittenSection
from exams.content.sources import Sources
from exams.content.written_item import WrittenItem
from exams.items.item import AnswerKey, Item, Template, Use
from exams.items.response import response_json
from exams.papers.blueprint import Blueprint
from exams.scenarios.record import scenario_record
from exams.trust.strict_json import Json, write_json


@dataclass(frozen=True, slots=True)
class Parts:
    """Exact bytes of the parts. Exam items and exam keys are parts of their own, so that each can be sealed apart."""

    course: bytes
    items: bytes
    keys: bytes

    def files(self) -> dict[str, bytes]:
        """The parts by file name."""
        return {"course.json": self.course, "items.json": self.items, "keys.json": self.keys}

    def hashes(self) -> dict[str, str]:
        """The SHA-256 of each part by file name."""
        return {name: hashlib.sha256(raw).hexdigest() for name, raw in self.files().items()}

    def sha256(self) -> str:
        """One hash over all parts: of the lines that `sha256sum course.json items.json keys.json` prints."""
        lines = (f"{digest}  {name}\n" for name, digest in self.hashes().items())
        return hashlib.sha256("".join(lines).encode()).hexdigest()


def read_parts(folder: Path) -> Parts:
    """The parts as `academy course build --parts` wrote them; raises `OSError`."""
    return Parts(*((folder / name).read_bytes() for name in ("course.json", "items.json", "keys.json")))


def make_parts(sources: Sources) -> Parts:
    """The parts of sources without faults."""
    items = sorted_items(sources)
    exam, practice = ([one for one in items if one.item.use is use] for use in (Use.EXAM, Use.PRACTICE))
    course = {**_course(sources), "items": _items(practice), "keys": _keys(practice)}
    return Parts(
        write_json(course),
        write_json(
            {"part": "items", "shape": SHAPE, "items": [{**item_record(one.item), "form": one.form} for one in exam]}
        ),
        write_json({"part": "keys", "shape": SHAPE, "keys": _keys(exam)}),
    )


def sorted_items(sources: Sources) -> list[WrittenItem]:
    """The items in the order of the course: 1.10 after 1.9, p10 after p9."""
    places = {section: place for place, section in enumerate(sources.course.sections)}

    def key(one: WrittenItem) -> tuple[str, int, str, int]:
        _, _, number = one.item.id.rpartition("-")
        return one.item.use.value, places[one.item.section], number[:1], int(number[1:] or 0)

    return sorted(sources.items, key=key)


def _course(sources: Sources) -> dict[str, Json]:
    course = sources.course
    return {
        "part": "course",
        "shape": SHAPE,
        "code": course.code,
        "version": course.version,
        "titles": _texts(course.titles or {}),
        "chapters": [_chapter(one) for one in course.chapters],
        "sections": [_section(one) for one in sources.sections.values()],
        "terms": [_term(one) for one in sources.terms],
        "facts": [_fact(one) for one in sorted(sources.facts.values(), key=lambda fact: fact.id)],
        "topics": [_topic(one) for one in sources.topics],
        "blueprints": [blueprint_record(one.blueprint) for one in sources.blueprints],
        "scenarios": [scenario_record(one.scenario) for one in sources.scenarios],
    }


def _texts(texts: Mapping[str, str]) -> Json:
    return dict(texts)


def _chapter(chapter: Chapter) -> Json:
    return {"number": chapter.number, "titles": _texts(chapter.titles), "sections": list(chapter.sections)}


def _section(written: WrittenSection) -> Json:
    section = written.section
    return {
        "id": section.id,
        "chapter": section.chapter,
        "minutes": section.minutes,
        "facts": list(section.facts),
        "compliance_review": list(written.compliance_review),
        "checks": list(section.checks),
        "review_date": section.review_date.isoformat() if section.review_date else "",
        "texts": {language: _section_text(text) for language, text in section.texts.items()},
    }


def _section_text(text: SectionText) -> Json:
    objectives: list[Json] = [{"id": one.id, "level": one.level, "text": one.text} for one in text.objectives]
    return {"title": text.title, "objectives": objectives, "blocks": [_block(block) for block in text.blocks]}


def _block(block: Block) -> Json:
    match block:
        case SelfCheck(item):
            return {"block": "check", "item": item}
        case Figure(name, svg, caption, description):
            return {"block": "figure", "name": name, "svg": svg, "caption": caption, "description": description}
        case Callout(kind, title, html):
            return {"block": "callout", "kind": kind, "title": title, "html": html}
        case _:
            return {"block": "text", "html": block.html}


def _term(term: Term) -> Json:
    return {"id": term.id, "names": _texts(term.names), "meanings": _texts(term.meanings)}


def _fact(fact: FactNote) -> Json:
    return {
        "id": fact.id,
        "code": fact.code,
        "confidence": fact.confidence,
        "review": fact.review,
        "compliance": fact.compliance,
    }


def _topic(topic: Topic) -> Json:
    return {"id": topic.id, "titles": _texts(topic.titles), "sections": list(topic.sections)}


def blueprint_record(blueprint: Blueprint) -> dict[str, Json]:
    """A blueprint as the course part carries it."""
    rules, marking = blueprint.retakes, blueprint.marking
    return {
        "name": blueprint.name,
        "use": blueprint.use.value,
        "minutes": blueprint.minutes,
        "pass_percent": blueprint.pass_percent,
        "points": {kind.value: points for kind, points in blueprint.points.items()},
        "cells": [
            {"chapter": chapter, "type": kind.value, "items": count}
            for (chapter, kind), count in blueprint.cells.items()
        ],
        "levels": [
            {"chapter": chapter, "level": level.value, "items": count}
            for (chapter, level), count in blueprint.levels.items()
        ],
        "feedback": blueprint.feedback.value,
        "red_line": {"items": blueprint.red_line.items, "needed": blueprint.red_line.needed},
        "retakes": {
            "tries": rules.tries,
            "days": rules.days,
            "hours_between": rules.hours_between,
            "seen_percent": rules.seen_percent,
            "weak_percent": rules.weak_percent,
            "coach_talk": rules.coach_talk,
            "renew_days": rules.renew_days,
        },
        "marking": {
            "negative": marking.negative,
            "floor": marking.floor,
            "chapter_pass": {str(chapter): percent for chapter, percent in marking.chapter_pass.items()},
        },
        "titles": _texts(blueprint.titles or {}),
        **({} if blueprint.lockdown else {"lockdown": False}),
        **({} if blueprint.gated else {"gated": False}),
        **_timed(blueprint),
        **_trial(blueprint),
    }


def _timed(blueprint: Blueprint) -> dict[str, Json]:
    """The limits inside the paper, where it has any."""
    parts: list[Json] = [{"chapters": list(one.chapters), "minutes": one.minutes} for one in blueprint.parts]
    seconds = blueprint.question_seconds
    return {**({"parts": parts} if parts else {}), **({"question_seconds": seconds} if seconds else {})}


def _trial(blueprint: Blueprint) -> dict[str, Json]:
    """How many trial items a paper has, where it has any."""
    trial = blueprint.trial
    if not trial.count:
        return {}
    chapters: dict[str, Json] = {str(chapter): count for chapter, count in trial.chapters.items()}
    return {"trial": {"count": trial.count, **({"chapters": chapters} if chapters else {})}}


def _items(written: Iterable[WrittenItem]) -> list[Json]:
    return [item_record(one.item) for one in written]


def _keys(written: Iterable[WrittenItem]) -> Json:
    return [key_record(one.key) for one in written]


def item_record(item: Item) -> dict[str, Json]:
    """An item as a part carries it, its form left out."""
    return {
        "id": item.id,
        "version": item.version,
        "use": item.use.value,
        "type": item.type.value,
        "chapter": item.chapter,
        "section": item.section,
        "objective": item.objective,
        "facts": list(item.facts),
        "level": item.level.value,
        "difficulty": item.difficulty.value,
        "red_line": item.red_line,
        "enemies": list(item.enemies),
        "review_date": item.review_date.isoformat() if item.review_date else "",
        "clause_date": item.clause_date.isoformat() if item.clause_date else "",
        "shuffle": item.shuffle,
        "template": _template(item.template),
        "wordings": {
            language: {"stem": one.stem, "options": [[letter, text] for letter, text in one.options]}
            for language, one in item.wordings.items()
        },
        **({"trial": True} if item.trial else {}),
    }


def _template(template: Template | None) -> Json:
    if template is None:
        return None
    ranges: Json = {name: list(limits) for name, limits in template.ranges.items()}
    return {"generator": template.generator, "ranges": ranges, "unit": template.unit}


def key_record(key: AnswerKey) -> dict[str, Json]:
    """A key as a part carries it."""
    correct = response_json(key.correct)
    if not isinstance(correct, str | bool | list | dict):
        raise TypeError(type(correct))
    return {
        "item": key.item,
        "version": key.version,
        "correct": correct,
        "tolerance": key.tolerance,
        "explanations": {
            language: {"text": one.text, "options": _texts(one.options), "mistakes": _texts(one.mistakes)}
            for language, one in key.explanations.items()
        },
    }

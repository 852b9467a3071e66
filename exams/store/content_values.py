"""From rows of the content database to the values they hold."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from exams.content.course import Block, Callout, Chapter, Figure, Objective, SectionText, SelfCheck, Term, Text
from exams.items.item import (
    AnswerKey,
    BestWorst,
    Difficulty,
    Explanation,
    Item,
    ItemType,
    Level,
    Response,
    Template,
    Use,
    Wording,
)
from exams.papers.blueprint import Blueprint, Feedback, Marking, RedLineGate, Retakes, TimedPart, TrialItems
from exams.scenarios.record import read_scenario
from exams.scenarios.scenario import Scenario
from exams.store.content_file import Row

RED_LINE, TRIAL = 1, 2
"""What the column `red_line` adds up: whether the item is one, and whether it is on trial."""


def load(text: object) -> Any:
    """A JSON column."""
    return json.loads(str(text))


def names(text: object) -> tuple[str, ...]:
    """A JSON column that lists names."""
    return tuple(str(one) for one in load(text))


def day(text: object) -> date | None:
    """A date column, None where it is empty."""
    return date.fromisoformat(str(text)) if text else None


def section_text(row: Row) -> SectionText:
    """From title, objectives, blocks."""
    title, objectives, blocks = row
    return SectionText(
        str(title),
        tuple(Objective(one["id"], one["level"], one["text"]) for one in load(objectives)),
        tuple(_block(one) for one in load(blocks)),
    )


def _block(record: Mapping[str, str]) -> Block:
    match record["block"]:
        case "check":
            return SelfCheck(record["item"])
        case "figure":
            return Figure(record["name"], record["svg"], record["caption"], record["description"])
        case "callout":
            return Callout(record["kind"], record["title"], record["html"])
        case _:
            return Text(record["html"])


def chapter(row: Row) -> Chapter:
    """From number, titles, sections."""
    number, titles, sections = row
    return Chapter(int(str(number)), load(titles), names(sections))


def term(row: Row) -> Term:
    """From id, names, meanings."""
    name, words, meanings = row
    return Term(str(name), load(words), load(meanings))


def item(row: Row, words: Iterable[Row]) -> Item:
    """From a row of `items` in column order and its (lang, stem, options)."""
    (name, version, use, kind, in_chapter, section, objective, level, difficulty, red_line, shuffle, *rest) = row
    review_date, clause_date, facts, enemies, template = rest
    marks = int(str(red_line))
    return Item(
        id=str(name),
        version=int(str(version)),
        use=Use(str(use)),
        type=ItemType(str(kind)),
        chapter=int(str(in_chapter)),
        section=str(section),
        objective=str(objective),
        facts=names(facts),
        level=Level(str(level)),
        difficulty=Difficulty(str(difficulty)),
        wordings={str(lang): _wording(stem, options) for lang, stem, options in words},
        red_line=bool(marks & RED_LINE),
        enemies=names(enemies),
        review_date=day(review_date),
        clause_date=day(clause_date),
        shuffle=bool(shuffle),
        template=_template(load(template)),
        trial=bool(marks & TRIAL),
    )


def _wording(stem: object, options: object) -> Wording:
    return Wording(str(stem), tuple((letter, text) for letter, text in load(options)))


def _template(record: Mapping[str, Any] | None) -> Template | None:
    if record is None:
        return None
    ranges = {name: (low, high, step) for name, (low, high, step) in record["ranges"].items()}
    return Template(record["generator"], ranges, record["unit"])


def key(row: Row, words: Iterable[Row]) -> AnswerKey:
    """From item, version, correct, tolerance and its (lang, explanation, options, mistakes)."""
    name, version, correct, tolerance = row
    explanations = {
        str(lang): Explanation(str(text), load(options), load(mistakes)) for lang, text, options, mistakes in words
    }
    return AnswerKey(str(name), int(str(version)), _correct(load(correct)), explanations, str(tolerance))


def key_of(record: Mapping[str, Any]) -> AnswerKey:
    """From the record of a published part, with no detour over the text of columns."""
    explanations = {
        lang: Explanation(str(words["text"]), words["options"], words["mistakes"])
        for lang, words in sorted(record["explanations"].items(), reverse=True)
    }
    name, version, tolerance = str(record["item"]), int(record["version"]), str(record["tolerance"])
    return AnswerKey(name, version, _correct(record["correct"]), explanations, tolerance)


def _correct(value: Any) -> Response:
    match value:
        case {"best": best, "worst": worst}:
            return BestWorst(best, worst)
        case list():
            return tuple(value)
        case bool() | str():
            return value
        case _:
            raise ValueError(value)


def scenario(text: object) -> Scenario:
    """From the record of a simulated call."""
    return read_scenario(load(text))


def blueprint(text: object) -> Blueprint:
    """From the record of a blueprint."""
    return blueprint_from(load(text))


def blueprint_from(record: Mapping[str, Any]) -> Blueprint:
    """From the record as a part carries it; raises `KeyError`, `TypeError`, `ValueError`."""
    return Blueprint(
        name=record["name"],
        use=Use(record["use"]),
        minutes=record["minutes"],
        pass_percent=record["pass_percent"],
        points={ItemType(kind): points for kind, points in record["points"].items()},
        cells={(one["chapter"], ItemType(one["type"])): one["items"] for one in record["cells"]},
        levels={(one["chapter"], Level(one["level"])): one["items"] for one in record["levels"]},
        feedback=Feedback(record["feedback"]),
        red_line=RedLineGate(**record["red_line"]),
        retakes=Retakes(**record["retakes"]),
        titles=record["titles"],
        marking=_marking(record["marking"]),
        lockdown=record.get("lockdown", True),
        gated=record.get("gated", True),
        parts=tuple(TimedPart(tuple(one["chapters"]), one["minutes"]) for one in record.get("parts", ())),
        question_seconds=record.get("question_seconds", 0),
        trial=_trial(record.get("trial", {})),
    )


def _trial(record: Mapping[str, Any]) -> TrialItems:
    chapters = {int(chapter): count for chapter, count in record.get("chapters", {}).items()}
    return TrialItems(record.get("count", 0), chapters)


def _marking(record: Mapping[str, Any]) -> Marking:
    passes = {int(chapter): percent for chapter, percent in record["chapter_pass"].items()}
    return Marking(record["negative"], record["floor"], passes)

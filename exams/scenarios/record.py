"""A scenario as the published course holds it, and back again."""

from collections.abc import Iterable, Mapping
from typing import Any

from exams.items.item import Difficulty
from exams.scenarios.scenario import (
    Age,
    Caller,
    Choice,
    Criterion,
    Hidden,
    Move,
    Node,
    NoteField,
    Phrase,
    Scenario,
    Shelf,
    Texts,
)
from exams.trust.strict_json import Json


def scenario_record(scenario: Scenario) -> dict[str, Json]:
    """The record of a scenario: plain values in lists and objects."""
    caller = scenario.caller
    return {
        "id": scenario.id,
        "version": scenario.version,
        "shelf": scenario.shelf.value,
        "titles": _texts(scenario.titles),
        "situation": _texts(scenario.situation),
        "sections": list(scenario.sections),
        "objectives": list(scenario.objectives),
        "facts": list(scenario.facts),
        "difficulty": scenario.difficulty.value,
        "caller": {"names": _texts(caller.names), "age": caller.age.value, "mood": caller.mood},
        "target_seconds": scenario.target_seconds,
        "pass_mark": scenario.pass_mark,
        "rubric": _points(scenario.rubric),
        "red_line": _texts(scenario.red_line),
        "hang_up": _texts(scenario.hang_up),
        "hidden": [{"id": one.id, "texts": _texts(one.texts)} for one in scenario.hidden],
        "phrases": [_phrase(one) for one in scenario.phrases],
        "note": [_field(one) for one in scenario.note],
        "nodes": [_node(one) for one in scenario.nodes],
    }


def read_scenario(record: Mapping[str, Any]) -> Scenario:
    """The scenario of a record; raises `KeyError`, `TypeError` or `ValueError` where it is none."""
    caller = record["caller"]
    return Scenario(
        id=record["id"],
        version=record["version"],
        shelf=Shelf(record["shelf"]),
        titles=record["titles"],
        situation=record["situation"],
        sections=tuple(record["sections"]),
        objectives=tuple(record["objectives"]),
        facts=tuple(record["facts"]),
        difficulty=Difficulty(record["difficulty"]),
        caller=Caller(caller["names"], Age(caller["age"]), caller["mood"]),
        target_seconds=record["target_seconds"],
        pass_mark=record["pass_mark"],
        rubric=_read_points(record["rubric"]),
        red_line=record["red_line"],
        hang_up=record["hang_up"],
        hidden=tuple(Hidden(one["id"], one["texts"]) for one in record["hidden"]),
        phrases=tuple(_read_phrase(one) for one in record["phrases"]),
        note=tuple(_read_field(one) for one in record["note"]),
        nodes=tuple(_read_node(one) for one in record["nodes"]),
    )


def _texts(texts: Texts) -> Json:
    return dict(texts)


def _points(points: Mapping[Criterion, int]) -> Json:
    return {criterion.value: count for criterion, count in points.items()}


def _read_points(record: Mapping[str, int]) -> dict[Criterion, int]:
    return {criterion: record[criterion.value] for criterion in Criterion if criterion.value in record}


def _phrase(phrase: Phrase) -> Json:
    return {
        "id": phrase.id,
        "texts": _texts(phrase.texts),
        "criterion": phrase.criterion.value,
        "points": phrase.points,
        "within": phrase.within,
    }


def _read_phrase(record: Mapping[str, Any]) -> Phrase:
    criterion = Criterion(record["criterion"])
    return Phrase(record["id"], record["texts"], criterion, record["points"], record["within"])


def _field(field: NoteField) -> Json:
    return {
        "id": field.id,
        "labels": _texts(field.labels),
        "options": [[name, _texts(texts)] for name, texts in field.options.items()],
        "right": field.right,
        "points": field.points,
    }


def _read_field(record: Mapping[str, Any]) -> NoteField:
    options: Iterable[tuple[str, Texts]] = record["options"]
    return NoteField(record["id"], record["labels"], dict(options), record["right"], record["points"])


def _node(node: Node) -> Json:
    return {
        "id": node.id,
        "texts": _texts(node.texts),
        "seconds": node.seconds,
        "mood": node.mood,
        "choices": [_choice(one) for one in node.choices],
    }


def _read_node(record: Mapping[str, Any]) -> Node:
    choices = tuple(_read_choice(one) for one in record["choices"])
    return Node(record["id"], record["texts"], record["seconds"], record["mood"], choices)


def _choice(choice: Choice) -> Json:
    return {
        "id": choice.id,
        "texts": _texts(choice.texts),
        "move": choice.move.value,
        "to": choice.to,
        "mood": choice.mood,
        "points": _points(choice.points),
        "discovers": list(choice.discovers),
        "says": list(choice.says),
        "red_line": choice.red_line,
        "reaction": _texts(choice.reaction),
        "feedback": _texts(choice.feedback),
    }


def _read_choice(record: Mapping[str, Any]) -> Choice:
    return Choice(
        id=record["id"],
        texts=record["texts"],
        move=Move(record["move"]),
        to=record["to"],
        mood=record["mood"],
        points=_read_points(record["points"]),
        discovers=tuple(record["discovers"]),
        says=tuple(record["says"]),
        red_line=record["red_line"],
        reaction=record["reaction"],
        feedback=record["feedback"],
    )

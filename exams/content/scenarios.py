"""Simulated calls: every file of scenarios/, read as far as one file tells; what its plays reach is checked apart."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from exams.content.faults import Code, Faults
from exams.content.fields import Fields, Once, Place, read_toml
from exams.content.files import names_in, read_source
from exams.items.item import LANGUAGES, Difficulty
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

_FILE = re.compile(r"scenarios/(s[0-9]{2})\.toml")
_ID = re.compile(r"s[0-9]{2}")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_MOST_POINTS = 40
_WHOLE = 100
_LONGEST_CALL = 1800


@dataclass(frozen=True, slots=True)
class WrittenScenario:
    """A scenario and where it stands; `sound`: its file had no fault of its own."""

    scenario: Scenario
    place: Place
    sound: bool

    def node_line(self, node: str) -> int:
        """The line on which a node's id stands."""
        number = [one.id for one in self.scenario.nodes].index(node)
        return self.place.line("node", number, "id")

    def choice_line(self, node: str, choice: str, key: str = "id") -> int:
        """The line of a field of a reply."""
        number = [one.id for one in self.scenario.nodes].index(node)
        at = [one.id for one in self.scenario.nodes[number].choices].index(choice)
        return self.place.line("node", number, "choice", at, key)


def read_scenarios(folder: Path, faults: Faults) -> tuple[WrittenScenario, ...]:
    """Read every file under scenarios/, in the order of their names; none need be there."""
    written = []
    for name in names_in(folder, "scenarios", ".toml"):
        found = _FILE.fullmatch(name)
        if found is None:
            faults.note(name, 1, Code.FILE_NAME)
            continue
        source = read_source(folder, name, faults)
        before = len(faults)
        fields = read_toml(source, faults) if source else None
        if fields is not None:
            scenario = _read(fields, found.group(1))
            written.append(WrittenScenario(scenario, fields.place, len(faults) == before))
    return tuple(written)


def _read(fields: Fields, stem: str) -> Scenario:
    name = fields.matching("id", _ID, stem)
    if name and name != stem:
        fields.note("id", Code.ID_FORM, field="id", value=name, form=stem)
    hidden, phrases, note, nodes, choices = (Once(fields.faults) for _ in range(5))
    scenario = Scenario(
        id=name,
        version=fields.integer("version", 1, 9999),
        shelf=fields.choice("shelf", Shelf),
        titles=fields.in_languages("titles"),
        situation=fields.in_languages("situation"),
        sections=fields.texts("sections"),
        objectives=fields.texts("objectives"),
        facts=fields.texts("facts"),
        difficulty=fields.choice("difficulty", Difficulty),
        caller=_caller(fields.table("caller")),
        target_seconds=fields.integer("target_seconds", 60, _LONGEST_CALL),
        pass_mark=fields.integer("pass_mark", 60, 90),
        rubric=_points(fields, "rubric", _WHOLE, needed=True),
        red_line=fields.in_languages("red_line"),
        hang_up=fields.in_languages("hang_up"),
        hidden=tuple(_hidden(one, hidden) for one in fields.tables("hidden")),
        phrases=tuple(_phrase(one, phrases) for one in fields.tables("phrase")),
        note=tuple(_field(one, note) for one in fields.tables("note")),
        nodes=tuple(_node(one, nodes, choices) for one in fields.tables("node")),
    )
    fields.close()
    return scenario


def _caller(fields: Fields) -> Caller:
    caller = Caller(fields.in_languages("names"), fields.choice("age", Age), fields.integer("mood", 0, 4))
    fields.close()
    return caller


def _hidden(fields: Fields, once: Once) -> Hidden:
    hidden = Hidden(_name(fields, once), _texts(fields))
    fields.close()
    return hidden


def _phrase(fields: Fields, once: Once) -> Phrase:
    phrase = Phrase(
        id=_name(fields, once),
        texts=_texts(fields),
        criterion=fields.choice("criterion", Criterion),
        points=fields.integer("points", 1, _MOST_POINTS),
        within=fields.integer("within", 0, _LONGEST_CALL, needed=False),
    )
    fields.close()
    return phrase


def _field(fields: Fields, once: Once) -> NoteField:
    name = _name(fields, once)
    labels = fields.in_languages("labels")
    own = Once(fields.faults)
    options = dict(_option(one, own) for one in fields.tables("option"))
    right = fields.text("right")
    if right and right not in options:
        fields.note("right", Code.FIELD_VALUE, field="right", value=right, allowed=", ".join(options))
    field = NoteField(name, labels, options, right, fields.integer("points", 1, _MOST_POINTS))
    fields.close()
    return field


def _option(fields: Fields, once: Once) -> tuple[str, Texts]:
    option = _name(fields, once), _texts(fields)
    fields.close()
    return option


def _node(fields: Fields, once: Once, replies: Once) -> Node:
    name = _name(fields, once)
    ends = fields.flag("end", default=False)
    choices = tuple(_choice(one, replies) for one in fields.tables("choice", needed=False))
    if ends == bool(choices):
        fields.note("id", Code.SCENARIO_END, node=name)
    seconds = fields.integer("seconds", 0 if ends else 1, 300, needed=not ends)
    node = Node(name, _texts(fields), seconds, _mood(fields), choices)
    fields.close()
    return node


def _choice(fields: Fields, once: Once) -> Choice:
    move = fields.choice("move", Move)
    choice = Choice(
        id=_name(fields, once),
        texts=_texts(fields),
        move=move,
        to=fields.text("to"),
        mood=_mood(fields),
        points=_points(fields, "points", _MOST_POINTS, needed=False),
        discovers=fields.texts("discovers", needed=False),
        says=fields.texts("says", needed=False),
        red_line=fields.flag("red_line", default=False),
        reaction=_texts(fields, "reaction_", needed=False),
        feedback=_texts(fields, "feedback_", needed=move is not Move.BEST),
    )
    fields.close()
    return choice


def _mood(fields: Fields) -> int:
    return fields.integer("mood", -4, 4) if fields.has("mood") else 0


def _name(fields: Fields, once: Once) -> str:
    name = fields.matching("id", _NAME, "open-1")
    if name:
        once.take(name, fields.place.file, fields.place.line("id"))
    return name


def _texts(fields: Fields, before: str = "", *, needed: bool = True) -> Texts:
    """One text per language; where they may be missing, both or none."""
    keys = {language: f"{before}{language}" for language in LANGUAGES}
    wanted = needed or any(fields.has(key) for key in keys.values())
    texts = {language: fields.text(key) for language, key in keys.items()} if wanted else {}
    fields.translated(keys["en"], texts)
    return texts


def _points(fields: Fields, key: str, most: int, *, needed: bool) -> Mapping[Criterion, int]:
    table = fields.table(key, needed=needed)
    points = {one: table.integer(one.value, 1, most) for one in Criterion if table.has(one.value)}
    table.close()
    return points

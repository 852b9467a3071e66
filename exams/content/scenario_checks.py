"""What makes a simulated call playable: references, the graph, the moves, the balance, and what its plays reach."""

from collections.abc import Iterable, Mapping

from exams.content.catalogue import CourseFile, FactNote
from exams.content.faults import Code, Faults
from exams.content.forbidden import Forbidden
from exams.content.scenario_balance import check_balance
from exams.content.scenario_plays import check_plays
from exams.content.scenarios import WrittenScenario
from exams.content.sections import WrittenSection
from exams.scenarios.measure import circle, reachable
from exams.scenarios.scenario import Choice, Move, Node

_NODES = (5, 24)
_CHOICES = (3, 4)
_RUBRIC = 100


def check_scenarios(
    course: CourseFile,
    sections: Mapping[str, WrittenSection],
    facts: Mapping[str, FactNote],
    scenarios: Iterable[WrittenScenario],
    forbidden: Forbidden,
    faults: Faults,
    /,
) -> None:
    """Note what is wrong with each call; plays and balance are judged only where the graph is whole."""
    for written in scenarios:
        check = _Check(written, faults)
        check.references(course, sections, facts)
        before = len(faults)
        check.graph()
        check.moves(forbidden)
        if written.sound and len(faults) == before:
            check_balance(written, faults)
            check_plays(written, faults)


class _Check:
    """One call and where its faults go."""

    def __init__(self, written: WrittenScenario, faults: Faults) -> None:
        self._written = written
        self._scenario = written.scenario
        self._faults = faults

    def _note(self, line: int, code: Code, **facts: object) -> None:
        self._faults.note(self._written.place.file, line, code, **facts)

    def references(
        self, course: CourseFile, sections: Mapping[str, WrittenSection], facts: Mapping[str, FactNote]
    ) -> None:
        """Sections, objectives and facts exist; the rubric is of 100 points."""
        scenario, place = self._scenario, self._written.place
        for section in scenario.sections:
            if section not in course.sections:
                self._note(place.line("sections"), Code.SECTION_UNKNOWN, section=section)
        for fact in scenario.facts:
            if fact not in facts:
                self._note(place.line("facts"), Code.FACT_UNKNOWN, fact=fact)
        written = [sections[one].section for one in scenario.sections if one in sections]
        known = {one.id for section in written for text in section.texts.values() for one in text.objectives}
        for objective in scenario.objectives:
            if objective not in known:
                told = ", ".join(sorted(known))
                self._note(place.line("objectives"), Code.OBJECTIVE_UNKNOWN, objective=objective, known=told)
        total = sum(scenario.rubric.values())
        if total != _RUBRIC:
            self._note(place.line("rubric"), Code.SCENARIO_RUBRIC, total=total, wanted=_RUBRIC)

    def graph(self) -> None:
        """Every target exists, every node is come to, every play ends."""
        scenario = self._scenario
        self._count(self._written.place.line("node"), "nodes", len(scenario.nodes), _NODES)
        ids = {node.id for node in scenario.nodes}
        for node, choice in self._choices():
            if choice.to not in ids:
                line = self._written.choice_line(node.id, choice.id, "to")
                self._note(line, Code.SCENARIO_TARGET, reply=choice.id, node=choice.to)
        for node_id in sorted(ids - reachable(scenario)):
            self._note(self._written.node_line(node_id), Code.SCENARIO_UNREACHED, node=node_id)
        if on_circle := circle(scenario):
            line = self._written.node_line(on_circle[0])
            self._note(line, Code.SCENARIO_CIRCLE, nodes=", ".join(on_circle))

    def moves(self, forbidden: Forbidden) -> None:
        """One best reply to each line, worth most; a red line only in a worst one; names of phrases and facts known."""
        for node in self._scenario.nodes:
            if not node.ends:
                self._moves_of(node)
        for node, choice in self._choices():
            self._names(node, choice)
            if choice.red_line and choice.move is not Move.WORST:
                line = self._written.choice_line(node.id, choice.id, "red_line")
                self._note(line, Code.SCENARIO_RED_MOVE, reply=choice.id)
            if choice.mood > 0 and not choice.reaction:
                line = self._written.choice_line(node.id, choice.id, "mood")
                self._note(line, Code.SCENARIO_REACTION, reply=choice.id)
            self._promise(node, choice, forbidden)
        self._used()

    def _moves_of(self, node: Node) -> None:
        line = self._written.node_line(node.id)
        self._count(line, "choices", len(node.choices), _CHOICES)
        best = [choice for choice in node.choices if choice.move is Move.BEST]
        if len(best) != 1:
            self._note(line, Code.SCENARIO_BEST_MOVE, node=node.id, count=len(best))
            return
        most = sum(best[0].points.values())
        for choice in node.choices:
            points = sum(choice.points.values())
            if (points >= most and choice is not best[0]) or (points and choice.move is Move.WORST):
                at = self._written.choice_line(node.id, choice.id, "points")
                self._note(at, Code.SCENARIO_MOVE_POINTS, reply=choice.id, points=points, best=most)

    def _names(self, node: Node, choice: Choice) -> None:
        known = {
            "discovers": {one.id for one in self._scenario.hidden},
            "says": {one.id for one in self._scenario.phrases},
        }
        for key, ids in known.items():
            for name in sorted(set(getattr(choice, key)) - ids):
                line = self._written.choice_line(node.id, choice.id, key)
                self._note(line, Code.SCENARIO_NAME, name=name, known=", ".join(sorted(ids)))

    def _promise(self, node: Node, choice: Choice, forbidden: Forbidden) -> None:
        if choice.move not in {Move.BEST, Move.GOOD}:
            return
        for language, text in choice.texts.items():
            if found := forbidden.promise(text):
                line = self._written.choice_line(node.id, choice.id, language)
                self._note(line, Code.SCENARIO_PROMISE, reply=choice.id, words=found)

    def _used(self) -> None:
        """Every hidden fact comes out by some reply, every phrase can be said."""
        scenario = self._scenario
        discovered = {one for _, choice in self._choices() for one in choice.discovers}
        said = {one for _, choice in self._choices() for one in choice.says}
        for number, hidden in enumerate(scenario.hidden):
            if hidden.id not in discovered:
                self._note(self._written.place.line("hidden", number, "id"), Code.SCENARIO_NEVER, name=hidden.id)
        for number, phrase in enumerate(scenario.phrases):
            if phrase.id not in said:
                self._note(self._written.place.line("phrase", number, "id"), Code.SCENARIO_NEVER, name=phrase.id)

    def _choices(self) -> Iterable[tuple[Node, Choice]]:
        return [(node, choice) for node in self._scenario.nodes for choice in node.choices]

    def _count(self, line: int, what: str, count: int, limits: tuple[int, int]) -> None:
        lowest, highest = limits
        if not lowest <= count <= highest:
            self._note(line, Code.SCENARIO_COUNT, what=what, count=count, allowed=f"{lowest}-{highest}")

"""Plays a simulated call, reply by reply. Whole numbers only; a wrong reply earns nothing and takes nothing away."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from exams.scenarios.errors import CallGoesOn, CallIsOver, ImpossibleTime, NotAReply, NoteMissing, NoteNotOfThisCall
from exams.scenarios.scenario import CALMEST, MOST_UPSET, Choice, Criterion, Node, Scenario, Texts

MOST_LOST_TO_TIME = 5


@dataclass(frozen=True, slots=True)
class Call:
    """A call so far: the node the caller speaks, mood, handling seconds, the ids of replies, phrases, hidden facts."""

    scenario: Scenario
    at: str
    mood: int
    seconds: int
    replies: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    discovered: tuple[str, ...] = ()
    red_lines: tuple[str, ...] = ()
    points: Mapping[Criterion, int] = field(default_factory=dict)
    hung_up: bool = False
    note: Mapping[str, str] | None = None

    @property
    def node(self) -> Node:
        """Where the call stands."""
        return self.scenario.node(self.at)

    @property
    def over(self) -> bool:
        """Whether nothing more can be said: a node without replies, or the caller has hung up."""
        return self.hung_up or self.node.ends

    @property
    def reaction(self) -> Texts:
        """What the caller answers to the last reply before the line of the node; empty where it has no words."""
        taken = _choices(self)
        return taken[-1][1].reaction if taken else {}


@dataclass(frozen=True, slots=True)
class BetterLine:
    """A reply that was not the best one: ids of node, reply and best reply, and what a good line would have been."""

    node: str
    reply: str
    better: str
    feedback: Texts


@dataclass(frozen=True, slots=True)
class Result:
    """Of a call: points per criterion up to its weight, `time_points` from 0 down to -5, ids of what was missed."""

    points: Mapping[Criterion, int]
    time_points: int
    total: int
    red_lines: tuple[str, ...]
    passed: bool
    missed: tuple[str, ...]
    undiscovered: tuple[str, ...]
    wrong_fields: tuple[str, ...]
    better: tuple[BetterLine, ...]

    @property
    def red_line(self) -> bool:
        """A red line was crossed: the call is failed whatever its points."""
        return bool(self.red_lines)


def start_call(scenario: Scenario) -> Call:
    """The caller's first line."""
    first = scenario.nodes[0]
    return Call(scenario, first.id, _within_bounds(scenario.caller.mood + first.mood), first.seconds)


def give_reply(call: Call, choice_id: str) -> Call:
    """Say one of the replies of the node; raises `CallIsOver`, `NotAReply`."""
    if call.over:
        raise CallIsOver
    choice = next((one for one in call.node.choices if one.id == choice_id), None)
    if choice is None:
        raise NotAReply(reply=choice_id)
    scenario, following = call.scenario, call.scenario.node(choice.to)
    mood = max(CALMEST, call.mood + choice.mood) + following.mood
    newly = tuple(one for one in choice.says if one not in call.said and _in_time(call, one))
    return replace(
        call,
        at=following.id,
        mood=_within_bounds(mood),
        seconds=call.seconds + following.seconds,
        replies=(*call.replies, choice.id),
        said=(*call.said, *newly),
        discovered=tuple(dict.fromkeys((*call.discovered, *choice.discovers))),
        red_lines=(*call.red_lines, choice.id) if choice.red_line else call.red_lines,
        points=_added(call.points, choice, scenario, newly),
        hung_up=mood > MOST_UPSET,
    )


def fill_note(call: Call, fields: Mapping[str, str]) -> Call:
    """Write the note after the call, option ids by field id; a field left out is wrong, the last note counts.

    Raises `CallGoesOn`, `NoteNotOfThisCall`.
    """
    if not call.over:
        raise CallGoesOn
    check_note(call.scenario, fields)
    return replace(call, note=MappingProxyType(dict(fields)))


def check_note(scenario: Scenario, fields: Mapping[str, str]) -> None:
    """Raise `NoteNotOfThisCall` for a field or a value that the form has not; an unfinished note is none."""
    form = {one.id: one.options for one in scenario.note}
    for name, value in fields.items():
        if name not in form or value not in form[name]:
            raise NoteNotOfThisCall(field=name, value=value)


def call_result(call: Call, seconds: int) -> Result:
    """Score a call that is over and noted; `seconds` as the clock of the screen showed them.

    Every started tenth over the target costs a point, five at most. Raises `CallGoesOn`, `NoteMissing`,
    `ImpossibleTime`.
    """
    if not call.over:
        raise CallGoesOn
    if call.note is None:
        raise NoteMissing
    if seconds < 0:
        raise ImpossibleTime(seconds=seconds)
    scenario, note = call.scenario, call.note
    wrong = tuple(one.id for one in scenario.note if note.get(one.id) != one.right)
    earned = dict(call.points)
    noted = sum(one.points for one in scenario.note if one.id not in wrong)
    earned[Criterion.RECORD] = earned.get(Criterion.RECORD, 0) + noted
    points = {one: min(weight, earned.get(one, 0)) for one, weight in scenario.rubric.items()}
    time_points = -_lost_to_time(seconds, scenario.target_seconds)
    total = max(0, sum(points.values()) + time_points)
    return Result(
        points=MappingProxyType(points),
        time_points=time_points,
        total=total,
        red_lines=call.red_lines,
        passed=total >= scenario.pass_mark and not call.red_lines,
        missed=tuple(one.id for one in scenario.phrases if one.id not in call.said),
        undiscovered=tuple(one.id for one in scenario.hidden if one.id not in call.discovered),
        wrong_fields=wrong,
        better=_better(call),
    )


def _within_bounds(mood: int) -> int:
    return min(MOST_UPSET, max(CALMEST, mood))


def _in_time(call: Call, phrase_id: str) -> bool:
    within = next(one.within for one in call.scenario.phrases if one.id == phrase_id)
    return within == 0 or call.seconds <= within


def _added(
    points: Mapping[Criterion, int], choice: Choice, scenario: Scenario, newly: tuple[str, ...]
) -> Mapping[Criterion, int]:
    added = dict(points)
    for criterion, count in choice.points.items():
        added[criterion] = added.get(criterion, 0) + count
    for phrase in scenario.phrases:
        if phrase.id in newly:
            added[phrase.criterion] = added.get(phrase.criterion, 0) + phrase.points
    return MappingProxyType(added)


def _lost_to_time(seconds: int, target: int) -> int:
    over = max(0, seconds - target)
    return min(MOST_LOST_TO_TIME, -(-over * 10 // target))


def _choices(call: Call) -> list[tuple[Node, Choice]]:
    """Every reply with the node it was said at: reply ids are unique in a scenario."""
    taken = {choice.id: (node, choice) for node in call.scenario.nodes for choice in node.choices}
    return [taken[one] for one in call.replies]


def _better(call: Call) -> tuple[BetterLine, ...]:
    return tuple(
        BetterLine(node.id, choice.id, node.best.id, choice.feedback)
        for node, choice in _choices(call)
        if node.best is not None and choice.id != node.best.id
    )

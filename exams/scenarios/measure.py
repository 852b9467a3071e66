"""What the plays of a scenario reach. All but the first two need a graph that is whole and has no circle."""

from dataclasses import dataclass

from exams.scenarios.play import Call, give_reply, start_call
from exams.scenarios.scenario import Choice, Criterion, Node, Scenario


@dataclass(frozen=True, slots=True)
class Play:
    """A play without a red line: what it earns and where it ends."""

    total: int
    call: Call


def reachable(scenario: Scenario) -> frozenset[str]:
    """The ids of nodes that some play comes to, targets that do not exist left out."""
    nodes = {node.id: node for node in scenario.nodes}
    found: set[str] = set()
    waiting = [scenario.nodes[0].id] if scenario.nodes else []
    while waiting:
        name = waiting.pop()
        if name in nodes and name not in found:
            found.add(name)
            waiting += [choice.to for choice in nodes[name].choices]
    return frozenset(found)


def circle(scenario: Scenario) -> tuple[str, ...]:
    """The ids of nodes that no order puts behind each other: on a circle, or leading into one; empty without one."""
    left = {node.id: {choice.to for choice in node.choices} for node in scenario.nodes}
    while ready := [name for name, targets in left.items() if not targets & left.keys()]:
        for name in ready:
            del left[name]
    return tuple(left)


def best_play(scenario: Scenario) -> Play:
    """The play of the replies that are marked best, with a right note; it stops where a node has none."""
    call = start_call(scenario)
    while not call.over and call.node.best is not None:
        call = give_reply(call, call.node.best.id)
    return Play(sum(call.points.values()) + _of_note(scenario), call)


def worst_play(scenario: Scenario) -> Play:
    """The play that earns least without crossing a red line; its note is left empty."""
    call = start_call(scenario)
    total, replies = _least(call, {})
    for one in replies:
        call = give_reply(call, one)
    return Play(total, call)


def most_of(scenario: Scenario, criterion: Criterion) -> int:
    """The most that any play can earn under a criterion, before it is cut to the criterion's weight."""
    phrases = sum(one.points for one in scenario.phrases if one.criterion is criterion)
    noted = _of_note(scenario) if criterion is Criterion.RECORD else 0
    return _most_from(scenario, scenario.nodes[0], criterion, {}) + phrases + noted


def _most_from(scenario: Scenario, node: Node, criterion: Criterion, known: dict[str, int]) -> int:
    if node.id not in known:
        known[node.id] = max(
            (
                choice.points.get(criterion, 0) + _most_from(scenario, scenario.node(choice.to), criterion, known)
                for choice in node.choices
            ),
            default=0,
        )
    return known[node.id]


def _of_note(scenario: Scenario) -> int:
    return sum(one.points for one in scenario.note)


_Standing = tuple[str, int, frozenset[str], int]
_Rest = tuple[int, tuple[str, ...]]


def _least(call: Call, known: dict[_Standing, _Rest]) -> _Rest:
    """The least that can still be earned and by which replies: the same for all calls that stand alike."""
    if call.over:
        return 0, ()
    standing = _standing(call)
    if standing not in known:
        choices = [one for one in call.node.choices if not one.red_line]
        known[standing] = min((_after(call, one, known) for one in choices), key=lambda rest: rest[0])
    return known[standing]


def _after(call: Call, choice: Choice, known: dict[_Standing, _Rest]) -> _Rest:
    after = give_reply(call, choice.id)
    earned = sum(after.points.values()) - sum(call.points.values())
    rest, replies = _least(after, known)
    return earned + rest, (choice.id, *replies)


def _standing(call: Call) -> _Standing:
    latest = max((one.within for one in call.scenario.phrases), default=0)
    return call.at, call.mood, frozenset(call.said), min(call.seconds, latest + 1)

"""A call as people read it back: every line in its order, and how the caller felt at it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from exams.scenarios.play import Call, give_reply, start_call
from exams.scenarios.scenario import Texts


class Speaker(StrEnum):
    """Who says a line."""

    CALLER = "caller"
    AGENT = "agent"


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `mood` is the caller's after it, 0 calm to 4 beside oneself."""

    speaker: Speaker
    texts: Texts
    mood: int


def lines_of(call: Call) -> tuple[Line, ...]:
    """The call from its first word; the last words of a caller who hangs up take the place of the line after."""
    return tuple(_lines(call))


def _lines(call: Call) -> Iterator[Line]:
    at = start_call(call.scenario)
    yield Line(Speaker.CALLER, at.node.texts, at.mood)
    for reply in call.replies:
        said = next(one for one in at.node.choices if one.id == reply)
        yield Line(Speaker.AGENT, said.texts, at.mood)
        at = give_reply(at, reply)
        if at.reaction:
            yield Line(Speaker.CALLER, at.reaction, at.mood)
        yield Line(Speaker.CALLER, call.scenario.hang_up if at.hung_up else at.node.texts, at.mood)

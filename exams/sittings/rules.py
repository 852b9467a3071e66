"""What may happen to a sitting now: checks that run before a line is written."""

from dataclasses import replace

from exams.items.item import Response
from exams.items.response import parse_response
from exams.papers.paper import PaperItem
from exams.sittings.errors import OutsidePaper, SittingClosed, SittingPaused, TooLate
from exams.sittings.sitting import Sitting, State
from exams.timing.clock import Moment
from exams.timing.elapsed import LATE_MS, step


def at(sitting: Sitting, now: Moment) -> Sitting:
    """The sitting as it stands at a moment between two lines."""
    if sitting.state is not State.OPEN:
        return sitting
    return replace(sitting, elapsed_ms=sitting.elapsed_ms + step(sitting.last, now).ms, last=now)


def time_is_over(sitting: Sitting, now: Moment) -> bool:
    """True once the limit has gone; always false without a limit or while paused."""
    return sitting.is_open and at(sitting, now).remaining_ms == 0


def place(sitting: Sitting, position: int) -> PaperItem:
    """The place of the paper; raises `OutsidePaper`."""
    try:
        return sitting.paper.at(position)
    except IndexError:
        raise OutsidePaper(position=position, items=len(sitting.paper.items)) from None


def require_open(sitting: Sitting) -> None:
    """Raises `SittingPaused` or `SittingClosed` unless changes are allowed."""
    if sitting.state is State.PAUSED:
        raise SittingPaused(sitting=sitting.id)
    if sitting.state is not State.OPEN:
        raise SittingClosed(sitting=sitting.id)


def too_late(sitting: Sitting) -> bool:
    """True once no answer counts any more: five seconds after the deadline."""
    return sitting.limit_ms > 0 and sitting.elapsed_ms > sitting.limit_ms + LATE_MS


def accept(sitting: Sitting, position: int, value: object, now: Moment) -> Response | None:
    """The response a value spells, None to clear; raises where closed, outside the paper, of a wrong type, 5 s late."""
    require_open(sitting)
    spot = place(sitting, position)
    aged = at(sitting, now)
    if too_late(aged):
        raise TooLate(sitting=sitting.id, late_ms=aged.elapsed_ms - aged.limit_ms)
    return None if value is None else parse_response(spot.type, spot.order, value)

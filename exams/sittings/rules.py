"""What may happen to a sitting now: checks that run before a line is written."""

import unicodedata
from functools import partial
from typing import Any

from exams.items.item import ItemType, Response
from exams.items.response import parse_response
from exams.papers.paper import PaperItem
from exams.sittings.errors import (
    NeedsProctor,
    OutsidePaper,
    PartOver,
    SittingClosed,
    SittingMoved,
    SittingPaused,
    TooLate,
)
from exams.sittings.sitting import Sitting, State
from exams.timing.account import TimeAccount, pass_to
from exams.timing.clock import Moment
from exams.timing.gaps import Cause
from exams.timing.parts import is_part_late, spent_after

DRAFT_MOST = 64
"""Characters of a draft; the longest number that is read is shorter."""


_PLACES = {name: place for place, name in enumerate(Sitting._fields)}
_STATE, _LIMIT, _ELAPSED, _LAST, _TIME = (_PLACES[name] for name in ("state", "limit_ms", "elapsed_ms", "last", "time"))
_SPENT = _PLACES["spent"]
_OPEN, _PAUSED = State.OPEN, State.PAUSED  # a member of an enum takes long to look up
_sitting: "partial[Sitting]" = partial(tuple.__new__, Sitting)


def at(sitting: Sitting, now: Moment, *, stopped: bool = False) -> Sitting:
    """The sitting as it stands at a moment: the one function for remaining time, here and at HR."""
    return sitting if sitting.has_ended else kept(sitting, pass_to(sitting.account, now, stopped=stopped))


def kept(sitting: Sitting, account: TimeAccount, **changes: Any) -> Sitting:
    """The sitting with another time account, the state that goes with it, and what else has changed."""
    # As `_replace` does it, in a third of the time: a long sitting has a thousand lines.
    fields: list[Any] = [*sitting]
    fields[_STATE] = _OPEN if account.record.stop is None else _PAUSED
    fields[_LIMIT], fields[_ELAPSED], fields[_LAST], fields[_TIME] = account
    if sitting.parts:
        fields[_SPENT] = spent_after(sitting.spent, sitting.position, account.elapsed_ms - sitting.elapsed_ms)
    for name, value in changes.items():
        fields[_PLACES[name]] = value
    return _sitting(fields)


def time_is_over(sitting: Sitting, now: Moment, *, stopped: bool = False) -> bool:
    """True once the limit has gone, for one that waits after a restart only when no credit could help any more."""
    aged = at(sitting, now, stopped=stopped)
    return not aged.has_ended and aged.account.is_over


def place(sitting: Sitting, position: int) -> PaperItem:
    """The place of the paper; raises `OutsidePaper`."""
    try:
        return sitting.paper.at(position)
    except IndexError:
        raise OutsidePaper(position=position, items=len(sitting.paper.items)) from None


def require_open(sitting: Sitting) -> None:
    """Raises `SittingPaused`, `NeedsProctor` or `SittingClosed` unless changes are allowed."""
    require_running(sitting)
    _require_going_on(sitting, sitting.stop)


def _require_going_on(sitting: Sitting, stop: Cause | None) -> None:
    if stop is Cause.PAUSE:
        raise SittingPaused(sitting=sitting.id)
    if stop is not None:
        raise NeedsProctor(sitting=sitting.id, cause=stop.value)


def require_running(sitting: Sitting) -> None:
    """Raises `SittingClosed` once it has ended, `SittingMoved` where it goes on elsewhere."""
    if sitting.state is State.MOVED:
        raise SittingMoved(sitting=sitting.id)
    if sitting.has_ended:
        raise SittingClosed(sitting=sitting.id)


def draft_of(sitting: Sitting, position: int, value: object) -> str | None:
    """The text of a field that may be kept although it is no number yet; None where there is nothing to keep."""
    typed = sitting.paper.at(position).type is ItemType.NUMERICAL
    if not typed or not isinstance(value, str) or not 0 < len(value) <= DRAFT_MOST:
        return None
    return None if any(unicodedata.category(char) == "Cs" for char in value) else value


def part_is_over(sitting: Sitting, position: int, account: TimeAccount) -> bool:
    """True where, with this account of the whole, the place has had its own time and five seconds more."""
    return is_part_late(kept(sitting, account).part_left_at(position))


def accept(sitting: Sitting, position: int, value: object, now: Moment) -> tuple[Response | None, TimeAccount]:
    """The response a value spells, None to clear, and the time by then.

    Raises where the sitting is closed, the place outside the paper, its part over, the value of a wrong type or late.
    """
    require_running(sitting)
    account = pass_to(sitting.account, now)
    _require_going_on(sitting, account.record.stop)
    spot = place(sitting, position)
    if account.too_late:
        raise TooLate(sitting=sitting.id, late_ms=account.elapsed_ms - account.limit_ms)
    if sitting.parts and part_is_over(sitting, position, account):
        raise PartOver(sitting=sitting.id, position=position)
    return None if value is None else parse_response(spot.type, spot.order, value), account

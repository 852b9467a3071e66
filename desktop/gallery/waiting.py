"""An exam that waits for the proctor, and its time with every warning."""

from PySide6.QtWidgets import QWidget

from desktop.gallery.part import line, page, part, stack
from desktop.widgets.countdown import TimeLeft
from desktop.widgets.layout import CardGrid
from desktop.widgets.waiting import WaitingCard
from desktop.words import tr
from desktop.words.waiting import Stop, waiting_for
from exams import Cause, TimePolicy

MINUTE_MS = 60_000
_TIMES = ((1145, None), (600, 10), (262, 10), (119, 2), (0, 2))
"""Seconds left, and the warning that holds, in minutes."""


def waiting() -> QWidget:
    """Every cause of a wait with its words; the clock calm, warned, and put away."""
    grid = CardGrid(520)
    for stop in _stops():
        card = WaitingCard()
        card.show_waiting(waiting_for(stop))
        grid.add(card)
    return page(
        tr("Time and waiting"),
        tr("What has happened, what is safe, what the clock does, what to do."),
        part(tr("Time left"), stack(*_times())),
        grid,
    )


def _stops() -> tuple[Stop, ...]:
    policy = TimePolicy()
    return (
        Stop(Cause.PAUSE, policy),
        Stop(Cause.PAUSE, policy, reason=tr("Fire alarm or drill")),
        Stop(Cause.PAUSE, policy, paused_ms=policy.pause_ms),
        Stop(Cause.STOPPED, policy),
        Stop(Cause.SUSPEND, policy),
        Stop(Cause.REBOOT, policy),
        Stop(Cause.REBOOT, policy, creditable_ms=7 * MINUTE_MS),
    )


def _times() -> list[QWidget]:
    return [line(_time(seconds, alert), _time(seconds, alert, hidden=True)) for seconds, alert in _TIMES]


def _time(seconds: int, alert: int | None, *, hidden: bool = False) -> QWidget:
    time = TimeLeft()
    time.show_time(seconds, alert)
    time.set_hidden_clock(hidden)
    return time

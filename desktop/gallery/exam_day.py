"""The day of an exam: the slip of a PC in each of its states, and the page of help."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.gallery.part import page, part
from desktop.readiness.finding import Check, Finding
from desktop.screens.exam_day_help.pages import Reader, handout_for
from desktop.screens.exam_day_help.state import HelpState
from desktop.screens.exam_day_help.view import HelpView
from desktop.screens.readiness.state import ReadinessState
from desktop.screens.readiness.view import ReadinessView
from desktop.style.look import look
from desktop.words import tr

_NOON = 1_796_184_000_000
_TALL = 640


def exam_day() -> QWidget:
    """Looking, something to do, ready, failed; then the help."""
    clock = Finding(Check.CLOCK, True, tr("The PC's clock says {time}.").format(time="12:00"))
    act = tr("Connect one, or print register and report on another PC.")
    printer = Finding(Check.PRINTER, False, tr("This PC knows no printer."), act)
    ready = ReadinessState(findings=(clock,), looked_wt=_NOON, can_print=True)
    states = (
        ReadinessState(busy=True),
        replace(ready, findings=(clock, printer), can_print=False),
        ready,
        ReadinessState(fault=tr("The data folder cannot be written.")),
    )
    return page(
        tr("Help on exam day"),
        tr("Clock, disk, fonts, printer, typing, power, and the data of this PC: before people come."),
        part(tr("Is this PC ready?"), *(_slip(state) for state in states)),
        part(tr("Help on exam day"), _help()),
    )


def _slip(state: ReadinessState) -> QWidget:
    view = ReadinessView()
    view.show_state(state)
    view.setMinimumHeight(look().px(_TALL))
    return view


def _help() -> QWidget:
    view = HelpView()
    view.show_state(HelpState(Reader.TRAINEE, handout_for(Reader.TRAINEE), can_print=True, can_check=True))
    return view

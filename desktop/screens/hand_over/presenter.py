"""Reads who asks, hands the exam over once a reason is given, and has its file beside the request."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from desktop.background.contract import Jobs
from desktop.screens.hand_over.state import HandOverState, Step
from desktop.widgets.values import Fact
from desktop.words import tr
from desktop.words.clock import clock_text
from desktop.words.errors import error_sentence
from desktop.words.overrides import Act, ready_reasons, standing_text
from exams import AcademyError, DeviceRecord, SittingLine, put_on_stick, small_file

MOST_REQUEST = 64 * 1024
FILE_NAME = "{staff}-{serial}.seat"


class HandOverScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HandOverState) -> None:
        """Show the step."""
        ...


class OldPc(Protocol):
    """What an old PC's proctor may do with one exam."""

    def asked(self, request: bytes) -> DeviceRecord: ...  # noqa: D102
    def give(self, request: bytes, reason: str) -> bytes: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; `file` asks for the request, `save` for another place of the file."""

    file: Callable[[Callable[[Path], None]], None]
    save: Callable[[str, Callable[[Path], None]], None]
    back: Callable[[], None]


class HandOverPresenter:
    """One exam on its way out."""

    def __init__(self, pc: OldPc, line: SittingLine, jobs: Jobs, exits: Exits) -> None:
        self._pc = pc
        self._jobs = jobs
        self._exits = exits
        self._screen: HandOverScreen | None = None
        self._request, self._folder, self._name = b"", Path(), ""
        self._sealed = b""
        self._line = line
        self._spare: DeviceRecord | None = None
        self._no_reason = False
        self._error: AcademyError | None = None
        self._state = HandOverState(left_before=line.state == "moved")

    @property
    def name(self) -> str:
        """Whose exam it is."""
        return self._line.name

    @property
    def busy(self) -> bool:
        """True while the exam is sealed and written."""
        return self._state.busy

    def attach(self, screen: HandOverScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: HandOverScreen) -> None:
        """That view is gone; work that is still under way has nothing to draw on."""
        if self._screen is screen:
            self._screen = None

    def show(self) -> None:
        """Show the step as it was left."""
        self._draw()

    def read(self) -> None:
        """Ask for the request of the spare PC."""
        if not self._state.busy:
            self._exits.file(self._take_request)

    def type(self, reason: str) -> None:
        """Remember the reason; its fault is taken back by typing."""
        self._state = replace(self._state, reason=reason)
        self._no_reason = False

    def take_reason(self, reason: str) -> None:
        """Put a ready reason into the field."""
        self.type(reason)
        self._draw()

    def confirm(self) -> None:
        """The exam leaves: what is refused has changed nothing."""
        if self._state.busy or self._state.step is not Step.CONFIRM:
            return
        if not self._state.reason.strip() and not self._state.left_before:
            self._no_reason = True
            self._draw()
            return
        self._begin()
        self._jobs.run(partial(self._pc.give, self._request, self._state.reason), self._gone, self._failed)

    def save_elsewhere(self) -> None:
        """Another place for a file that could not be written."""
        if self._state.step is Step.UNWRITTEN and not self._state.busy:
            self._exits.save(self._name, self._write)

    def back(self) -> None:
        """To the exam's page; while it is sealed one waits."""
        if not self._state.busy:
            self._exits.back()

    def _take_request(self, path: Path) -> None:
        self._error = None
        try:
            self._request = small_file(path, MOST_REQUEST)
            self._spare = self._pc.asked(self._request)
        except AcademyError as error:
            self._failed(error)
            return
        self._folder, self._name = path.parent, FILE_NAME.format(staff=self._line.staff_id, serial=self._spare.serial)
        self._state = replace(self._state, step=Step.CONFIRM)
        self._draw()

    def _gone(self, sealed: bytes) -> None:
        self._sealed = sealed
        self._state = replace(self._state, step=Step.UNWRITTEN)
        self._write(self._folder / self._name)

    def _write(self, path: Path) -> None:
        self._begin()
        self._jobs.run(partial(put_on_stick, path, self._sealed), self._written, self._failed)

    def _written(self, path: Path) -> None:
        self._state = replace(self._state, busy=False, step=Step.DONE, file=str(path))
        self._draw()

    def _begin(self) -> None:
        self._error, self._no_reason = None, False
        self._state = replace(self._state, busy=True)
        self._draw()

    def _failed(self, error: Exception) -> None:
        self._state = replace(self._state, busy=False)
        if isinstance(error, AcademyError):
            self._error = error
        self._draw()

    def _draw(self) -> None:
        if self._screen is None:
            return
        self._state = replace(
            self._state,
            facts=_of_exam(self._line),
            spare=_of_pc(self._spare),
            reasons=ready_reasons(Act.HAND_OVER),
            reason_fault=tr("Say why: it goes into the journal with your name.") if self._no_reason else "",
            fault=error_sentence(self._error).text if self._error else "",
        )
        self._screen.show_state(self._state)


def _of_exam(line: SittingLine) -> tuple[Fact, ...]:
    facts = [Fact(tr("Person"), f"{line.name} · {line.staff_id}"), Fact(tr("State"), standing_text(line))]
    facts.append(Fact(tr("Answered"), f"{line.answered} / {line.items}"))
    if line.remaining_ms is not None:
        facts.append(Fact(tr("Time left"), clock_text(line.remaining_ms // 1000)))
    return tuple(facts)


def _of_pc(spare: DeviceRecord | None) -> tuple[Fact, ...]:
    if spare is None:
        return ()
    return (
        Fact(tr("Spare PC"), f"{spare.label} · {spare.serial}"),
        Fact(tr("Branch code"), spare.branch),
    )

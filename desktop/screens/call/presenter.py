"""A simulated call being played: every reply goes to the disk first, then the caller answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop.screens.call.state import CallState
from desktop.screens.call.telling import told
from desktop.widgets.values import Ask, NoticeValue, SaveState, Tone
from desktop.words import tr, trn
from desktop.words.errors import error_sentence
from exams import AcademyError, CallPlay

BEAT = 15
"""Seconds after which the time is written down: so much a program that dies may lose."""


class CallScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: CallState) -> None:
        """Show the call."""
        ...

    def show_seconds(self, seconds: int) -> None:
        """Show the handling time alone."""
        ...


class CallBook(Protocol):
    """The part of a person's simulated calls that plays one."""

    def reply(self, play_id: str, choice_id: str) -> CallPlay: ...  # noqa: D102
    def fill(self, play_id: str, field: str, value: str) -> CallPlay: ...  # noqa: D102
    def hold(self, play_id: str) -> CallPlay: ...  # noqa: D102
    def go_on(self, play_id: str) -> CallPlay: ...  # noqa: D102
    def beat(self, play_id: str) -> CallPlay: ...  # noqa: D102
    def seconds(self, play_id: str) -> int: ...  # noqa: D102
    def finish(self, play_id: str) -> CallPlay: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the call leads; `ask` asks over the page, `again` begins this call afresh."""

    ended: Callable[[str], None]
    again: Callable[[str], None]
    ask: Callable[[Ask, Callable[[], None]], None]
    failed: Callable[[AcademyError], None]


class CallPresenter:
    """One play. The clock stands while the page is out of sight, and while the person pauses."""

    def __init__(self, book: CallBook, play: CallPlay, exits: Exits) -> None:
        self._book = book
        self._play = play
        self._exits = exits
        self._screen: CallScreen | None = None
        self._paused = False
        self._gone = False
        self._done = False
        self._saved = SaveState.IDLE
        self._fault: AcademyError | None = None
        self._pulse = 0

    def attach(self, screen: CallScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show the call where it stands; a page that comes back lets the clock run again."""
        if self._gone and not self._paused:
            self._change(lambda: self._book.go_on(self._play.id), saves=False)
        self._gone = False
        self._draw()

    def choose(self, reply: str) -> None:
        """Say a reply."""
        if not self._paused and not self._play.call.over:
            self._change(lambda: self._book.reply(self._play.id, reply))
            self._draw()

    def fill(self, field: str, value: str) -> None:
        """Write one field of the note."""
        self._change(lambda: self._book.fill(self._play.id, field, value))
        self._draw()

    def pause(self) -> None:
        """Put the call on hold, or take it up again; a branch that allows no pause refuses silently."""
        if not self._play.pausable:
            return
        paused = not self._paused
        step = self._book.hold if paused else self._book.go_on
        if self._change(lambda: step(self._play.id), saves=False):
            self._paused = paused
        self._draw()

    def tick(self) -> None:
        """A second has gone."""
        if self._paused or self._gone or self._done:
            return
        self._pulse += 1
        if self._pulse % BEAT == 0 and not self._change(lambda: self._book.beat(self._play.id), saves=False):
            self._draw()
        if self._screen is not None:
            self._screen.show_seconds(self._book.seconds(self._play.id))

    def leave(self) -> None:
        """The page goes out of sight: everything is kept, and the clock stands where it may."""
        if self._gone or self._done:
            return
        self._gone = True
        if not self._paused:
            self._change(lambda: self._book.hold(self._play.id), saves=False)

    def finish(self) -> None:
        """Hand the note in; what is left empty is said first."""
        empty = len(self._play.call.scenario.note) - len(self._play.note)
        if not empty:
            self._finish()
            return
        title = trn("{n} field of the note is empty", "{n} fields of the note are empty", empty)
        ask = Ask(title, tr("An empty field counts as wrong."), tr("See the result"), tr("Back to the note"), Tone.WARN)
        self._exits.ask(ask, self._finish)

    def begin_again(self) -> None:
        """Play it from the first word; nothing of this play is kept."""
        question = Ask(
            tr("Begin this call again?"),
            tr("What you have said so far is not kept and does not count."),
            tr("Begin again"),
            tr("Go on with the call"),
            Tone.WARN,
        )
        self._exits.ask(question, self._begin_again)

    def _begin_again(self) -> None:
        self._done = True
        self._exits.again(self._play.call.scenario.id)

    def _finish(self) -> None:
        if self._change(lambda: self._book.finish(self._play.id)):
            self._done = True
            self._exits.ended(self._play.id)
        else:
            self._draw()

    def _change(self, step: Callable[[], CallPlay], *, saves: bool = True) -> bool:
        try:
            self._play = step()
        except AcademyError as error:
            self._fault, self._saved = error, SaveState.FAILED
            return False
        self._fault = None
        if saves:
            self._saved = SaveState.SAVED
        return True

    def _draw(self) -> None:
        if self._screen is not None:
            self._screen.show_state(told(self._play, paused=self._paused, saved=self._saved, notice=self._notice()))

    def _notice(self) -> NoticeValue | None:
        if self._fault is None:
            return None
        words = error_sentence(self._fault)
        return NoticeValue(Tone.BAD, words.what, "", words.next)

"""Asks headquarters to enrol this PC, and takes its answer in; both take a moment, beside the window."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from desktop.background.contract import Jobs
from desktop.screens.this_pc.state import Draft, Field, Request, Standing, ThisPcState
from desktop.widgets.values import Fact
from desktop.words import tr
from desktop.words.clock import date_text
from desktop.words.errors import error_sentence
from exams import AcademyError, Asked, DeviceView, Enrolled

REQUEST_NAME = "{branch}.request"
_T = TypeVar("_T")


class ThisPcScreen(Protocol):
    """What the presenter needs of a view."""

    def show_state(self, state: ThisPcState) -> None: ...  # noqa: D102
    def focus(self, field: Field) -> None: ...  # noqa: D102


class PcDesk(Protocol):
    """The branch's side of an enrolment, whether an office has the home open or not."""

    def view(self) -> DeviceView: ...  # noqa: D102
    def ask(self, branch: str, label: str) -> Asked: ...  # noqa: D102
    def take_in(self, raw: bytes) -> Enrolled: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Tools:
    """`now_wt` in ms UTC; `symbol` draws a text, () where it is too long; `copy` puts it on the clipboard."""

    now_wt: Callable[[], int]
    symbol: Callable[[str], tuple[tuple[bool, ...], ...]]
    copy: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Exits:
    """`save` asks where a file of that name goes and writes it; `file` asks for headquarters' file, gives its bytes.

    `packs` is the page where headquarters' keys are taken in, None where nothing leads there.
    """

    save: Callable[[str, bytes], None]
    file: Callable[[Callable[[bytes], None]], None]
    enrolled: Callable[[Enrolled], None]
    packs: Callable[[], None] | None
    leave: Callable[[], None]


class ThisPcPresenter:
    """One PC's way from the request to the record, and to the next one a year later."""

    def __init__(self, desk: PcDesk, jobs: Jobs, tools: Tools, exits: Exits) -> None:
        self._desk = desk
        self._jobs = jobs
        self._tools = tools
        self._exits = exits
        self._screen: ThisPcScreen | None = None
        self._seen = DeviceView()
        self._request: Request | None = None
        self._error: AcademyError | None = None
        self._state = ThisPcState()

    def attach(self, screen: ThisPcScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: ThisPcScreen) -> None:
        """That view is gone; work that is still under way has nothing to draw on."""
        if self._screen is screen:
            self._screen = None

    @property
    def busy(self) -> bool:
        """True while a request is made or an answer taken in."""
        return self._state.busy

    def show(self) -> None:
        """Read anew how this PC stands, and show it."""
        if not self._state.busy:
            self._look()
        self._draw()

    def type(self, field: str, text: str) -> None:
        """Remember what stands in a field."""
        self._state = replace(self._state, draft=replace(self._state.draft, **{field: text}))

    def ask(self) -> None:
        """A new request; the one before is good for nothing any more."""
        draft = self._state.draft
        branch, label = draft.branch.strip().upper(), draft.label.strip()
        if not branch:
            self._go_to(Field.BRANCH)
            return
        self._work(lambda: self._desk.ask(branch, label or branch), lambda _asked: self._go_to(Field.ANSWER))

    def save(self) -> None:
        """The request as a file, wherever it is to go."""
        asked = self._seen.asked
        if asked is not None:
            self._exits.save(REQUEST_NAME.format(branch=asked.request.branch), asked.raw)

    def copy(self) -> None:
        """The request as a line of text, to the clipboard."""
        if self._request is not None:
            self._tools.copy(self._request.text)

    def take_text(self) -> None:
        """Take in the text that headquarters sent."""
        text = self._state.draft.answer.strip()
        if text:
            self._take(text.encode())
        else:
            self._go_to(Field.ANSWER)

    def take_file(self) -> None:
        """Take in the file that headquarters sent."""
        self._exits.file(self._take)

    def open_packs(self) -> None:
        """On to the page where the list of headquarters' keys is taken in."""
        if self._exits.packs is not None and not self._state.busy:
            self._exits.packs()

    def leave(self) -> None:
        """Back to where one came from."""
        if not self._state.busy:
            self._exits.leave()

    def _take(self, raw: bytes) -> None:
        def taken(done: Enrolled) -> None:
            self.type(Field.ANSWER, "")
            self._draw()
            self._exits.enrolled(done)

        self._work(lambda: self._desk.take_in(raw), taken)

    def _work(self, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        if self._state.busy:
            return
        self._error = None
        self._state = replace(self._state, busy=True)
        self._draw()

        def finished(result: _T) -> None:
            self._settle(None)
            done(result)

        self._jobs.run(work, finished, self._failed)

    def _failed(self, error: Exception) -> None:
        self._settle(error)

    def _settle(self, error: Exception | None) -> None:
        self._state = replace(self._state, busy=False)
        self._look()
        if isinstance(error, AcademyError):
            self._error = error
        self._draw()

    def _look(self) -> None:
        try:
            self._seen = self._desk.view()
        except AcademyError as error:
            self._error = error
            return
        asked, record = self._seen.asked, self._seen.record
        self._request = _request(asked, self._tools) if asked else None
        known = asked.request if asked else record
        draft = self._state.draft
        if known is not None:
            draft = Draft(record.branch if record else draft.branch or known.branch, draft.label or known.label)
            self._state = replace(self._state, draft=replace(draft, answer=self._state.draft.answer))

    def _draw(self) -> None:
        if self._screen is None:
            return
        standing = _standing(self._seen, self._tools.now_wt())
        self._state = replace(
            self._state,
            standing=standing,
            facts=_facts(self._seen),
            request=self._request,
            fixed=self._seen.record is not None,
            may_ask=standing is not Standing.WITHDRAWN,
            keys_missing=not self._seen.follows,
            fault=error_sentence(self._error).text if self._error else "",
        )
        self._screen.show_state(self._state)

    def _go_to(self, field: Field) -> None:
        if self._screen is not None:
            self._screen.focus(field)


def _standing(seen: DeviceView, wt: int) -> Standing:
    if seen.record is None:
        return Standing.WAITING if seen.asked else Standing.NOBODYS
    if seen.revoked:
        return Standing.WITHDRAWN
    if seen.is_over(wt):
        return Standing.OVER
    return Standing.DUE if seen.is_due(wt) else Standing.ENROLLED


def _facts(seen: DeviceView) -> tuple[Fact, ...]:
    record = seen.record
    if record is None:
        return ()
    return (
        Fact(tr("Device"), record.serial),
        Fact(tr("Branch code"), record.branch),
        Fact(tr("Name of this PC"), record.label),
        Fact(tr("Valid until"), date_text(record.not_after_wt)),
    )


def _request(asked: Asked, tools: Tools) -> Request:
    return Request(asked.fingerprint, asked.text, tools.symbol(asked.text))


def enrolled_text(done: Enrolled) -> str:
    """What is said once the record is in force."""
    until = date_text(done.record.not_after_wt)
    return tr("This PC is {serial}, until {until}.").format(serial=done.record.serial, until=until)

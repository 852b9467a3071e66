"""Shows runs of re-grading; releases or withdraws the one that is open."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from desktop.background.contract import Jobs
from desktop.screens.hr_regrades.state import HrRegradesState, RunDetail, RunRow
from desktop.words import tr
from desktop.words.clock import datetime_text
from desktop.words.errors import error_sentence
from desktop.words.regrade_rows import MOST_ROWS, changed_rows, fault_lines, run_counts, to_do_lines
from desktop.words.regrades import certificate_rule_word, correction_sentence, outcome_rule_word, run_state_word
from exams import AcademyError, correction_json

_MOST_LINES = 100


class HrRegradesScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrRegradesState) -> None:
        """Show the page."""
        ...


class RegradesDesk(Protocol):
    """The part of the register that keeps runs."""

    @property
    def who(self) -> str: ...  # noqa: D102
    def runs(self) -> Any: ...  # noqa: D102
    def story(self, number: int) -> Any: ...  # noqa: D102

    def release(self, secret: str, own: str, number: int) -> tuple[int, int]:
        """Gives how many certificates were revoked and confirmed; `own` is the officer's own passphrase."""
        ...

    def withdraw(self, number: int) -> None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; `export` asks for a file for a run's list."""

    propose: Callable[[], None]
    export: Callable[[int], None]
    leave: Callable[[], None]
    issue: Callable[[], None] = lambda: None


class HrRegradesPresenter:
    """Both passphrases are forgotten with every release and on leaving."""

    def __init__(self, desk: RegradesDesk, jobs: Jobs, exits: Exits) -> None:
        self._desk = desk
        self._jobs = jobs
        self._exits = exits
        self._screen: HrRegradesScreen | None = None
        self._state = HrRegradesState()
        self._secret = self._own = ""

    def attach(self, screen: HrRegradesScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: HrRegradesScreen) -> None:
        """That view is gone."""
        if self._screen is screen:
            self._screen = None

    @property
    def busy(self) -> bool:
        """True while a run is released."""
        return self._state.busy

    def show(self) -> None:
        """Read everything anew."""
        opened = self._state.detail.number if self._state.detail else 0
        self._safely(lambda: self._read(opened))

    def open_number(self, number: int) -> None:
        """Show one run, as it was just proposed."""
        self._safely(lambda: self._read(number))

    def open_run(self, row: object) -> None:
        """Show the run of a row."""
        if isinstance(row, RunRow) and not self._state.busy:
            self._state = replace(self._state, done="", filter="")
            self._safely(lambda: self._read(row.number))

    def search(self, text: str) -> None:
        """Narrow the list of people."""
        if text != self._state.filter:
            self._state = replace(self._state, filter=text)
            self._draw()

    def type_secret(self, text: str) -> None:
        """The passphrase of HR's keys."""
        self._secret = text
        if text and self._state.needs_secret:
            self._state = replace(self._state, needs_secret=False)
            self._draw()

    def type_own(self, text: str) -> None:
        """The passphrase with which this officer signs in."""
        self._own = text
        if text and self._state.needs_own:
            self._state = replace(self._state, needs_own=False)
            self._draw()

    def release(self) -> None:
        """As the second officer: let the open run count."""
        detail = self._state.detail
        if detail is None or not detail.can_decide or self._state.busy:
            return
        if not self._secret or not self._own:
            self._state = replace(self._state, needs_secret=not self._secret, needs_own=not self._own)
            self._draw()
            return
        secret, own, number = self._secret, self._own, detail.number
        self._secret = self._own = ""
        self._state = replace(self._state, busy=True, fault="", done="")
        self._draw()
        self._jobs.run(lambda: self._desk.release(secret, own, number), self._released, self._failed)

    def withdraw(self) -> None:
        """Let nothing come of the open run."""
        detail = self._state.detail
        if detail is not None and detail.can_decide and not self._state.busy:
            self._safely(lambda: self._withdrawn(detail.number))

    def export(self) -> None:
        """Ask where the open run's list goes."""
        if self._state.detail is not None:
            self._exits.export(self._state.detail.number)

    def propose(self) -> None:
        """On to a new correction."""
        if not self._state.busy:
            self._exits.propose()

    def issue(self) -> None:
        """On to the certificates that follow."""
        if not self._state.busy:
            self._secret = self._own = ""
            self._exits.issue()

    def leave(self) -> None:
        """Back to the matrix."""
        if not self._state.busy:
            self._secret = self._own = ""
            self._exits.leave()

    def _released(self, told: tuple[int, int]) -> None:
        text = tr("Released. {revoked} certificates revoked, {confirmed} confirmed.")
        done = text.format(revoked=told[0], confirmed=told[1])
        self._state = replace(self._state, busy=False, done=done)
        self.show()

    def _failed(self, error: Exception) -> None:
        fault = error_sentence(error).text if isinstance(error, AcademyError) else ""
        self._state = replace(self._state, busy=False, fault=fault)
        self._draw()

    def _withdrawn(self, number: int) -> HrRegradesState:
        self._desk.withdraw(number)
        return replace(self._read(number), done=tr("Withdrawn. Nothing comes of it."))

    def _read(self, opened: int) -> HrRegradesState:
        runs = tuple(map(_run, self._desk.runs()))
        detail = self._detail(opened) if opened else None
        return replace(self._state, runs=runs, detail=detail, fault="")

    def _detail(self, number: int) -> RunDetail:
        story = self._desk.story(number)
        rows = changed_rows(story.rows, story.names)
        return RunDetail(
            number,
            correction_sentence(correction_json(story.run.correction)),
            tuple(_facts(story.run)),
            run_counts(story.tally),
            rows,
            len(rows) == MOST_ROWS,
            fault_lines(story.faults[:_MOST_LINES]),
            to_do_lines(story.open_rows[:_MOST_LINES], story.names),
            str(story.run.state) == "proposed",
            story.run.proposed_by == self._desk.who,
        )

    def _safely(self, work: Callable[[], HrRegradesState]) -> None:
        try:
            self._state = work()
        except AcademyError as error:
            self._state = replace(self._state, fault=error_sentence(error).text)
        self._draw()

    def _draw(self) -> None:
        if self._screen is not None:
            self._screen.show_state(self._state)


def _run(run: Any) -> RunRow:
    what = correction_sentence(correction_json(run.correction))
    proposed = tr("{who}, {when}").format(who=run.proposed_by, when=datetime_text(run.proposed_wt))
    state = run_state_word(str(run.state))
    return RunRow(str(run.number), run.number, run.course, what, proposed, state)


def _facts(run: Any) -> Any:
    yield tr("State"), run_state_word(str(run.state))
    yield tr("Reason"), run.reason
    yield tr("Results"), outcome_rule_word(str(run.rule.outcomes))
    yield tr("Certificates"), certificate_rule_word(str(run.rule.certificates))
    yield tr("Proposed by"), tr("{who}, {when}").format(who=run.proposed_by, when=datetime_text(run.proposed_wt))
    if run.decided_by:
        yield tr("Decided by"), tr("{who}, {when}").format(who=run.decided_by, when=datetime_text(run.decided_wt))
    if run.waiting:
        yield tr("Left out"), tr("{count} sittings that wait for a person").format(count=run.waiting)
    yield tr("Originals"), tr("unchanged, {digest}").format(digest=run.originals[:16])

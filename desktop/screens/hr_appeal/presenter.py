"""One appeal: shown to whoever opens it, decided by a second person, answered in print."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from desktop.background.contract import Jobs
from desktop.screens.hr_appeal.state import Draft, HrAppealState
from desktop.widgets.values import Fact
from desktop.words import tr
from desktop.words.clock import datetime_text
from desktop.words.disputes import about_text, change_text, milli_points, outcome_text
from desktop.words.errors import error_sentence
from desktop.words.numbers import points_text
from exams import AcademyError, AppealState, Decision, Relief

POINTS, FULL, KEY, UPHELD, REFUSED = "points", "full", "key", "upheld", "refused"


class HrAppealScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrAppealState) -> None:
        """Show the appeal."""
        ...


class AppealDesk(Protocol):
    """The part of HR's desk that decides; `who` is signed in."""

    @property
    def who(self) -> str: ...  # noqa: D102
    def appeal(self, number: int) -> Any: ...  # noqa: D102
    def at_stake(self, appeal: Any) -> tuple[int, int]: ...  # noqa: D102
    def decide(self, secret: str, own: str, number: int, decision: Decision) -> Any: ...  # noqa: D102
    def write_letter(self, number: int, out: Path) -> Path: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; `ask_file` calls back with where the letter is to be written."""

    replay: Callable[[str], None]
    ask_file: Callable[[str, Callable[[Path], None]], None]
    leave: Callable[[], None]


class HrAppealPresenter:
    """Keeps what is typed, the passphrase only until it was used."""

    def __init__(self, desk: AppealDesk, jobs: Jobs, number: int, exits: Exits) -> None:
        self._desk = desk
        self._jobs = jobs
        self._number = number
        self._exits = exits
        self._screen: HrAppealScreen | None = None
        self._draft = Draft()
        self._busy = False
        self._fault, self._saved = "", ""

    def attach(self, screen: HrAppealScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: HrAppealScreen) -> None:
        """That view is gone; work that is still under way has nothing to draw on."""
        if self._screen is screen:
            self._screen = None

    def show(self) -> None:
        """Read the appeal anew and show it."""
        self._draw()

    def type(self, field: str, text: str) -> None:
        """Remember what stands in a field; a choice shows what it wants."""
        self._draft = replace(self._draft, **{field: text})
        if field == "choice":
            self._fault = ""
            self._draw()

    def decide(self) -> None:
        """Check what can be checked here, then open the keys and decide."""
        if self._busy:
            return
        self._fault = self._wrong()
        if not self._fault:
            self._busy, draft, decision = True, self._draft, self._decision()
            number = self._number
            self._jobs.run(
                lambda: self._desk.decide(draft.secret, draft.own, number, decision), self._done, self._failed
            )
        self._draw()

    def replay(self) -> None:
        """See the sitting as it was."""
        self._exits.replay(self._desk.appeal(self._number).sitting)

    def save_letter(self) -> None:
        """Ask where to, then write the answer as a PDF."""
        self._exits.ask_file(f"appeal-{self._number}.pdf", self._write)

    def leave(self) -> None:
        """Back to the appeals."""
        if not self._busy:
            self._draft = Draft()
            self._exits.leave()

    def _write(self, out: Path) -> None:
        try:
            self._saved, self._fault = str(self._desk.write_letter(self._number, out)), ""
        except AcademyError as error:
            self._fault = error_sentence(error).text
        self._draw()

    def _wrong(self) -> str:
        draft = self._draft
        for fault, wrong in (
            (tr("Choose a decision first."), not draft.choice),
            (tr("Points are a number such as 0.5."), draft.choice == POINTS and not milli_points(draft.points)),
            (tr("Write a few words to the person."), not draft.words.strip()),
            (tr("Type your own passphrase first."), not draft.own),
            (tr("Type the passphrase of HR's keys first."), not draft.secret),
        ):
            if wrong:
                return fault
        return ""

    def _decision(self) -> Decision:
        draft = self._draft
        outcome = AppealState.REFUSED if draft.choice == REFUSED else AppealState.UPHELD
        relief = Relief(draft.choice) if draft.choice in {POINTS, FULL, KEY} else Relief.NONE
        points = milli_points(draft.points) if relief is Relief.POINTS else 0
        return Decision(outcome, draft.words, relief, points or 0)

    def _done(self, _appeal: Any) -> None:
        self._busy, self._draft = False, Draft()
        self._draw()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._draft = replace(self._draft, secret="", own="")
        self._fault = error_sentence(error).text if isinstance(error, AcademyError) else ""
        self._draw()

    def _draw(self) -> None:
        if self._screen is None:
            return
        title = tr("Appeal {number}").format(number=self._number)
        try:
            appeal = self._desk.appeal(self._number)
            had, most = self._desk.at_stake(appeal)
        except AcademyError as error:
            self._screen.show_state(HrAppealState(title, fault=error_sentence(error).text))
            return
        state = HrAppealState(title, _facts(appeal, had, most), appeal.reason, busy=self._busy, fault=self._fault)
        if appeal.is_open:
            barred = self._barred(appeal)
            state = replace(
                state,
                choices=() if barred else _choices(appeal),
                barred=barred,
                most=points_text(most),
                by_points=self._draft.choice == POINTS,
                draft=self._draft,
            )
        else:
            state = replace(state, decided=_decided(appeal), words=appeal.words, saved=self._saved)
        self._screen.show_state(state)

    def _barred(self, appeal: Any) -> str:
        who = self._desk.who.casefold()
        if who == appeal.entered_by.casefold():
            return tr("You have entered this appeal: another person decides it.")
        return tr("Nobody decides about their own exam.") if who == appeal.staff_id.casefold() else ""


def _choices(appeal: Any) -> tuple[tuple[str, str], ...]:
    key = (KEY, tr("Upheld: the key is wrong, everybody is to be graded again"))
    refused = (REFUSED, tr("Dismissed"))
    if not appeal.position:
        return ((UPHELD, tr("Upheld")), key, refused)
    return ((FULL, tr("Upheld: all points")), (POINTS, tr("Upheld: some points")), key, refused)


def _facts(appeal: Any, had: int, most: int) -> tuple[Fact, ...]:
    facts = [
        Fact(tr("Staff ID"), appeal.staff_id),
        Fact(tr("Sitting"), appeal.sitting),
        Fact(tr("About"), about_text(appeal.position)),
        Fact(tr("Received"), tr("{day}, last day {last}").format(day=appeal.received_day, last=appeal.last_day)),
        Fact(tr("Entered by"), f"{appeal.entered_by} · {datetime_text(appeal.entered_wt)}"),
    ]
    if most:
        before = points_text(had) if had >= 0 else "–"
        told = tr("{had} of {most} points").format(had=before, most=points_text(most))
        facts.insert(3, Fact(tr("The question brought"), told))
    return tuple(facts)


def _decided(appeal: Any) -> tuple[Fact, ...]:
    facts = [
        Fact(tr("Decision"), outcome_text(appeal)),
        Fact(tr("Decided by"), f"{appeal.decided_by} · {datetime_text(appeal.decided_wt)}"),
    ]
    change = change_text(appeal)
    return (*facts, Fact(tr("Result"), change)) if change else tuple(facts)

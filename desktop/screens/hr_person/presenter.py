"""One person's story out of the register, in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from desktop.background.contract import Jobs
from desktop.screens.hr_person.certificates import certificate_rows
from desktop.screens.hr_person.state import CourseRow, HrPersonState, SittingRow
from desktop.widgets.values import Fact, Tone
from desktop.words import tr
from desktop.words.clock import datetime_text
from desktop.words.disputes import result_text
from desktop.words.errors import error_sentence
from desktop.words.findings import finding_sentence
from desktop.words.standing import change_word, state_word
from exams import AcademyError

_TONES = {
    "valid": Tone.GOOD,
    "due": Tone.ACCENT,
    "expired": Tone.WARN,
    "failed": Tone.BAD,
    "absent": Tone.BAD,
    "in_review": Tone.WARN,
    "revoked": Tone.BAD,
}


class HrPersonScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrPersonState) -> None:
        """Show the person."""
        ...


class PersonDesk(Protocol):
    """The part of the register that knows a person."""

    def person(self, staff_id: str) -> Any: ...  # noqa: D102

    def fates(self, numbers: Sequence[str]) -> Mapping[str, Any]:
        """What HR's lists say of certificates; may take long, may raise `AcademyError`."""
        ...


class HrPersonPresenter:
    """Reads one person, and beside the window what became of the certificates; `leave` leads back to the matrix."""

    def __init__(self, desk: PersonDesk, jobs: Jobs, staff_id: str, leave: Callable[[], None]) -> None:
        self._desk = desk
        self._jobs = jobs
        self._leave = leave
        self._story: Any = None
        self._screen: HrPersonScreen | None = None
        self._state = HrPersonState(staff_id, staff_id)

    @property
    def staff_id(self) -> str:
        """Whose page it is."""
        return self._state.staff_id

    @property
    def title(self) -> str:
        """Name and staff id as far as they are known."""
        return self._state.title

    def attach(self, screen: HrPersonScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: HrPersonScreen) -> None:
        """That view is gone."""
        if self._screen is screen:
            self._screen = None

    def show(self) -> None:
        """Read everything anew and show it."""
        try:
            self._story = self._desk.person(self._state.staff_id)
            self._state = _told(self._story)
        except AcademyError as error:
            self._story = None
            self._state = HrPersonState(self._state.staff_id, self._state.staff_id, fault=error_sentence(error).text)
        self._draw()
        if self._screen is not None and self._state.certificates:
            numbers = tuple(row.number for row in self._state.certificates)
            self._jobs.run(lambda: self._desk.fates(numbers), self._listed, self._not_listed)

    def leave(self) -> None:
        """Back to the matrix."""
        self._leave()

    def _listed(self, fates: Mapping[str, Any]) -> None:
        if self._story is not None:
            self._state = replace(self._state, certificates=certificate_rows(self._story, fates), unlisted="")
            self._draw()

    def _not_listed(self, error: Exception) -> None:
        told = error_sentence(error).text if isinstance(error, AcademyError) else ""
        self._state = replace(self._state, unlisted=told)
        self._draw()

    def _draw(self) -> None:
        if self._screen is not None:
            self._screen.show_state(self._state)


def _told(story: Any) -> HrPersonState:
    person = story.person
    return HrPersonState(
        staff_id=story.staff_id,
        title=f"{person.name} · {story.staff_id}" if person else story.staff_id,
        facts=tuple(_facts(person)) if person else (),
        courses=tuple(map(_course, story.standings)),
        sittings=tuple(_sitting(one, story.counted.get(one.sitting)) for one in story.sittings),
        certificates=certificate_rows(story, {}),
        history=tuple(_change(*one) for one in story.changes),
    )


def _facts(person: Any) -> Any:
    yield Fact(tr("Staff ID"), person.staff_id)
    yield Fact(tr("Branch"), person.branch or "–")
    yield Fact(tr("Team"), person.team or "–")
    if person.id_tail:
        yield Fact(tr("ID number"), f"••••{person.id_tail}")
    if not person.active:
        yield Fact(tr("On the staff list"), tr("has left"))


def _course(one: Any) -> CourseRow:
    state = str(one.state)
    if state in ("valid", "expired"):
        detail = tr("until {day}").format(day=one.until_day)
    else:
        detail = tr("by {day}").format(day=one.due_day) if one.due_day else ""
    score = f"{one.percent}%" if one.percent >= 0 else ""
    return CourseRow(
        one.course, state_word(state), _TONES.get(state, Tone.NEUTRAL), " · ".join(filter(None, (score, detail)))
    )


def _sitting(one: Any, counted: tuple[int, bool] | None) -> SittingRow:
    if not one.accepted:
        result = state_word("in_review")
    elif one.percent < 0:
        result = tr("No result")
    else:
        result = result_text(one.percent, one.passed)
        if counted is not None and counted != (one.percent, one.passed):
            result = tr("{before} → {after}").format(before=result, after=result_text(*counted))
    return SittingRow(one.sitting, one.course, one.began_wt, one.attempt, result, _found(one.codes))


def _found(codes: str) -> str:
    """What the checks say, each sentence with its code: the code alone tells HR nothing."""
    return " ".join(f"{finding_sentence(code, {}).text} [{code}]" for code in codes.split()) or "–"


def _change(wt: int, file: str, change: Any) -> Fact:
    where = f"{change.after.branch} {change.after.team}".strip()
    return Fact(datetime_text(wt), " · ".join(filter(None, (change_word(str(change.kind)), where, file))))

"""Takes an override to the desk; a refused one has changed nothing and stays typed, to be corrected."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Protocol

from desktop.background.contract import Jobs
from desktop.screens.proctor_act.state import Draft, Field, ProctorActState
from desktop.screens.proctor_act.task import Minutes, Task
from desktop.widgets.values import Fact
from desktop.words import tr
from desktop.words.clock import datetime_text
from desktop.words.errors import error_sentence
from desktop.words.overrides import Act, act_does, joined, ready_reasons
from exams import AcademyError, SessionPlan, check_code

Words = Callable[[], str]

_PLACES = {
    "E_REASON": Field.REASON,
    "E_EXTRA_TIME": Field.MINUTES,
    "E_NOTHING_LOST": Field.MINUTES,
    "E_STAFF_ID": Field.STAFF_ID,
    "E_UNLOCK": Field.STAFF_ID,
    "E_NAME": Field.TITLE,
    "E_CODE_TYPO": Field.CODE,
    "E_CODE_WRONG": Field.CODE,
    "E_WINDOW": Field.SESSION,
}
"""At which field a refusal is said, where the form has it; all others stand over the form."""


class ProctorActScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: ProctorActState) -> None:
        """Show the form."""
        ...


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the form leads; `done` gets what the desk gave back."""

    done: Callable[[object], None]
    back: Callable[[], None]


class ProctorActPresenter:
    """One override, from its reason to the desk's answer."""

    def __init__(self, task: Task, exits: Exits, jobs: Jobs | None = None) -> None:
        """`jobs` does what is slow; without it everything is done at once."""
        self._task = task
        self._exits = exits
        self._jobs = jobs
        self._screen: ProctorActScreen | None = None
        usual = task.minutes.usual if task.minutes else None
        self._draft = Draft(minutes="" if usual is None else str(usual), session=task.session)
        self._faults: dict[Field, Words] = {}
        self._fault: AcademyError | None = None
        self._busy = False
        self._turn = 0

    def attach(self, screen: ProctorActScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: ProctorActScreen) -> None:
        """That view is gone; work that is still under way has nothing to draw on."""
        if self._screen is screen:
            self._screen = None

    @property
    def busy(self) -> bool:
        """True while it is done: what comes of it, a code perhaps, is told once."""
        return self._busy

    def show(self) -> None:
        """Show the form as it was left."""
        self._draw()

    def type(self, field: str, text: str) -> None:
        """Remember what stands in a field; its fault is taken back by typing."""
        self._draft = replace(self._draft, **{field: text})
        self._faults.pop(Field(field), None)

    def choose_session(self, session: str) -> None:
        """Another of the planned sessions."""
        self.type(Field.SESSION.value, session)
        self._draw()

    def take_reason(self, text: str) -> None:
        """Put a ready reason into the field, to be used as it is or added to."""
        self.type(Field.REASON.value, text)
        self._draw()

    def confirm(self) -> None:
        """Check what can be checked here, then ask the desk; a second press while it is at work does nothing."""
        if self._busy:
            return
        self._fault, self._faults = None, self._found()
        if self._faults:
            self._refuse()
            return
        self._busy = True
        self._draw()
        work = partial(self._task.do, self._draft, _number(self._draft.minutes) or 0)
        if self._task.coded and self._jobs is not None:
            self._jobs.run(work, self._done, self._failed)
        else:
            self._do_now(work)

    def back(self) -> None:
        """Leave; nothing has happened. While it is being done one waits."""
        if not self._busy:
            self._exits.back()

    def _do_now(self, work: Callable[[], object]) -> None:
        try:
            given = work()
        except AcademyError as error:
            self._failed(error)
        else:
            self._done(given)
        finally:
            self._busy = False  # after a bug too the form can be used

    def _done(self, given: object) -> None:
        self._busy = False
        self._exits.done(given)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, AcademyError):
            self._place(error)
        self._refuse()

    def _found(self) -> dict[Field, Words]:
        found: dict[Field, Words] = {}
        asked, minutes = self._task.fields(), self._task.minutes
        if self._task.coded:
            found |= self._code_found()
        if Field.STAFF_ID in asked and not self._draft.staff_id.strip():
            found[Field.STAFF_ID] = _type_the_id
        if Field.TITLE in asked and not self._draft.title.strip():
            found[Field.TITLE] = _type_a_name
        if minutes is not None and not _fits(self._draft.minutes, minutes):
            found[Field.MINUTES] = partial(_minutes_from_to, minutes)
        if Field.REASON in asked and not self._draft.reason.strip():
            found[Field.REASON] = _say_why
        return found

    def _code_found(self) -> dict[Field, Words]:
        """A slip of the fingers is told at once: no code is tried with it."""
        if not self._draft.code.strip():
            return {Field.CODE: _type_the_code}
        try:
            check_code(self._draft.code)
        except AcademyError as error:
            return {Field.CODE: partial(_sentence, error)}
        return {}

    def _place(self, error: AcademyError) -> None:
        field = _PLACES.get(error.code)
        if field in self._task.fields() and field is not None:
            self._faults = {field: partial(_sentence, error)}
        else:
            self._fault = error

    def _refuse(self) -> None:
        self._turn += 1
        self._draw()

    def _draw(self) -> None:
        if self._screen is None:
            return
        task, fields = self._task, self._task.fields()
        self._screen.show_state(
            ProctorActState(
                act=task.act,
                whom=task.whom,
                says=joined(act_does(task.act), task.warns()),
                fields=fields,
                facts=(*task.facts(), *_clock(task.act)),
                minutes_hint=_hint(task),
                code_hint=_code_hint(task, self._draft.session),
                reasons=ready_reasons(task.act),
                draft=self._draft,
                faults={field: words() for field, words in self._faults.items()},
                fault=_sentence(self._fault) if self._fault else "",
                busy=self._busy,
                waiting=_waiting(task) if self._busy and task.coded else "",
                blocked=task.blocked(),
                focus=next(iter(self._faults), None) or next(iter(fields), None),
                turn=self._turn,
            )
        )


def plan_text(plan: SessionPlan) -> str:
    """A planned session as the list names it: its number, and when it may begin."""
    begin, end = datetime_text(plan.not_before_wt), datetime_text(plan.not_after_wt)
    return tr("{session} · {begin} to {end}").format(session=plan.session, begin=begin, end=end)


def _code_hint(task: Task, session: str) -> str:
    told = task.told_codes.get(session)
    if told:
        return tr("Demonstration: headquarters would tell you {code}").format(code=told)
    return tr("As headquarters tells it to you: small letters and missing hyphens do no harm.")


def _waiting(task: Task) -> str:
    if task.act is Act.GRADE:
        return tr("Opening the answer keys and grading. This takes a few seconds.")
    return tr("Opening the exam papers. This takes 1 to 3 seconds.")


def _clock(act: Act) -> tuple[Fact, ...]:
    if act is not Act.CLOCK:
        return ()
    now = int(datetime.now(UTC).timestamp() * 1000)
    return (Fact(tr("This computer says"), datetime_text(now)),)


def _hint(task: Task) -> str:
    if task.minutes is None:
        return ""
    least, most = task.minutes.least, task.minutes.most
    if task.act in {Act.RESUME, Act.CREDIT, Act.RESUME_ALL}:
        return tr("What the restart has cost, at most {most} minutes. Nobody gets more than was lost.").format(
            most=most
        )
    return tr("From {least} to {most}").format(least=least, most=most)


def _fits(text: str, minutes: Minutes) -> bool:
    number = _number(text)
    return number is not None and minutes.least <= number <= minutes.most


def _number(text: str) -> int | None:
    digits = text.strip()
    return int(digits) if digits.isdecimal() and len(digits) <= 3 else None


def _minutes_from_to(minutes: Minutes) -> str:
    if minutes.most < minutes.least:
        return tr("No minute can be added any more.")
    return tr("Type whole minutes from {least} to {most}.").format(least=minutes.least, most=minutes.most)


def _type_the_id() -> str:
    return tr("Type the staff ID.")


def _type_a_name() -> str:
    return tr("Give the session a name, as people call the room.")


def _type_the_code() -> str:
    return tr("Type the code from headquarters.")


def _say_why() -> str:
    return tr("Say why: it goes into the journal with your name.")


def _sentence(error: AcademyError) -> str:
    return error_sentence(error).text

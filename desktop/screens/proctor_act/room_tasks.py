"""Incidents, papers on paper and minutes by telephone as forms: the same page as every other act of a proctor."""

from collections.abc import Callable
from typing import Protocol

from desktop.screens.proctor_act.state import Draft
from desktop.screens.proctor_act.task import Minutes, Task
from desktop.widgets.values import Fact
from desktop.words import tr
from desktop.words.overrides import Act
from exams import IncidentGroup, MinutesAsked, PrintedPaper, RosterLine, Sitting

MOST_BY_PHONE = 120

GROUPS = {
    Act.INCIDENT_PERSON: IncidentGroup.PERSON,
    Act.INCIDENT_PC: IncidentGroup.PC,
    Act.INCIDENT_ROOM: IncidentGroup.ROOM,
    Act.INCIDENT_CONTENT: IncidentGroup.CONTENT,
}


class Log(Protocol):
    """Where incidents go."""

    def note(self, session: str, group: IncidentGroup, text: str, sitting_id: str = "") -> None: ...  # noqa: D102


class Authority(Protocol):
    """Who may add minutes above the limit."""

    def ask(self, sitting_id: str, minutes: int) -> MinutesAsked: ...  # noqa: D102
    def extend(self, sitting_id: str, code: str, reason: str) -> Sitting: ...  # noqa: D102


def incident_task(log: Log, act: Act, session: str, sitting_id: str = "", whom: str = "") -> Task:
    """One incident of a group, of one exam where `sitting_id` names it."""

    def note(draft: Draft, _: int) -> None:
        log.note(session, GROUPS[act], draft.reason, sitting_id)

    return Task(act, note, whom)


def ask_task(authority: Authority, sitting_id: str, whom: str) -> Task:
    """How many minutes headquarters is asked for."""
    minutes = Minutes(1, MOST_BY_PHONE, 45)
    return Task(
        Act.ASK_MINUTES, lambda _draft, number: authority.ask(sitting_id, number), whom, minutes, reasoned=False
    )


def phone_task(authority: Authority, sitting_id: str, whom: str, asked: MinutesAsked) -> Task:
    """What is read out, and the code that is heard."""

    def add(draft: Draft, _: int) -> Sitting:
        return authority.extend(sitting_id, draft.code, draft.reason)

    def facts() -> tuple[Fact, ...]:
        return (Fact(tr("Minutes"), str(asked.minutes)),)

    def warns() -> str:
        return tr("Read out: {request}").format(request=asked.text)

    return Task(Act.PHONE_MINUTES, add, whom, facts=facts, warns=warns, coded=True)


def paper_task(print_for: Callable[[str, str], PrintedPaper], line: RosterLine) -> Task:
    """A person's paper, with the reason; `print_for` takes staff id and reason."""

    def make(draft: Draft, _: int) -> PrintedPaper:
        return print_for(line.staff_id, draft.reason)

    return Task(Act.PAPER, make, line.note or line.name)

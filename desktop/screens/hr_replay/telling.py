"""A replayed sitting in the form that its page shows: facts, steps, disturbances. Pure."""

from typing import Any

from desktop.screens.hr_replay.state import Disturbance, StepRow
from desktop.widgets.tone import Tone
from desktop.widgets.values import Fact, Place, PlaceState
from desktop.words import tr
from desktop.words.clock import clock_text, datetime_text
from desktop.words.disputes import result_text
from desktop.words.overrides import cause_text
from desktop.words.replay import step_text
from desktop.words.time_told import time_told

_PARTS = 10_000
_TONES = {"pause": Tone.WARN, "resume": Tone.WARN, "incident": Tone.BAD, "comment": Tone.ACCENT, "void": Tone.BAD}

Lines = tuple[tuple[StepRow, ...], tuple[int, ...], tuple[Disturbance, ...]]


def facts_of(told: Any) -> tuple[Fact, ...]:
    """Whose it is, when, how it ended, and what time was lost and given."""
    row, last = told.row, told.retold.last
    facts = [
        Fact(tr("Staff ID"), row.staff_id),
        Fact(tr("Branch"), row.branch),
        Fact(tr("Course"), row.course or "–"),
        Fact(tr("Started"), datetime_text(row.began_wt)),
        Fact(tr("Attempt"), str(row.attempt)),
        Fact(tr("Result"), _result(row, told.counted)),
        Fact(tr("Time used"), clock_text(last.elapsed_ms // 1000)),
    ]
    return (*facts, *(Fact(name, length) for name, length in time_told(last)))


def _result(row: Any, counted: tuple[int, bool]) -> str:
    if row.percent < 0:
        return tr("No result")
    graded = result_text(row.percent, row.passed)
    if counted[0] < 0 or counted == (row.percent, row.passed):
        return graded
    return tr("{before} → {after}").format(before=graded, after=result_text(*counted))


def lines_of(retold: Any, disturbances: tuple[Disturbance, ...]) -> Lines:
    """Every step with the time that was left, and where it stands on the line."""
    rows = tuple(StepRow(one.number, left_text(one.sitting), step_text(one), _tone(one)) for one in retold.steps)
    return rows, _places(retold), disturbances


def _tone(step: Any) -> Tone:
    return Tone.WARN if step.gaps else _TONES.get(str(step.event), Tone.NEUTRAL)


def _places(retold: Any) -> tuple[int, ...]:
    """By the wall clock of the PC, never backwards."""
    first, places, furthest = retold.steps[0].wt, list[int](), 0
    whole = max(1, max(one.wt for one in retold.steps) - first)
    for one in retold.steps:
        furthest = max(furthest, (one.wt - first) * _PARTS // whole)
        places.append(min(_PARTS, furthest))
    return tuple(places)


def disturbances_of(told: Any) -> tuple[Disturbance, ...]:
    """Pauses, gaps and incidents, each at its step; of the room at the step that follows."""
    steps, places = told.retold.steps, _places(told.retold)
    found = [
        Disturbance(place, one.number, Tone.BAD if one.event == "incident" else Tone.WARN, step_text(one))
        for one, place in zip(steps, places, strict=True)
        if one.gaps or one.event in {"pause", "incident"}
    ]
    for incident in told.incidents:
        after = next((one.number for one in steps if one.wt >= incident.wt), len(steps))
        text = tr("Incident in the room: {text}").format(text=incident.text)
        found.append(Disturbance(places[after - 1], after, Tone.BAD, text))
    return tuple(sorted(found, key=lambda one: (one.step, one.text)))


def left_text(sitting: Any) -> str:
    """The time that was left, as the clock on the screen showed it."""
    left = sitting.remaining_ms
    return "–" if left is None else clock_text(-(-left // 1000))


def stop_text(sitting: Any) -> str:
    """Why the paper was hidden then; empty while it was not."""
    return tr("The paper was hidden: {why}").format(why=cause_text(sitting.stop)) if sitting.stop else ""


def questions_of(sitting: Any) -> tuple[Place, ...]:
    """Every question as the person's own navigator showed it then."""
    return tuple(
        Place(place.position, _state(sitting, place.position), place.position in sitting.flags)
        for place in sitting.paper.items
    )


def _state(sitting: Any, position: int) -> PlaceState:
    if position in sitting.answers:
        return PlaceState.ANSWERED
    return PlaceState.SEEN if position in sitting.seen else PlaceState.UNSEEN

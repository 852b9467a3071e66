"""What one exam means for the proctor: its state, its figures, what may be done."""

from dataclasses import replace

import pytest

from desktop.screens.proctor_sitting.presenter import Exits, ProctorSittingPresenter
from desktop.words.overrides import Act
from exams import Cause, Gap, Kind, Moment, SessionReport, Sitting, State
from exams.sittings.errors import SittingUnreadable
from exams.timing.account import TimeRecord
from tests.desktop.screens.staff_desks import NOON, SESSION, a_line, graded
from tests.exams.sittings.story import LIMIT, MINUTE, PAPER

START = Moment("story-1", 60_000, 60_000, NOON)


def a_sitting(**changes):
    facts = {"state": State.OPEN, "limit_ms": LIMIT, "elapsed_ms": 5 * MINUTE, "started_wt": NOON, "last": START}
    return Sitting("s1", Kind.FINAL, "T1001", "S1", 1, PAPER, **{**facts, **changes})


class Page:
    def __init__(self):
        self.states = []

    def show_state(self, state):
        self.states.append(state)

    @property
    def state(self):
        return self.states[-1]


class Desk:
    def __init__(self, line, sitting):
        self.line, self.told, self.refusal, self.open = line, sitting, None, True

    def sessions(self):
        return (replace(SESSION, open=self.open),)

    def sittings(self, session=None):
        return (self.line,) if self.line else ()

    def sitting(self, sitting_id):
        if self.refusal:
            raise self.refusal
        return self.told

    def report(self, session):
        return SessionReport(SESSION, (), (), 1, "")


def opened(line, sitting, **desk_facts):
    desk, page, went = Desk(line, sitting), Page(), []
    for name, value in desk_facts.items():
        setattr(desk, name, value)
    exits = Exits(lambda act, line, sitting: went.append((act, line.sitting, sitting.id)), lambda: went.append("room"))
    presenter = ProctorSittingPresenter(desk, "s1", exits)
    presenter.attach(page)
    presenter.show()
    return presenter, page, desk, went


def acts(page):
    return [Act(row.key) for row in page.state.acts]


def stopped(stop, **changes):
    record = TimeRecord(proctored=True, stop=stop, stopped_at=START)
    return a_sitting(state=State.PAUSED, time=record, **changes)


RUNNING = a_line("s1", remaining_ms=15 * MINUTE, extendable_ms=30 * MINUTE)


def test_a_running_exam_can_be_paused_lengthened_handed_in_or_voided():
    _, page, _, _ = opened(RUNNING, a_sitting())
    phoned_and_noted = [Act.ASK_MINUTES, Act.INCIDENT_PERSON, Act.HAND_OVER]
    assert acts(page) == [Act.PAUSE, Act.EXTEND, *phoned_and_noted, Act.FORCE, Act.VOID]
    assert [figure.value for figure in page.state.figures] == ["15:00", "12 / 27", "00:00", "30:00"]
    assert page.state.place == "T1001 · Attempt 1 · 演示考场"


@pytest.mark.parametrize(
    ("stop", "standing", "meaning"),
    [
        (Cause.REBOOT, "Waits for you: the computer restarted", "at most 10 minutes"),
        (Cause.STOPPED, "Waits for you: the program was closed", "more than 3 minutes"),
        (Cause.SUSPEND, "Waits for you: the computer slept", "nothing of this time is given back"),
        (Cause.PAUSE, "Paused by you or another proctor", "at most 60 minutes"),
    ],
)
def test_who_waits_is_said_with_the_cause_and_its_rule_and_letting_go_on_comes_first(stop, standing, meaning):
    line = replace(RUNNING, state="paused", stop=stop.value)
    _, page, _, _ = opened(line, stopped(stop))
    assert page.state.standing == standing
    assert meaning in page.state.meaning
    assert acts(page)[0] is Act.RESUME
    assert (Act.PAUSE in acts(page)) == (stop is not Cause.PAUSE)


def test_the_reason_of_a_pause_is_repeated():
    line = replace(RUNNING, state="paused", stop="pause")
    _, page, _, _ = opened(line, stopped(Cause.PAUSE, reason="火警演练"))
    assert page.state.meaning.endswith("Reason: 火警演练")


def test_lost_time_of_an_exam_that_goes_on_can_be_given_back():
    record = TimeRecord(proctored=True, lost_ms=4 * MINUTE)
    _, page, _, _ = opened(replace(RUNNING, creditable_ms=4 * MINUTE), a_sitting(time=record))
    assert Act.CREDIT in acts(page)
    assert page.state.figures[2].value == "04:00"


def test_where_nothing_can_be_added_it_is_not_offered():
    _, page, _, _ = opened(RUNNING, a_sitting(time=TimeRecord(extended_ms=30 * MINUTE)))
    assert Act.EXTEND not in acts(page)


@pytest.mark.parametrize(
    ("cause", "is_open", "expected"),
    [
        ("time", True, [Act.REOPEN, Act.VOID]),
        ("forced", True, [Act.REOPEN, Act.VOID]),
        ("forced", False, [Act.VOID]),
        ("hand", True, [Act.VOID]),
    ],
)
def test_only_what_time_or_force_has_ended_in_an_open_session_can_be_opened_again(cause, is_open, expected):
    line = graded("s1", passed=False, certificate=None)
    _, page, _, _ = opened(line, a_sitting(state=State.GRADED, cause=cause), open=is_open)
    assert acts(page) == expected
    assert page.state.figures[0].caption == "Not passed"


@pytest.mark.parametrize("line", [graded("s1"), a_line("s1", state="void")], ids=["certified", "void"])
def test_certified_and_void_exams_stay_as_they_are(line):
    _, page, _, _ = opened(line, a_sitting(state=State.VOID if line.state == "void" else State.GRADED))
    assert acts(page) == []


def test_every_gap_has_its_cause_its_length_and_how_much_was_exam_time():
    gaps = (
        Gap(Cause.REBOOT, NOON, 4 * MINUTE, 4 * MINUTE),
        Gap(Cause.PAUSE, NOON, 5 * MINUTE, 0),
        Gap(Cause.PAUSE, NOON, 65 * MINUTE, 5 * MINUTE),
        Gap(Cause.CLOCK, NOON, -60 * MINUTE, 0),
    )
    _, page, _, _ = opened(RUNNING, a_sitting(time=TimeRecord(gaps=gaps)))
    assert [gap.value for gap in page.state.gaps] == [
        "4 minutes, all of it exam time",
        "5 minutes, the clock stood still",
        "65 minutes, of it 5 minutes exam time",
        "by 60 minutes back; no exam time",
    ]
    assert page.state.gaps[0].name.endswith("Restart or power cut")


def test_a_tick_redraws_only_what_has_changed():
    presenter, page, desk, _ = opened(RUNNING, a_sitting())
    presenter.tick()
    assert len(page.states) == 1
    desk.line = replace(RUNNING, remaining_ms=14 * MINUTE)
    presenter.tick()
    assert page.state.figures[0].value == "14:00"


def test_an_act_takes_the_exam_along_as_it_was_read_last():
    presenter, _, _, went = opened(RUNNING, a_sitting())
    presenter.act("pause")
    presenter.back()
    assert went == [(Act.PAUSE, "s1", "s1"), "room"]


def test_an_exam_that_cannot_be_read_allows_nothing_and_says_why():
    presenter, page, desk, _ = opened(RUNNING, a_sitting())
    desk.refusal = SittingUnreadable(sitting="s1")
    presenter.tick()
    assert page.state.fault.startswith("The record of this exam cannot be read.")
    assert (page.state.acts, page.state.name) == ((), "王小雨")
    desk.refusal, desk.line = None, None
    presenter.tick()
    assert page.state.fault == "This exam is not on the list any more."

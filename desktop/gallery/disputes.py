"""HR's disputes: a sitting replayed, appeals, an answer before its marker; each page as a whole, in its states."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.gallery.part import page, part
from desktop.screens.hr_appeal.state import Draft, HrAppealState
from desktop.screens.hr_appeal.view import HrAppealView
from desktop.screens.hr_appeal_entry.state import Draft as EntryDraft
from desktop.screens.hr_appeal_entry.state import HrAppealEntryState
from desktop.screens.hr_appeal_entry.view import HrAppealEntryView
from desktop.screens.hr_appeals.state import AppealRow, HrAppealsState
from desktop.screens.hr_appeals.view import HrAppealsView
from desktop.screens.hr_marking.state import HrMarkingState, MarkingRow
from desktop.screens.hr_marking.view import HrMarkingView
from desktop.screens.hr_marking_case.state import HrMarkingCaseState
from desktop.screens.hr_marking_case.view import HrMarkingCaseView
from desktop.screens.hr_replay.state import Disturbance, HrReplayState, ShownItem, StepRow
from desktop.screens.hr_replay.view import HrReplayView
from desktop.style.look import look
from desktop.widgets.values import Fact, Option, Place, PlaceState, Tone
from desktop.words import tr
from desktop.words.findings import finding_sentence

SITTING, STAFF = "5f6e0d5c1c7a4b21", "T1001"
_ASKED = "选项 B 与选项 C 在现行规定下都说得通。"
_LOW, _HALF, _TALL = 470, 820, 1320
_ANSWERED = "两项均可，给满分。"


def replay() -> QWidget:
    """A sitting while its keys are opened, in the middle, and one that does not agree."""
    title = tr("Replay of {sitting}").format(sitting=SITTING)
    states = (HrReplayState(title, busy=True), _replayed(), _disagreeing())
    about = tr("Everything the person saw and did, from the branch's own journal. Nothing can be changed here.")
    heights = (_LOW, _TALL, _HALF)
    views = [_whole(HrReplayView(title), state, height) for state, height in zip(states, heights, strict=True)]
    return page(title, about, *(part("", view) for view in views))


def appeals() -> QWidget:
    """The list, the form of a new one, one to decide, one that is decided."""
    views = [_whole(view, state, height) for view, state, height in _appeals()]
    about = tr("One person enters an appeal, another decides it. Enter or a double click opens one.")
    return page(tr("Appeals"), about, *(part("", view) for view in views))


def marking() -> QWidget:
    """The queue before and after the keys are open, an answer to mark, one that is done."""
    views = [_whole(view, state, height) for view, state, height in _marking()]
    about = tr("Two people mark each answer; the second does not see the first. Where they differ, a third decides.")
    return page(tr("Marking by hand"), about, *(part("", view) for view in views))


def _whole(view: QWidget, state: object, height: int) -> QWidget:
    view.show_state(state)  # type: ignore[attr-defined]  # every view has it
    view.setMinimumHeight(look().px(height))
    return view


def _options() -> tuple[Option, ...]:
    return (
        Option("C", tr("Ask for the card number and the password of the customer before anything else is said")),
        Option("A", tr("Listen to the end, then sum up the wish in one sentence")),
        Option("B", tr("Interrupt to save time")),
    )


def _replayed() -> HrReplayState:
    rows = (
        StepRow(1, "60:00", tr("The exam begins")),
        StepRow(2, "60:00", tr("Question {position} comes on the screen").format(position=1)),
        StepRow(3, "58:30", tr("Question {position}: answered").format(position=1)),
        StepRow(4, "51:12", tr("The proctor pauses the exam"), Tone.WARN),
    )
    facts = (Fact(tr("Staff ID"), STAFF), Fact(tr("Branch"), "BJ-WJ01"), Fact(tr("Time used"), "52:10"))
    states = (PlaceState.ANSWERED, PlaceState.SEEN, *[PlaceState.UNSEEN] * 18)
    places = tuple(Place(position, state, position == 2) for position, state in enumerate(states, 1))
    return HrReplayState(
        tr("Replay of {sitting}").format(sitting=SITTING),
        facts,
        opened=True,
        rows=rows,
        places=(0, 400, 2500, 6000),
        disturbances=(Disturbance(6000, 4, Tone.WARN, rows[3].text), Disturbance(8200, 4, Tone.BAD, "")),
        step=3,
        told=_told(3, rows[2].text),
        clock="58:30",
        total=20,
        item=_item(),
        questions=places,
        lang_told=tr("It stood there in Chinese."),
        scratch="12 × 5 = 60",
    )


def _item() -> ShownItem:
    stem = tr("Which of these is **not** allowed on the telephone?")
    remark = tr("{kind}: {text}").format(kind=tr("No answer, or several, are right"), text=_ASKED)
    return ShownItem("single", stem, _options(), "", "A", frozenset({"B"}), ((0, 5),), flagged=True, remark=remark)


def _disagreeing() -> HrReplayState:
    why = finding_sentence("E_SCORE_MISMATCH", {}).text
    stopped = tr("The paper was hidden: {why}").format(why=tr("Paused by the proctor"))
    return replace(
        _replayed(), disagrees=why, stopped=stopped, step=4, told=_told(4, tr("The proctor pauses the exam"))
    )


def _told(step: int, what: str) -> str:
    return tr("Step {step} of {steps}: {what}").format(step=step, steps=4, what=what)


def _appeals() -> Iterator[tuple[QWidget, object, int]]:
    rule = tr("Appeals are taken within {days} days of the result.").format(days=15)
    question = tr("Question {position}").format(position=4)
    waiting, upheld = tr("Waits for a decision"), f"{tr('Upheld')} · {tr('All points given')}"
    rows = (
        AppealRow(2, STAFF, question, "2026-11-28", waiting, ""),
        AppealRow(1, "T1002", tr("The whole result"), "2026-11-27", upheld, "78% → 80%"),
    )
    yield HrAppealsView(), HrAppealsState(rule=rule), 420
    yield HrAppealsView(), HrAppealsState(rows, 1, rule), 420
    fault = tr("It came on {received}; the last day was {last_day}.").format(
        received="2026-12-20", last_day="2026-12-10"
    )
    entered = EntryDraft(STAFF, SITTING, "4", "2026-12-20", _ASKED)
    yield HrAppealEntryView(), HrAppealEntryState(entered, fault), 830
    facts = (Fact(tr("Staff ID"), STAFF), Fact(tr("About"), question), Fact(tr("Entered by"), "H3001"))
    title = tr("Appeal {number}").format(number=2)
    choices = (
        ("full", tr("Upheld: all points")),
        ("points", tr("Upheld: some points")),
        ("key", tr("Upheld: the key is wrong, everybody is to be graded again")),
        ("refused", tr("Dismissed")),
    )
    form = HrAppealState(title, facts, _ASKED, choices=choices, most="1", by_points=True)
    yield HrAppealView(title), replace(form, draft=Draft("points", "0.5")), 1050
    barred = tr("You have entered this appeal: another person decides it.")
    yield HrAppealView(title), HrAppealState(title, facts, _ASKED, barred=barred), 430
    decided = (Fact(tr("Decision"), upheld), Fact(tr("Decided by"), "H3002"), Fact(tr("Result"), "78% → 80%"))
    done = HrAppealState(title, facts, _ASKED, decided, _ANSWERED, saved="D:/appeal-2.pdf")
    yield HrAppealView(title), done, 730


def _marking() -> Iterator[tuple[QWidget, object, int]]:
    cause, first = tr("Words that the key does not take"), tr("Waits for the first marker")
    rows = (
        MarkingRow(SITTING, 12, "sa-12", cause, tr("out of {points}").format(points="2"), first, mine=True),
        MarkingRow(
            SITTING,
            4,
            "sc-4",
            tr("The candidate's remark"),
            tr("out of {points}").format(points="1"),
            tr("Done, given {points}").format(points="1"),
            mine=False,
        ),
    )
    agreement = tr("{count} marked twice: {percent} % the same, {thirds} went to a third, kappa {kappa}.")
    told = agreement.format(count=40, percent=85, thirds=2, kappa="0.71")
    yield (
        HrMarkingView(),
        HrMarkingState(locked=True, agreement=tr("Nothing has been marked by two people yet.")),
        _HALF,
    )
    yield HrMarkingView(), HrMarkingState(rows, 1, told), _LOW + 100
    title = tr("Question {position}").format(position=12)
    case = HrMarkingCaseState(
        title,
        opened=True,
        turn=tr("Waits for the second marker"),
        item_type="shortanswer",
        stem=tr("Which of these is **not** allowed on the telephone?"),
        value="口头挂失",
        correct="电话挂失",
        mine=True,
        most="2",
    )
    yield HrMarkingCaseView(title), case, _HALF
    marker, given = tr("Marker {turn}: {who}"), tr("{points} points").format(points="1")
    marks = tuple(Fact(marker.format(turn=turn, who=who), given) for turn, who in ((1, "H3001"), (2, "H3002")))
    yield HrMarkingCaseView(title), replace(case, mine=False, marks=marks, turn=rows[1].turn), _LOW + 150

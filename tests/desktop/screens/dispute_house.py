"""HR's house of disputes for tests of its screens: a replayed sitting, appeals and answers, kept in memory."""

from dataclasses import replace
from functools import cache

import pytest

from desktop.widgets.values import Crumb
from desktop.wiring.disputes import DisputeRoom
from exams.bundles.retold import retell
from exams.bundles.verdict import Code, Finding
from exams.desk.hr_marking import MarkingCase, Waiting
from exams.desk.hr_replay import Replayed, RoomIncident
from exams.desk.questions import question_of
from exams.journal.line import GENESIS, Event, Record, make_body, make_line
from exams.papers.codec import paper_to_json
from exams.register.appeals import Appeal, decided, entered
from exams.register.dispute_rules import DisputeRules
from exams.register.hand_marking import Agreement, HandMark
from exams.register.officers import OfficerRefused
from exams.register.outcome import SittingRow
from exams.sittings.aids import Comment, CommentKind
from exams.timing.story_clock import StoryClock
from exams.trust.errors import WrongPassphrase
from tests.desktop.screens.staff_fixtures import chinese, dressed, driver, remembered, window
from tests.exams.grading.places import a_form, a_paper

__all__ = ["chinese", "dressed", "driver", "house", "remembered", "room", "window"]
SECRET, OWN = "several plain words", "my very own words"
NOON = 1_795_000_000_000
ME, OTHER = "H3001", "H3002"


@cache
def replayed():
    """The second question answered twice, struck out and flagged; a pause; a remark; handed in."""
    paper, _keys, items = a_paper(*a_form(12))
    records, clock, place = [], StoryClock(NOON), paper.at(2)

    def tell(event, minutes=1, **facts):
        clock.forward(minutes=minutes)
        told = make_body(facts, bytes(16))
        line = make_line(len(records) + 1, GENESIS, clock.now(), Event(event), "00112233445566aa", told)
        records.append(Record(line, line.encode(), told))

    about = {"kind": "final", "staff": paper.staff_id, "session": "S1", "attempt": 1, "content": "c0"}
    tell("start", **about, limit_ms=3_600_000, extra_ms=0, paper=paper_to_json(paper))
    tell("show", position=2)
    tell("answer", position=2, item=place.item, value=_value(place, 0))
    tell("strike", position=2, item=place.item, letters=[place.order[-1]])
    tell("flag", position=2, on=True)
    tell("pause", reason="fire alarm", by="P2001")
    tell("resume", 5, reason="over", by="P2001", credit_ms=0)
    tell("answer", position=2, item=place.item, value=_value(place, 1))
    tell("comment", position=2, item=place.item, kind="key", text="两项都对")
    tell("show", position=3)
    tell("submit", cause="hand", answers="")
    retold = retell(records)
    questions = {one.position: question_of(items[one.item], one) for one in paper.items}
    incident = RoomIncident(retold.steps[4].wt, "room", "fire alarm", "P2001")
    return Replayed(_row(retold), retold, questions, (), (incident,), None, None)


def _value(place, number):
    letter = place.order[number]
    return [letter] if place.type == "multiple" else letter


def _row(retold):
    last = retold.last
    return SittingRow(
        last.id, "D00000001", 1, last.staff_id, "BJ-WJ01", "TELE", "c", "final", "A", "S1", 1, last.started_wt,
        last.ended_wt, "graded", 60, passed=False, accepted=True, settled=True, codes="", result="", tried="",
    )  # fmt: skip


class House:
    """Answers as HR's house does, with what is told here; `who` is signed in."""

    def __init__(self):
        self.who, self.is_open, self.refusal = ME, False, None
        self.told, self.kept, self.marked, self.written = replayed(), [], [], []
        self.cases = [Waiting("s1", 4, "sc-4", "remark", 1000, 1, True, None)]

    def open(self, secret):
        if secret != SECRET:
            raise WrongPassphrase(key="hr_seal")
        self.is_open = True

    def lock(self):
        self.is_open = False

    def replay(self, sitting):
        assert self.is_open
        if self.refusal:
            raise self.refusal
        return self.told

    def disagree(self):
        self.told = replace(self.told, findings=(Finding(Code.SCORE, 9, "s1", {"told": 1, "score": 2}),))

    def appeals(self):
        if self.refusal:
            raise self.refusal
        return tuple(self.kept)

    def rules(self):
        return DisputeRules()

    def appeal(self, number):
        return self.kept[number - 1]

    def at_stake(self, appeal):
        return (0, 1000) if appeal.position else (0, 0)

    def enter(self, sitting, staff_id, position, reason, received_day=""):
        asked = Appeal(
            len(self.kept) + 1, sitting, staff_id, position, "i", reason, received_day or "2026-11-19", "", self.who, 1
        )
        row = replace(self.told.row, sitting=sitting)
        self.kept.append(entered(asked, row, self.rules(), "2027-01-01"))
        return self.kept[-1]

    def decide(self, secret, own, number, decision):
        if own != OWN:
            raise OfficerRefused(reason="passphrase", who=self.who)
        if secret != SECRET:
            raise WrongPassphrase(key="hr")
        done = decided(self.appeal(number), decision, self.who, 1_795_000_000_000, 1000)
        self.kept[number - 1] = replace(done, percent_before=60, percent_after=62)
        return self.kept[number - 1]

    def write_letter(self, number, out):
        self.written.append((number, out))
        return out

    def queue(self):
        if self.refusal:
            raise self.refusal
        return tuple(self.cases)

    def gather(self):
        assert self.is_open
        return 1

    def agreement(self):
        return Agreement(2, 1, 1, 1, 0.0)

    def case(self, sitting, position):
        assert self.is_open
        waiting = self.cases[0]
        marks = () if waiting.mine else (HandMark(1, ME, 500, "可以", 1),)
        question = self.told.questions[2]
        given = self.told.retold.last.answers[2]
        return MarkingCase(waiting, question, given, given, Comment(CommentKind.KEY, "两项都对"), marks)

    def mark(self, sitting, position, points, remark):
        self.marked.append((sitting, position, points, remark))
        self.cases = [replace(self.cases[0], turn=2, mine=False)]
        return self.cases[0]


@pytest.fixture
def house():
    return House()


@pytest.fixture
def room(window, house, tmp_path):
    room = DisputeRoom(
        window,
        house,
        lambda: (Crumb("home", "Home"),),
        lambda: room.left.append("matrix"),
        lambda name, chosen: chosen(tmp_path / name),
    )
    room.left = []
    return room


def waited(window):
    """What works in the background is done."""
    window.jobs.finish_all()

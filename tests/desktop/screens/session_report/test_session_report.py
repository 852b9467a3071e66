"""A session is closed, and its report is read and taken out."""

import json
from dataclasses import replace
from hashlib import sha256

import pytest

from desktop.screens.session_report.presenter import Exits, SessionReportPresenter, report_digest
from desktop.screens.session_report.view import SessionReportView
from exams import Cause, Gap, Override, SessionReport, SittingFacts
from exams.store.errors import DatabaseDamaged, DiskFull
from tests.desktop.screens.staff_desks import NOON, SESSION, a_line, graded
from tests.drivers.looks import cut_off, nameless, unreachable
from tests.drivers.session_pages import SessionReportDriver
from tests.drivers.window import windows_beside
from tests.exams.desk.branch_pc import MINUTE
from tests.exams.desk.branch_pc import SESSION as OPEN_NOW

GAP = Gap(Cause.REBOOT, NOON, 4 * MINUTE, 4 * MINUTE)
ONE = SittingFacts(graded("s1"), 20 * MINUTE, 9 * MINUTE, 0, 5 * MINUTE, 4 * MINUTE, 2 * MINUTE, 1, (GAP,))
TWO = SittingFacts(a_line("s2", name="欧阳文静"), 20 * MINUTE, 9 * MINUTE, 0, 0, 0, 0, 0, ())
REPORT = SessionReport(
    SESSION, (ONE, TWO), (Override("s1", "resume", "P2001", "停电", NOON, 4 * MINUTE),), 88, "ab" * 32
)
EMPTY = SessionReport(replace(SESSION, open=False), (), (), 3, "cd" * 32)


class Desk:
    def __init__(self, report=REPORT):
        self.told, self.refusal, self.recorded = report, None, []

    def report(self, session):
        if self.refusal:
            raise self.refusal
        return self.told

    def record_report(self, session, digest):
        if self.refusal:
            raise self.refusal
        self.recorded.append((session, digest))


class Page:
    def show_state(self, state):
        self.state = state


def opened(desk):
    page, copied = Page(), []
    presenter = SessionReportPresenter(desk, "S1", Exits(copied.append, lambda: copied.append("room")))
    presenter.attach(page)
    presenter.show()
    return presenter, page, copied


def test_the_report_names_every_gap_and_every_override_with_who_and_why():
    _, page, _ = opened(Desk())
    assert page.state.gaps[0].name.startswith("赵明轩 · ")
    assert page.state.gaps[0].value == "4 minutes, all of it exam time"
    assert page.state.overrides[0].name.endswith("Let go on +4")
    assert page.state.overrides[0].value == "停电 (P2001)"


def test_what_is_taken_out_is_what_stood_on_the_screen_and_its_digest_is_written_down_first():
    desk = Desk()
    presenter, page, copied = opened(desk)
    desk.told = replace(REPORT, records=99)
    presenter.copy()
    assert desk.recorded == [("S1", page.state.digest)]
    assert page.state.digest in copied[0]
    assert "88" in copied[0]
    assert page.state.copied


def test_nothing_is_taken_out_where_the_journal_cannot_be_written():
    desk = Desk()
    presenter, page, copied = opened(desk)
    desk.refusal = DiskFull()
    presenter.copy()
    assert copied == []
    assert not page.state.copied
    assert page.state.fault.startswith("The disk is full")


def test_the_digest_is_that_of_the_facts_as_json():
    facts = json.dumps(REPORT.as_json(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert report_digest(REPORT) == sha256(facts.encode()).hexdigest()


def test_reading_again_shows_how_things_stand_now():
    desk = Desk()
    presenter, page, _ = opened(desk)
    presenter.copy()
    desk.told = replace(REPORT, sittings=())
    presenter.read_again()
    assert page.state.sittings == ()
    assert not page.state.copied


def test_a_report_that_cannot_be_read_says_so():
    desk = Desk()
    desk.refusal = DatabaseDamaged()
    presenter, page, copied = opened(desk)
    presenter.copy()
    assert page.state.fault.startswith("The database of this PC cannot be read.")
    assert copied == []


def test_a_session_is_closed_and_its_report_copied_and_journalled(way, sitting):
    way.desk.force(sitting.id, "已离开考场")
    way.room.open()
    way.page.do("close")
    way.form.press("confirm")
    assert way.title == "Report of the session"
    assert [session.open for session in way.desk.sessions()] == [False]
    assert not way.report.has("still_open")
    assert "王小雨 | T1001 | Graded" in way.report.lines[0]
    way.report.press("copy_report")
    assert way.report.copied
    assert "王小雨 (T1001)" in way.clipboard
    assert "已离开考场 (P2001)" in way.clipboard
    assert way.report.digest in way.clipboard
    assert way.pc.records()[-1].facts() == {"session": OPEN_NOW, "sha256": way.report.digest, "by": "P2001"}


def test_a_session_in_which_somebody_sits_is_not_closed(way, sitting):
    way.room.open()
    way.page.do("close")
    way.form.press("confirm")
    assert way.form.fault.startswith("Somebody still sits in this session: 1.")
    assert way.desk.sessions()[0].open


def test_the_report_of_an_open_session_says_that_it_is_open(way, sitting):
    way.room.open()
    way.page.press("report")
    assert way.report.has("still_open")
    way.report.press("to_room")
    assert way.title == "Proctor's desk"


def shown(report):
    view = SessionReportView()
    presenter = SessionReportPresenter(Desk(report), "S1", Exits(lambda _: None, lambda: None))
    presenter.attach(view)
    presenter.show()
    return view


@pytest.mark.parametrize("report", [REPORT, EMPTY], ids=["full", "empty"])
@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_off_nameless_or_out_of_reach(dressed, report, zoom, code):
    view = dressed(lambda: shown(report), code, zoom)
    assert not cut_off(view)
    assert not nameless(view)
    assert not unreachable(view)
    assert not windows_beside(view)


def test_an_empty_session_says_that_nobody_sat(dressed, qtbot):
    driver = SessionReportDriver(qtbot, dressed(lambda: shown(EMPTY), "en"))
    assert driver.sees("Nobody sat in this session")
    assert driver.sees("Nothing was changed by a proctor.")

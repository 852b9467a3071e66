"""Where HR looks for itself: branches by warnings, the finals behind them, pairs of a room; each is replayed."""

import pytest

from desktop.widgets.table import TableView
from exams.analysis.similarity import SimilarPair
from exams.desk.hr_spot_checks import BranchFindings, RoomPair, WarnedSitting
from exams.store.register_errors import RegisterNotWritten
from tests.desktop.screens.dispute_house import House, waited
from tests.desktop.screens.register_fixtures import shown
from tests.drivers.disputes import ReplayDriver
from tests.drivers.hr_register import ChecksDriver, PairsDriver, WarnedDriver
from tests.drivers.looks import cut_off, nameless, settle, unreachable


class Checks:
    """What a register would say; `refusal` is raised instead where there is one."""

    def __init__(self):
        self.refusal = None
        self.found = (
            BranchFindings("GZ-TH03", 4, {"W_PAUSE": 6, "W_RESUME": 2}),
            BranchFindings("BJ-WJ01", 40, {"W_NO_ANCHOR": 4}),
        )
        self.alike = (
            RoomPair("S00000007", "BJ-WJ01", ("T1001", "T1002"), SimilarPair("s1", "s2", 14, 13, 3.46, 1e-7)),
            RoomPair("S00000009", "SH-PD02", ("T2001", "T2040"), SimilarPair("s8", "s9", 11, 11, 2.0, 1e-7)),
        )

    def branches(self):
        if self.refusal is not None:
            raise self.refusal
        return self.found

    def pairs(self):
        return self.alike

    def sittings(self, branch):
        if self.refusal is not None:
            raise self.refusal
        return (WarnedSitting("s3", "S00000008", "T3001", "<b>赵强</b>", "TELE", ("W_PAUSE", "W_RESUME")),)


@pytest.fixture
def checks(house):
    house.checks = Checks()
    house.disputes = House()
    house.disputes.is_open = True
    return house.checks


@pytest.fixture
def page(checks, room, window, qtbot):
    room.open_checks()
    window.jobs.finish_all()
    return shown(window, qtbot, ChecksDriver)


def test_branches_stand_by_warnings_and_one_that_is_opened_tells_its_finals_and_why(page, window, qtbot):
    assert [line.split(" | ")[:3] for line in page.lines] == [["GZ-TH03", "4", "2.00"], ["BJ-WJ01", "40", "0.10"]]
    assert not page.has("warned")
    assert page.view.focusWidget() is page.part("branches", TableView).table
    page.enter_at(0)
    window.jobs.finish_all()
    assert page.sees("Finals of GZ-TH03 with warnings")
    assert any(text.startswith("6 times: ") and text.endswith("[W_PAUSE]") for text in page.words())
    (line,) = shown(window, qtbot, WarnedDriver).lines
    assert line.startswith("S00000008 | <b>赵强</b> T3001 | TELE | ")
    assert "[W_RESUME]" in line


def test_a_final_is_replayed_and_the_way_back_finds_the_branch_open(page, window, qtbot):
    page.enter_at(0)
    window.jobs.finish_all()
    shown(window, qtbot, WarnedDriver).enter_at(0)
    waited(window)
    replay = shown(window, qtbot, ReplayDriver)
    assert replay.has("time_line")
    replay.press("leave")
    assert shown(window, qtbot, ChecksDriver).sees("Finals of GZ-TH03 with warnings")


def test_both_finals_of_a_pair_can_be_replayed(page, window, qtbot):
    pairs = shown(window, qtbot, PairsDriver)
    assert pairs.lines == [
        "S00000007 | BJ-WJ01 | T1001 / T1002 | 13 of 14 | 3.5",
        "S00000009 | SH-PD02 | T2001 / T2040 | 11 of 11 | 2.0",
    ]
    assert (page.text("replay_first"), page.text("replay_second")) == ("Replay T1001", "Replay T1002")
    pairs.go_to(1)
    assert page.text("replay_second") == "Replay T2040"
    page.press("replay_second")
    assert "s9" in window.current().title


def test_while_it_is_read_the_page_says_so_and_then_that_nothing_stands_out(checks, room, window, qtbot):
    checks.found = checks.alike = ()
    room.open_checks()
    page = shown(window, qtbot, ChecksDriver)
    assert (page.sees("Reading the register"), page.can_press("refresh")) == (True, False)
    assert window.current().held()
    page.view.leave_asked.emit()
    assert shown(window, qtbot, ChecksDriver).has("checks_progress")
    assert not page.sees("Nothing stands out.")
    window.jobs.finish_all()
    assert page.sees("Nothing stands out.")
    assert page.sees("No pair stands out.")
    assert not page.has("replay_first")


def test_what_cannot_be_read_is_told_and_can_be_tried_again(checks, room, window, qtbot):
    checks.refusal = RegisterNotWritten(path="r.sqlite", detail="locked")
    room.open_checks()
    window.jobs.finish_all()
    page = shown(window, qtbot, ChecksDriver)
    assert page.sees("The register r.sqlite could not be written: locked")
    assert not page.sees("Nothing stands out.")
    checks.refusal = None
    page.press("refresh")
    window.jobs.finish_all()
    assert len(page.lines) == 2
    checks.refusal = RegisterNotWritten(path="r.sqlite", detail="locked again")
    page.enter_at(0)
    window.jobs.finish_all()
    assert (page.sees("locked again"), page.has("warned"), len(page.lines)) == (True, False, 2)


@pytest.mark.parametrize(("code", "zoom"), [("zh", 200), ("en", 100)])
def test_everything_has_a_name_can_be_reached_and_is_not_cut(checks, room, window, qtbot, code, zoom):
    window.set_language(code)
    window.set_zoom(zoom)
    room.open_checks()
    window.jobs.finish_all()
    shown(window, qtbot, ChecksDriver).enter_at(0)
    window.jobs.finish_all()
    settle()
    view = window.current().view
    assert (nameless(view), unreachable(view), cut_off(view)) == ([], [], [])

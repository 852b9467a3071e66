"""Where HR looks for itself: branches by warnings, the finals behind them, pairs of a room; each is replayed."""

from dataclasses import replace

import pytest

from desktop.widgets.table import TableView
from exams.analysis.similarity import SimilarPair
from exams.desk.hr_spot_checks import BranchFindings, FindingState, ProctorFindings, RoomPair, WarnedSitting
from exams.desk.hr_spot_errors import SpotRefused
from exams.store.register_errors import RegisterNotWritten
from exams.store.spot_rows import SpotAct
from tests.desktop.screens.dispute_house import House, waited
from tests.desktop.screens.hr_register import NOON
from tests.desktop.screens.register_fixtures import shown
from tests.drivers.disputes import ReplayDriver
from tests.drivers.hr_register import ChecksDriver, PairsDriver, ProctorsDriver, WarnedDriver
from tests.drivers.looks import cut_off, nameless, settle, unreachable


class Checks:
    """What a register would say; `refusal` is raised instead where there is one."""

    def __init__(self):
        self.refusal = None
        self.found = (
            BranchFindings("GZ-TH03", 4, {"W_PAUSE": 6, "W_RESUME": 2}, 2),
            BranchFindings("BJ-WJ01", 40, {"W_NO_ANCHOR": 4}),
        )
        self.under = (ProctorFindings("P2001", "陈静", ("BJ-WJ01", "GZ-TH03"), 8, {"W_PAUSE": 6}, 1),)
        self.alike = [
            RoomPair(
                "S00000007", "BJ-WJ01", ("T1001", "T1002"), SimilarPair("s1", "s2", 14, 13, 3.46, 1e-7), ("P2001",)
            ),
            RoomPair("S00000009", "SH-PD02", ("T2001", "T2040"), SimilarPair("s8", "s9", 11, 11, 2.0, 1e-7)),
        ]
        codes = ("W_PAUSE", "W_RESUME")
        self.finals = [
            WarnedSitting("s3", "S00000008", "T3001", "<b>赵强</b>", "TELE", codes, "GZ-TH03", ("P2001", "P2002")),
            WarnedSitting("s4", "S00000008", "T3002", "李敏", "TELE", ("W_PAUSE",), "GZ-TH03"),
        ]

    def groups(self):
        self._refuse()
        return self.found, self.under

    def pairs(self):
        return self.alike

    def sittings(self, branch, proctor, shown):
        self._refuse()
        wanted = [one for one in self.finals if not proctor or proctor in one.proctors]
        return tuple(one for one in wanted if shown is FindingState.ALL or one.is_open is (shown is FindingState.OPEN))

    def finish(self, sitting, note):
        self._say(sitting, "done", note)

    def reopen(self, sitting, note):
        self._say(sitting, "open", note)

    def _say(self, finding, act, note):
        self._refuse()
        rows, name = (self.alike, "finding") if "+" in finding else (self.finals, "sitting")
        at = next(place for place, one in enumerate(rows) if getattr(one, name) == finding)
        said = SpotAct(finding, " ".join(rows[at].codes), act, note, "H3001", NOON)
        rows[at] = replace(rows[at], acts=(*rows[at].acts, said))

    def _refuse(self):
        if self.refusal is not None:
            raise self.refusal


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
    assert [line.split(" | ")[3] for line in page.lines] == ["2", "0"]
    assert not page.has("warned")
    assert page.view.focusWidget() is page.part("branches", TableView).table
    page.enter_at(0)
    window.jobs.finish_all()
    assert page.sees("Finals of GZ-TH03 with warnings")
    assert any(text.startswith("6 times: ") and text.endswith("[W_PAUSE]") for text in page.words())
    line, _ = shown(window, qtbot, WarnedDriver).lines
    assert line.startswith("S00000008 | <b>赵强</b> T3001 | TELE | P2001, P2002 | ")
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
        "S00000007 | BJ-WJ01 | T1001 / T1002 | 13 of 14 | 3.5 | P2001 | Nobody yet",
        "S00000009 | SH-PD02 | T2001 / T2040 | 11 of 11 | 2.0 | – | Nobody yet",
    ]
    assert (page.text("replay_first"), page.text("replay_second")) == ("Replay T1001", "Replay T1002")
    pairs.go_to(1)
    assert page.text("replay_second") == "Replay T2040"
    page.press("replay_second")
    assert "s9" in window.current().title


def test_findings_are_grouped_by_proctor_too_and_open_from_there(page, window, qtbot):
    proctors = shown(window, qtbot, ProctorsDriver)
    assert proctors.lines == ["陈静 P2001 (BJ-WJ01, GZ-TH03) | 8 | 0.75 | 1 | W_PAUSE 6"]
    proctors.enter_at(0)
    window.jobs.finish_all()
    assert page.sees("Finals under proctor P2001 with warnings")
    assert [line.split(" | ")[1] for line in shown(window, qtbot, WarnedDriver).lines] == ["<b>赵强</b> T3001"]


def test_a_final_is_marked_as_done_with_a_note_leaves_the_open_ones_and_can_be_opened_again(page, window, qtbot):
    page.enter_at(0)
    window.jobs.finish_all()
    warned = shown(window, qtbot, WarnedDriver)
    page.press("mark_finding")
    assert page.sees("Write what you looked at and what you found.")
    page.type("finding_note", "看过回放，停电所致")
    page.press("mark_finding")
    window.jobs.finish_all()
    assert page.sees("Kept: <b>赵强</b> T3001 is done.")
    assert [line.split(" | ")[1] for line in warned.lines] == ["李敏 T3002"]
    assert page.text("finding_note") == ""
    page.choose("shown", "Only those that are done")
    window.jobs.finish_all()
    assert len(warned.lines) == 1
    assert page.sees("看过回放，停电所致")
    assert page.text("mark_finding") == "Open it again"
    page.type("finding_note", "再看一次")
    page.press("mark_finding")
    window.jobs.finish_all()
    page.choose("shown", "All of them")
    window.jobs.finish_all()
    assert len(warned.lines) == 2
    assert [page.sees(text) for text in ("看过回放，停电所致", "再看一次")] == [True, True]


def test_a_mark_that_is_refused_keeps_the_note(page, checks, window, qtbot):
    page.enter_at(0)
    window.jobs.finish_all()
    page.type("finding_note", "看过")
    checks.refusal = SpotRefused(reason="state", sitting="s3", most=500)
    page.press("mark_finding")
    window.jobs.finish_all()
    assert page.sees("The finding s3 stands so already.")
    assert page.text("finding_note") == "看过"


def test_a_pair_is_marked_as_done_with_a_note_and_can_be_opened_again(page, window, qtbot):
    pairs = shown(window, qtbot, PairsDriver)
    pairs.go_to(1)
    assert page.text("pair_about") == "T2001 / T2040 · S00000009 · Nobody yet"
    page.press("mark_pair")
    assert page.sees("Write what you looked at and what you found.")
    page.type("pair_note", "两人座位不相邻")
    page.press("mark_pair")
    window.jobs.finish_all()
    assert page.sees("Kept: T2001 / T2040 is done.")
    assert page.view.focusWidget() is page.part("pairs", TableView).table
    assert [line.rpartition(" | ")[2].partition(":")[0] for line in pairs.lines] == ["Nobody yet", "Done"]
    assert (page.text("pair_note"), page.text("mark_pair")) == ("", "Open it again")
    assert page.sees("两人座位不相邻")
    page.type("pair_note", "再看")
    page.press("mark_pair")
    window.jobs.finish_all()
    assert page.sees("Kept: T2001 / T2040 is open again.")
    assert page.text("mark_pair") == "Mark as done"


def test_a_mark_on_a_pair_that_is_refused_keeps_its_note_and_another_pair_begins_without(page, checks, window, qtbot):
    page.type("pair_note", "看过")
    checks.refusal = SpotRefused(reason="state", sitting="s1+s2", most=500)
    page.press("mark_pair")
    window.jobs.finish_all()
    assert page.sees("The finding s1+s2 stands so already.")
    assert page.text("pair_note") == "看过"
    shown(window, qtbot, PairsDriver).go_to(1)
    assert page.text("pair_note") == ""


def test_while_it_is_read_the_page_says_so_and_then_that_nothing_stands_out(checks, room, window, qtbot):
    checks.found = checks.alike = checks.under = ()
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
    assert page.sees("No proctor stands out.")
    assert not page.has("replay_first")
    assert not page.has("mark_pair")


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

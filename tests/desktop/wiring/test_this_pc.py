"""A PC is enrolled without a terminal: two homes, a file there and a text back; a year later it is renewed."""

import pytest

from desktop.wiring.packs import Chooser
from desktop.wiring.this_pc import ClosedPc, OfficePc, ThisPcWays, open_this_pc
from exams import HomeState, HqWork, check_journal, glance, open_branch, open_office, set_up_hq
from exams.journal.line import Event
from tests.desktop.screens.staff_fixtures import remembered, window
from tests.drivers.base import Driver
from tests.exams.desk.course import build_course

__all__ = ["remembered", "window"]


@pytest.fixture(scope="module")
def hq(tmp_path_factory):
    home = tmp_path_factory.mktemp("hq")
    with set_up_hq(home, lambda _name, _new: "several plain words", "chen", work=HqWork(65_536, 1)) as desk:
        yield desk


class Page:
    """The page in the window; files go to and come from a folder."""

    def __init__(self, qtbot, window, folder, desk):
        self.window, self.folder, self.led = window, folder, []
        chooser = Chooser(lambda chosen: chosen((folder / "answer",)), lambda chosen: None)
        ways = ThisPcWays(
            (),
            "Back",
            lambda: self.led.append("leave"),
            lambda: self.led.append("packs"),
            chooser,
            lambda name, chosen: chosen(folder / name),
        )
        open_this_pc(window, desk, lambda: ways)
        self.seen = Driver(qtbot, window.current().view)

    def do(self, name):
        self.seen.press(name)
        self.window.jobs.finish_all()


def answered(hq, folder, branch="NJ-01"):
    return hq.enrol((folder / f"{branch}.request").read_bytes())


@pytest.fixture
def page(qtbot, window, tmp_path):
    return Page(qtbot, window, tmp_path, ClosedPc(tmp_path / "home"))


def test_from_nobodys_to_enrolled_by_a_file_and_a_text(page, hq, tmp_path):
    page.seen.type("branch", "nj-01")
    page.seen.type("label", "counter 1")
    page.do("ask")
    assert page.seen.has("keys_missing")
    page.do("save_request")
    with open_branch(tmp_path / "home", "0.1.0") as desk:
        desk.install(hq.root_files())
    assert page.seen.text("fingerprint") == hq.inspect((tmp_path / "NJ-01.request").read_bytes()).fingerprint
    page.seen.part("answer").setText(answered(hq, tmp_path).text.lower())
    page.do("take_text")
    assert not page.seen.has("pc_fault")
    assert glance(tmp_path / "home").state is HomeState.READY
    assert check_journal(tmp_path / "home").ok
    assert not page.seen.has("symbol")


def test_an_answer_to_another_request_is_refused_in_a_sentence(page, hq, tmp_path):
    with open_branch(tmp_path / "home", "0.1.0") as desk:
        desk.install(hq.root_files())
    page.seen.type("branch", "NJ-01")
    page.do("ask")
    page.do("save_request")
    (tmp_path / "answer").write_bytes(answered(hq, tmp_path).raw)
    page.do("ask_again")
    page.do("take_file")
    assert page.seen.has("pc_fault")
    assert glance(tmp_path / "home").state is HomeState.EMPTY


def test_an_open_office_renews_its_own_pc_and_its_journal_goes_on(page, hq, qtbot, window, tmp_path):
    with open_branch(tmp_path / "home", "0.1.0") as desk:
        desk.install(hq.root_files())
    page.seen.type("branch", "NJ-01")
    page.do("ask")
    page.do("save_request")
    (tmp_path / "answer").write_bytes(answered(hq, tmp_path).raw)
    page.do("take_file")
    with open_office(tmp_path / "home", build_course(tmp_path / "course")) as office:
        office.started("0.1.0")
        again = Page(qtbot, window, tmp_path, OfficePc(office))
        assert again.seen.text("ask") == "Ask for the renewal"
        again.do("ask")
        again.do("save_request")
        (tmp_path / "answer").write_bytes(answered(hq, tmp_path).raw)
        again.do("take_file")
        assert not again.seen.has("pc_fault")
        events = [record.line.type for record in office.journal.records()]
        assert events[-1] == "device_import"
        office.journal.append(Event.REPORT, {})
    assert check_journal(tmp_path / "home").ok

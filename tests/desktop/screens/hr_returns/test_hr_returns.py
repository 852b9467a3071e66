"""What goes back to branches: certificates issued anew with progress, receipts written by a press (e6, g4)."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from exams import DueCertificate, IssueRefused, Returned
from exams.trust.errors import WrongPassphrase
from tests.desktop.screens.hr_register import NOON
from tests.desktop.screens.register_fixtures import FILES, shown
from tests.drivers.hr_register import CollectDriver, FollowDriver, ReturnsDriver
from tests.drivers.looks import cut_off, nameless, unreachable

SECRET = "several plain words"


def due(number, staff_id, name, **more):
    told = {"branch": "BJ-WJ01", "course": "TELE", "content": "c", "blueprint": "final", "percent": 81}
    return DueCertificate(f"s{number}", staff_id, name, "", ended_wt=NOON, **{**told, **more})


DUE = (due(1, "T1001", "王小雨", replaces="BJ-WJ01-2026-000001-7"), due(2, "T1002", "<b>李明</b>"), due(3, "T9", ""))


class House:
    """Issues all but the nameless, and remembers who asked for what; `ends` tells whether it was ended early."""

    def __init__(self):
        self.owed, self.asked, self.refusal, self.ends = DUE, [], None, False
        self.back = Returned((FILES[0],), (Path("a") / "BJ-WJ01" / "certificates" / "N.pdf",))

    def due(self):
        return self.owed

    def issue(self, secret, told):
        self._open(secret)
        for count, _ in enumerate(self.owed, start=1):
            self.ends = not told(count, len(self.owed))
            if self.ends:
                left, self.owed = len(self.owed) - count, self.owed[count:]
                return SimpleNamespace(certificates=(1,) * count, refused=(), left=left)
        done, self.owed = self.owed[:-1], self.owed[-1:]
        refused = SimpleNamespace(due=self.owed[0], error=IssueRefused(reason="name", staff_id="T9"))
        return SimpleNamespace(certificates=done, refused=(refused,), left=0)

    def write(self, secret, folder):
        self._open(secret)
        self.asked.append(folder)
        return self.back

    def _open(self, secret):
        if secret != SECRET:
            raise WrongPassphrase(key="hr")


@pytest.fixture
def returns(house):
    house.returns = House()
    return house.returns


@pytest.fixture
def page(returns, room, window, qtbot):
    room.open_returns(room.open)
    return shown(window, qtbot, ReturnsDriver)


@pytest.mark.feature("e6")
def test_what_is_due_is_issued_beside_the_window_and_what_could_not_be_says_why(page, window, returns):
    assert [line.split(" | ")[1] for line in page.lines] == ["王小雨 T1001", "<b>李明</b> T1002", "T9"]
    assert [line.split(" | ")[-1] for line in page.lines][:2] == ["BJ-WJ01-2026-000001-7", "first certificate"]
    page.press("issue")
    assert page.sees("Type the passphrase of HR's keys first.")
    page.act("issue")
    assert window.current().held()
    assert page.can_press("stop_issuing")
    assert not page.can_press("write_returns")
    window.jobs.finish_all()
    assert page.sees("2 certificates issued, 1 could not be.")
    assert page.sees("HR's staff list has nobody of the staff ID T9, so no name to print.")
    assert [line.split(" | ")[1] for line in page.lines] == ["T9"]
    assert not window.current().held()


def test_a_run_that_is_stopped_tells_how_many_are_left(page, window, returns):
    page.act("issue")
    page.press("stop_issuing")
    window.jobs.finish_all()
    assert returns.ends
    assert page.sees("Stopped: 2 are left. What is issued stays issued.")
    assert len(page.lines) == 2


@pytest.mark.feature("g4")
def test_receipts_are_written_to_a_folder_by_a_press(page, window, returns):
    page.press("write_returns")
    assert (returns.asked, page.sees("Type the passphrase of HR's keys first.")) == ([], True)
    page.act("write_returns")
    assert page.sees("Signing and writing")
    window.jobs.finish_all()
    assert returns.asked == [FILES[0]]
    assert page.sees("1 receipts and 1 certificates for 2 branches written to")
    returns.back = Returned()
    page.press("write_returns")
    window.jobs.finish_all()
    assert page.sees("There is nothing for any branch yet")


def test_a_wrong_passphrase_is_told_and_nothing_is_written(page, window, returns):
    for button in ("issue", "write_returns"):
        page.act(button, "wrong words, all of them")
        window.jobs.finish_all()
        assert page.sees("passphrase")
        assert not window.current().held()
    assert (returns.asked, returns.owed) == ([], DUE)


def test_the_page_is_reached_from_where_work_comes_in_and_leads_back(returns, room, window, qtbot):
    for opened, driver, title in (
        (room.open_collect, CollectDriver, "Files of branches"),
        (room.open_follow, FollowDriver, "To follow up"),
    ):
        opened()
        window.jobs.finish_all()
        shown(window, qtbot, driver).press("to_returns")
        assert window.current().title == "Receipts and certificates"
        shown(window, qtbot, ReturnsDriver).press("leave_returns")
        window.jobs.finish_all()
        assert window.current().title == title


def test_where_nothing_is_due_the_page_says_so(returns, room, window, qtbot):
    returns.owed = ()
    room.open_returns(room.open)
    page = shown(window, qtbot, ReturnsDriver)
    assert page.sees("No certificate is to be issued")
    assert not page.sees("Issue 0 certificates")
    assert page.can_press("write_returns")


def test_everything_has_a_name_can_be_reached_and_is_not_cut(page, window):
    page.settle()
    view = window.current().view
    assert (nameless(view), unreachable(view), cut_off(view)) == ([], [], [])


@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_in_large_text(returns, room, window, code):
    window.set_language(code)
    window.set_zoom(200)
    room.open_returns(room.open)
    ReturnsDriver.settle()
    ReturnsDriver.settle()
    assert cut_off(window.current().view) == []

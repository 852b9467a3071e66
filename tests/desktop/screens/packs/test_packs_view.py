"""The page of headquarters' files as it is seen, and on a real branch."""

import pytest
from PySide6.QtCore import Qt

from desktop.screens.packs.state import FileLine, Outcome, PacksState
from desktop.screens.packs.view import PacksView
from desktop.widgets.values import Crumb, Fact
from desktop.wiring.packs import Chooser, ClosedHouse, OfficeHouse, PacksWays, open_packs
from tests.drivers.looks import cut_off, nameless, settle, unreachable
from tests.drivers.packs import PacksDriver

LINES = (
    FileLine("TELE-2026-2.pack", "内容包 · TELE-2026-2", Outcome.TAKEN),
    FileLine("root.json", "总行密钥清单 · root 1", Outcome.HERE_ALREADY),
    FileLine("holiday.jpg", "无法识别的文件", Outcome.REFUSED, "holiday.jpg 不是总行下发的文件。"),
)
FULL = PacksState(
    lines=LINES,
    fresh=True,
    facts=(Fact("课程", "银行客服中心岗位培训"), Fact("内容包", "TELE-2026-2")),
    withdrawn=True,
    demonstration=True,
    sessions=(Fact("SDEM00002", "2026年11月17日 10:47 至 2027年9月20日 10:47"),),
    withdrawals=(Fact("考场", "S00000001"),),
    fault="本机保存的总行密钥信息已损坏（state.json）。",
)
BUSY = PacksState(busy=True, at_work="TELE-2026-2-final-for-all-branches-of-the-north.pack", percent=42)


@pytest.fixture
def shown(dressed, qtbot):
    def show(state, code="en", zoom=100):
        view = dressed(lambda: PacksView("Proctor's desk"), code, zoom)
        view.show_state(state)
        settle()
        return PacksDriver(qtbot, view)

    return show


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
@pytest.mark.parametrize("state", [PacksState(), PacksState(nothing_found=True), BUSY, FULL])
def test_nothing_is_cut_off_and_everything_is_named_and_reachable(shown, state, code, zoom):
    view = shown(state, code, zoom).view
    assert not cut_off(view)
    assert not nameless(view)
    assert not unreachable(view)


def test_while_files_are_taken_in_only_the_bar_moves(shown):
    page = shown(BUSY)
    assert page.sees("TELE-2026-2-final-for-all-branches-of-the-north.pack: 42 % copied and checked")
    assert not any(page.can_press(name) for name in ("choose_files", "choose_folder", "leave_packs"))


def test_what_a_demonstration_signed_bears_its_mark_in_both_languages(shown):
    assert shown(FULL).sees("演示 · Demonstration only")
    assert not shown(PacksState(facts=FULL.facts)).has("demonstration_mark")


@pytest.fixture
def way(window, qtbot):
    """The page over a house; what is to be chosen next lies in `next_choice`."""

    class Way:
        led, next_choice = [], ()

        @property
        def window(self):
            return window

        def open(self, house):
            chooser = Chooser(lambda chosen: chosen(self.next_choice), lambda chosen: chosen(self.next_choice))
            ways = PacksWays(
                (Crumb("home", "Home"),),
                "Home",
                leave=lambda: self.led.append("leave"),
                reopen=lambda: self.led.append("reopen"),
                looked=lambda: None,
                chooser=chooser,
            )
            open_packs(window, house, lambda: ways)
            self.led.clear()
            return PacksDriver(qtbot, window.current().view)

        def bring(self, page, *paths, by="choose_files"):
            self.next_choice = paths
            page.press(by)
            window.jobs.finish_all()

    return Way()


@pytest.mark.feature("h3")
def test_the_next_pack_comes_in_while_the_program_runs_and_the_new_course_is_one_press_away(way, branch, tmp_path):
    pc = branch()
    page = way.open(OfficeHouse(pc.office))
    assert "TELE-1" in page.facts
    way.bring(page, pc.stick.publish_again(tmp_path / "TELE-2.pack"))
    assert (page.outcomes, page.is_fresh) == (["Taken in"], True)
    assert "TELE-2" in page.facts
    assert page.sees("The course that is open now is still the old one.")
    page.press("notice_action")
    assert way.led == ["reopen"]


def test_a_pack_that_a_session_stands_in_the_way_of_is_refused_with_its_reason(way, branch, tmp_path):
    pc = branch()
    pc.unlock()
    page = way.open(OfficeHouse(pc.office))
    way.bring(page, pc.stick.publish_again(tmp_path / "TELE-2.pack"))
    assert (page.outcomes, page.is_fresh) == (["Refused"], False)
    assert page.sees("Close the session and enter its grading code")


def test_files_that_are_dropped_go_the_way_of_those_that_are_chosen(way, branch, tmp_path):
    pc = branch()
    page = way.open(OfficeHouse(pc.office))
    pack = pc.stick.publish_again(tmp_path / "TELE-2.PACK")
    slots, device = pc.stick.folder / "TELE-1.slots", tmp_path / "D1.device"
    device.write_bytes(b"no record")
    urls = [path.as_uri() for path in (pack, slots, device)]
    assert page.drag(*urls)
    assert page.drop(*urls) is Qt.DropAction.CopyAction
    way.window.jobs.finish_all()
    assert sorted(page.outcomes) == ["Here already", "Refused", "Taken in"]
    assert "TELE-2" in page.facts
    assert all(path.exists() for path in (pack, slots, device))


def test_only_plain_files_of_this_computer_with_the_endings_of_headquarters_can_be_dropped(way, branch, tmp_path):
    pc = branch()
    page = way.open(OfficeHouse(pc.office))
    pack = pc.stick.folder / "TELE-1.pack"
    (tmp_path / "folder.pack").mkdir()
    (tmp_path / "holiday.jpg").write_bytes(b"\xff\xd8")
    strange = [
        (tmp_path / "folder.pack").as_uri(),
        (tmp_path / "holiday.jpg").as_uri(),
        (tmp_path / "gone.pack").as_uri(),
        "https://example.com/TELE-1.pack",
        f"file://server{pack.as_posix()}",
        "",
    ]
    for urls in (*([url] for url in strange), [], [pack.as_uri(), strange[1]]):
        assert not page.drag(*urls), urls
        assert page.drop(*urls) is None, urls
    assert page.outcomes == []
    assert page.drag(pack.as_uri())


def test_while_files_are_taken_in_nothing_can_be_dropped(shown, tmp_path):
    (tmp_path / "a.pack").write_bytes(b"PK")
    page = shown(BUSY)
    assert not page.drag((tmp_path / "a.pack").as_uri())
    assert page.drop((tmp_path / "a.pack").as_uri()) is None


def test_a_new_home_takes_in_all_that_lies_on_a_stick(way, sticks, tmp_path):
    from exams import Grading, files_in

    home = tmp_path / "new"
    page = way.open(ClosedHouse(home))
    assert page.has("no_pack")
    way.bring(page, *files_in(sticks(Grading.WITH_UNLOCK).folder), by="choose_folder")
    assert page.outcomes == ["Taken in"] * 4
    assert "TELE-1" in page.facts
    way.bring(page, *files_in(sticks(Grading.WITH_UNLOCK).folder), by="choose_folder")
    assert page.outcomes == ["Here already"] * 4


def test_a_home_that_is_open_elsewhere_is_said(way, branch):
    pc = branch()
    page = way.open(ClosedHouse(pc.home))
    way.bring(page, *sorted(pc.stick.folder.iterdir()))
    assert page.fault.startswith("The program is already open on these data.")


def test_another_language_keeps_what_became_of_the_files(way, branch, window, qtbot):
    pc = branch()
    page = way.open(OfficeHouse(pc.office))
    way.bring(page, *sorted(pc.stick.folder.iterdir()))
    window.set_language("zh")
    page = PacksDriver(qtbot, window.current().view)
    assert page.outcomes == ["已在本机"] * 4
    assert page.sees("总行下发的内容")


def test_escape_leads_back(way, branch):
    page = way.open(OfficeHouse(branch().office))
    page.key(Qt.Key.Key_Escape)
    assert way.led == ["leave"]

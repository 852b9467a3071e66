"""Audit packs, made beside the window."""

from datetime import date
from pathlib import Path

import pytest

from certificates.errors import AuditTaken
from desktop.background.manual import ManualJobs
from desktop.screens.hr_audit.presenter import Exits, HrAuditPresenter
from tests.desktop.screens.hr_register import Register
from tests.desktop.screens.register_fixtures import shown
from tests.drivers.hr_register import AuditDriver, MatrixDriver
from tests.drivers.looks import cut_off, nameless, unreachable

STICK = Path("stick")
PHRASE = "several plain words"


class Page:
    state = None

    def show_state(self, state):
        self.state = state


class Maker:
    """A presenter with a page and a chooser that takes the stick."""

    def __init__(self, house=None):
        self.house, self.jobs, self.page, self.asked = house or Register(), ManualJobs(), Page(), 0
        exits = Exits(self._choose, lambda: None)
        self.presenter = HrAuditPresenter(self.house, self.jobs, exits, date(2026, 11, 29))
        self.presenter.attach(self.page)
        self.presenter.show()

    def _choose(self, chosen):
        self.asked += 1
        chosen((STICK,))

    @property
    def state(self):
        return self.page.state


def test_it_begins_with_the_year_so_far_and_names_the_folder_by_its_days():
    maker = Maker()
    assert (maker.state.first, maker.state.last) == ("2026-01-01", "2026-11-29")
    maker.presenter.type_secret(PHRASE)
    maker.presenter.type_branches("bj-wj01，SH-PD02 bj-wj01")
    maker.presenter.mask(masked=True)
    maker.presenter.make()
    assert maker.state.busy
    maker.jobs.finish_all()
    ((secret, order),) = maker.house.offered
    assert (secret, order.first, order.last) == (PHRASE, date(2026, 1, 1), date(2026, 11, 29))
    assert (order.branches, order.out) == (("BJ-WJ01", "SH-PD02"), STICK / "audit-2026-01-01-2026-11-29")
    assert order.masked
    assert (maker.state.busy, maker.state.made.proved, maker.state.made.sha256) == (False, 7, "a1" * 32)


@pytest.mark.parametrize(
    ("field", "text"),
    [("secret", ""), ("first", "2026-13-01"), ("first", "1.1.2026"), ("last", "2025-12-31"), ("branches", "A B_C")],
)
def test_what_is_wrong_stands_below_its_field_and_nothing_is_asked_or_made(field, text):
    maker = Maker()
    maker.presenter.type_secret(PHRASE)
    getattr(maker.presenter, f"type_{field}")(text)
    maker.presenter.make()
    assert [name for name, _ in maker.state.wrong] == [field]
    assert (maker.asked, maker.house.offered, maker.state.busy) == (0, [], False)
    getattr(maker.presenter, f"type_{field}")("2026-12-01" if field == "last" else "x")
    assert maker.state.fault_of(field) == ""


def test_how_far_it_is_shows_with_the_next_tick_and_a_refusal_in_a_sentence():
    maker = Maker(Register(refusal=AuditTaken(path="stick/audit")))
    maker.presenter.type_secret(PHRASE)
    maker.presenter.make()
    maker.presenter.tick()
    maker.jobs.finish_all()
    assert maker.state.fault.startswith("There is something here already: stick/audit")
    assert (maker.state.busy, maker.state.made) == (False, None)


@pytest.mark.feature("g8")
def test_a_pack_is_made_from_the_page_and_its_number_is_told(room, window, qtbot, house):
    house.unproved = ("BJ-WJ01-2026-000006-5",)
    room.open()
    shown(window, qtbot, MatrixDriver).go("out_menu", "Audit pack")
    page = shown(window, qtbot, AuditDriver)
    page.press("make_audit")
    assert page.sees("Type the passphrase of HR's keys first.")
    page.make(PHRASE)
    assert window.current().held()
    window.jobs.finish_all()
    assert not window.current().held()
    assert page.text("audit_sha256").replace(" ", "") == "a1" * 32
    assert page.sees("The pack is made and signed: 7 certificates proved.")
    assert page.sees("BJ-WJ01-2026-000006-5")
    page.press("to_matrix")
    assert window.current().title == "Who is due"


@pytest.mark.parametrize(("code", "zoom"), [("zh", 100), ("en", 100), ("zh", 200), ("en", 200)])
def test_everything_has_a_name_can_be_reached_and_is_not_cut(room, window, qtbot, house, code, zoom):
    house.unproved = ("BJ-WJ01-2026-000006-5",)
    window.set_language(code)
    window.set_zoom(zoom)
    room.open_audit()
    page = shown(window, qtbot, AuditDriver)
    page.make(PHRASE)
    page.settle()
    assert cut_off(window.current().view) == []
    window.jobs.finish_all()
    page.settle()
    assert (nameless(window.current().view), unreachable(window.current().view)) == ([], [])
    assert cut_off(window.current().view) == []

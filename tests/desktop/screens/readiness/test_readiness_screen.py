"""The slip on the screen: looked at beside the window, what must be done first, printed where there is a printer."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.background.manual import ManualJobs
from desktop.readiness.judge import judge
from desktop.screens.readiness.presenter import Exits, ReadinessPresenter, Tools, handout_of
from desktop.screens.readiness.state import ReadinessState
from desktop.screens.readiness.view import ReadinessView
from exams.store.errors import HomeReadOnly
from tests.desktop.readiness.pcs import DESK, NOW, SYSTEM, pc
from tests.drivers.looks import cut_off, nameless, unreachable
from tests.drivers.readiness import ReadinessDriver

READY = pc()
FAULTY = pc(desk=replace(DESK, printers=(), fonts=False), system=replace(SYSTEM, mains=False, percent=40))


class Paper:
    """A printer that may be missing, and what it was given."""

    def __init__(self, there=True):
        self.there, self.handouts = there, []

    def is_there(self):
        return self.there

    def print_handout(self, handout, printed):
        self.handouts.append(handout)
        printed()


class Page:
    """A page about a PC whose facts a test can change."""

    def __init__(self, qtbot, dress, facts=READY, printer=None, **look):
        self.facts, self.jobs, self.paper, self.told = facts, ManualJobs(), printer or Paper(), []
        tools = Tools(lambda: self._look, self.paper, lambda: NOW)
        exits = Exits(lambda: self.told.append("left"), lambda: self.told.append("printed"))
        self.presenter = ReadinessPresenter(self.jobs, tools, exits)
        self.view = dress(self._view, **{"code": "en", **look})
        self.driver = ReadinessDriver(qtbot, self.view)

    def _look(self):
        if isinstance(self.facts, Exception):
            raise self.facts
        return judge(self.facts)

    def _view(self):
        view = ReadinessView()
        view.look_asked.connect(self.presenter.look)
        view.print_asked.connect(self.presenter.print_slip)
        view.leave_asked.connect(self.presenter.leave)
        self.presenter.attach(view)
        self.presenter.show()
        return view


@pytest.mark.feature("d11")
def test_what_must_be_done_stands_before_what_is_in_order(qtbot, dressed):
    page = Page(qtbot, dressed, FAULTY)
    assert page.driver.sees("Looking at this PC")
    assert not page.driver.can_press("look_again")
    page.jobs.finish_all()
    assert page.driver.to_do == ["fonts", "printer", "power"]
    assert len(page.driver.in_order) == 10
    assert page.driver.verdict == "3 things to do before an exam day"


def test_a_pc_that_is_ready_is_told_so_and_looked_at_again_with_f5(qtbot, dressed):
    page = Page(qtbot, dressed)
    page.jobs.finish_all()
    assert page.driver.verdict == "This PC is ready for an exam day."
    page.facts = FAULTY
    page.driver.key(Qt.Key.Key_F5)
    page.jobs.finish_all()
    assert page.driver.to_do == ["fonts", "printer", "power"]


def test_the_slip_is_printed_with_what_must_be_done_first_and_a_line_to_sign(qtbot, dressed):
    page = Page(qtbot, dressed, FAULTY)
    page.jobs.finish_all()
    page.driver.press("print_slip")
    (handout,) = page.paper.handouts
    assert [passage.title for passage in handout.passages] == ["Fonts", "Printer", "Power", "In order"]
    assert handout.passages[0].lines[1] == "☐ Install the program again."
    assert handout.foot.startswith("Checked by")
    assert page.told == ["printed"]


def test_without_a_printer_nothing_can_be_printed(qtbot, dressed):
    page = Page(qtbot, dressed, printer=Paper(there=False))
    page.jobs.finish_all()
    assert not page.driver.can_press("print_slip")


def test_a_look_that_fails_is_told_and_can_be_tried_again(qtbot, dressed):
    page = Page(qtbot, dressed, HomeReadOnly())
    page.jobs.finish_all()
    assert page.driver.has("readiness_fault")
    page.facts = READY
    page.driver.press("look_again")
    page.jobs.finish_all()
    assert not page.driver.has("readiness_fault")


def test_escape_leads_back(qtbot, dressed):
    page = Page(qtbot, dressed)
    page.driver.key(Qt.Key.Key_Escape)
    assert page.told == ["left"]


def test_a_look_that_ends_after_the_page_has_gone_draws_nowhere(qtbot, dressed):
    page = Page(qtbot, dressed)
    page.presenter.detach(page.view)
    page.jobs.finish_all()
    assert page.driver.verdict == ""


def test_a_slip_in_order_has_one_passage():
    handout = handout_of(ReadinessState(findings=judge(READY), looked_wt=NOW))
    assert len(handout.passages) == 1
    assert len(handout.passages[0].lines) == 13


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_off_nameless_or_out_of_reach(qtbot, dressed, zoom, code):
    page = Page(qtbot, dressed, FAULTY, code=code, zoom=zoom)
    page.jobs.finish_all()
    page.driver.settle()
    assert cut_off(page.view) == []
    assert nameless(page.view) == []
    assert unreachable(page.view) == []

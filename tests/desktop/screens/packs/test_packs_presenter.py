"""Files of headquarters: taken in beside the window, each told of in one sentence, and what stands here after it."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.background.manual import ManualJobs
from desktop.screens.packs.presenter import Exits, PacksPresenter
from desktop.screens.packs.state import Outcome
from exams import Arrival, BranchView, FileKind, PackView, Revocations, SessionPlan
from exams.desk.branch_errors import NotFromHq, PackInUse
from exams.desk.branch_files import Taken
from exams.store.errors import HomeBusy
from exams.trust.errors import TrustSpoilt
from tests.desktop.screens.proctor_act.test_proctor_act_presenter import Page

FOREVER, LONG_AGO = 9_000_000_000_000, 1_000_000_000_000
PACK = PackView("TELE-1", LONG_AGO, FOREVER, False, False, {"zh": "岗位培训", "en": "Training"}, "2026.1")
PLAN = SessionPlan("S00000002", "BJ-WJ01", "A", LONG_AGO, FOREVER)
OVER = replace(PLAN, session="S00000001", not_after_wt=LONG_AGO + 1)
HERE = BranchView(PACK, (OVER, PLAN), Revocations(3, sessions=frozenset({"S0000000X"})))
PATHS = (Path("TELE-2.pack"), Path("TELE-2.slots"))


def taken(name, kind, changed=True):
    return Arrival(Path(name), kind, Taken(Path(name).stem, changed, "ab" * 32))


class House:
    """Keeps what it was brought; `arrivals` become of it, or the `refusal`."""

    def __init__(self, view=HERE, arrivals=()):
        self.now, self.arrivals, self.refusal, self.brought = view, arrivals, None, []

    def view(self):
        if isinstance(self.now, Exception):
            raise self.now
        return self.now

    def take_in(self, paths, progress):
        if self.refusal:
            raise self.refusal
        self.brought.append(tuple(paths))
        progress(paths[0], 30, 60)
        return self.arrivals


class Packs:
    """The page with its jobs, and where it led."""

    def __init__(self, house):
        self.house, self.page, self.jobs, self.led, self.asked = house, Page(), ManualJobs(), [], []
        exits = Exits(
            choose_files=self.asked.append,
            choose_folder=self.asked.append,
            reopen=lambda: self.led.append("reopen"),
            leave=lambda: self.led.append("leave"),
            looked=lambda: self.led.append("looked"),
        )
        self.presenter = PacksPresenter(house, self.jobs, exits)
        self.presenter.attach(self.page)
        self.presenter.show()

    @property
    def state(self):
        return self.page.state

    def bring(self, *paths):
        self.presenter.take_in(paths or PATHS)
        self.jobs.finish_all()


def test_it_says_what_stands_here_which_sessions_lie_ahead_and_what_was_withdrawn():
    state = Packs(House()).state
    facts = {fact.name: fact.value for fact in state.facts}
    assert facts["Course"] == "Training"
    assert (facts["Edition of the course"], facts["Course pack"]) == ("2026.1", "TELE-1")
    assert set(facts) == {"Course", "Edition of the course", "Course pack", "Published", "Valid until"}
    assert [fact.name for fact in state.sessions] == ["S00000002"]
    assert [(fact.name, fact.value) for fact in state.withdrawals] == [("Sessions", "S0000000X")]
    assert (state.demonstration, state.withdrawn) == (False, False)


def test_a_demonstration_and_a_withdrawn_pack_are_marked():
    state = Packs(House(replace(HERE, pack=replace(PACK, demonstration=True, withdrawn=True)))).state
    assert (state.demonstration, state.withdrawn) == (True, True)


def test_a_home_without_a_pack_has_no_facts():
    assert Packs(House(BranchView())).state.facts == ()


def test_many_withdrawals_are_counted_not_listed():
    names = frozenset(f"S{n:08}" for n in range(12))
    state = Packs(House(replace(HERE, withdrawals=Revocations(4, sessions=names)))).state
    assert state.withdrawals[0].value.endswith("S00000004 and 7 more")


@pytest.mark.feature("h3")
def test_each_file_is_told_of_with_what_it_is_and_what_became_of_it():
    packs = Packs(
        House(
            arrivals=(
                taken("root.json", FileKind.ROOT, changed=False),
                taken("TELE-2.slots", FileKind.SLOTS),
                Arrival(Path("TELE-2.pack"), FileKind.PACK, error=PackInUse(session="S00000002")),
                Arrival(Path("holiday.jpg"), None, error=NotFromHq(file="holiday.jpg")),
            )
        )
    )
    packs.bring()
    lines = packs.state.lines
    assert [(line.name, line.outcome) for line in lines] == [
        ("root.json", Outcome.HERE_ALREADY),
        ("TELE-2.slots", Outcome.TAKEN),
        ("TELE-2.pack", Outcome.REFUSED),
        ("holiday.jpg", Outcome.REFUSED),
    ]
    assert lines[1].kind == "Sessions of the exam · TELE-2"
    assert (lines[2].kind, lines[3].kind) == ("Course pack", "Unknown file")
    assert "session S00000002 is open, or waits to be graded" in lines[2].why
    assert lines[3].why.startswith("holiday.jpg is nothing that headquarters sends.")
    assert not packs.state.fresh


def test_files_are_taken_in_beside_the_window_and_how_far_it_is_can_be_seen():
    packs = Packs(House())
    packs.presenter.take_in(PATHS)
    assert (packs.state.busy, packs.presenter.busy, packs.jobs.waiting) == (True, True, 1)

    def half_way(paths, progress):
        progress(paths[0], 30, 60)
        packs.presenter.tick()
        return ()

    packs.house.take_in = half_way
    packs.jobs.finish_all()
    assert (packs.page.states[-2].at_work, packs.page.states[-2].percent) == ("TELE-2.pack", 50)
    assert not packs.state.busy


def test_while_files_are_taken_in_the_page_is_not_left_and_nothing_else_is_begun():
    packs = Packs(House())
    packs.presenter.take_in(PATHS)
    packs.presenter.leave()
    packs.presenter.reopen()
    packs.presenter.take_in(PATHS)
    assert (packs.led, packs.jobs.waiting) == ([], 1)
    packs.jobs.finish_all()
    packs.presenter.leave()
    assert packs.led == ["looked", "leave"]


def test_after_a_new_pack_the_way_to_the_new_course_is_offered_until_it_is_taken():
    packs = Packs(House(arrivals=(taken("TELE-2.pack", FileKind.PACK),)))
    packs.bring()
    assert packs.state.fresh
    packs.house.arrivals = (taken("TELE-2.slots", FileKind.SLOTS),)
    packs.bring()
    assert packs.state.fresh
    packs.presenter.reopen()
    assert packs.led[-1] == "reopen"


def test_the_same_pack_once_more_is_nothing_new():
    packs = Packs(House(arrivals=(taken("TELE-1.pack", FileKind.PACK, changed=False),)))
    packs.bring()
    assert not packs.state.fresh


def test_a_folder_without_anything_of_headquarters_is_said_and_whoever_cancels_changes_nothing():
    packs = Packs(House())
    packs.presenter.choose_folder()
    assert packs.house.brought == []
    packs.asked[-1](())
    assert (packs.state.nothing_found, packs.jobs.waiting) == (True, 0)
    packs.presenter.choose_files()
    packs.asked[-1](PATHS)
    packs.jobs.finish_all()
    assert (packs.house.brought, packs.state.nothing_found) == ([PATHS], False)


@pytest.mark.parametrize("refusal", [HomeBusy(home="/srv/home"), TrustSpoilt(file="state.json")])
def test_what_stops_everything_stands_over_the_page_and_is_tried_again(refusal):
    packs = Packs(House())
    packs.house.refusal = refusal
    packs.bring()
    assert packs.state.fault
    assert (packs.state.busy, packs.state.lines) == (False, ())
    packs.house.refusal = None
    packs.bring()
    assert packs.state.fault == ""


def test_a_trust_folder_that_was_changed_is_said_as_soon_as_the_page_opens():
    assert "damaged" in Packs(House(TrustSpoilt(file="state.json"))).state.fault


def test_work_that_ends_after_the_page_is_gone_draws_nothing():
    packs = Packs(House())
    packs.presenter.take_in(PATHS)
    packs.presenter.detach(packs.page)
    drawn = len(packs.page.states)
    packs.jobs.finish_all()
    assert len(packs.page.states) == drawn

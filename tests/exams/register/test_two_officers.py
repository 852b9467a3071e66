"""Two officers at one thing, and one whose PC goes out half way: the second is told, and nothing is half done."""

import os
import signal
from contextlib import closing
from threading import Thread

import pytest

from exams.desk.hr_disputes import Disputes
from exams.desk.hr_marking import MarkingDesk
from exams.desk.hr_regrades import Regrades
from exams.errors import AcademyError
from exams.register.appeals import AppealState, Decision, Relief
from exams.register.hand_marking import Cause, HandCase
from exams.store import register_regrade_rows
from exams.store.marking_rows import save_cases
from exams.store.register_dialect import RegisterDb
from exams.timing.story_clock import StoryClock
from tests.exams.register.conftest import SERVER
from tests.exams.register.mistaken import PLACES, Hq
from tests.exams.register.regrade_desk import WHY, desk, house, worked
from tests.exams.register.sealed_house import BEGAN

__all__ = ["house"]
ON_A_SERVER = pytest.mark.parametrize("server", [SERVER], indirect=True)
FULL = Decision(AppealState.UPHELD, "给满分。", Relief.FULL)


def opened_again(house):
    """The same register for a second officer."""
    return closing(RegisterDb(house.db.path, server=house.db.server))


class Other:
    """What the second officer does meanwhile, in a thread of its own; how it was refused."""

    def __init__(self, house, work):
        self._house, self._work, self._thread, self.code = house, work, None, ""

    def begin(self):
        if self._thread is None:
            self._thread = Thread(target=self._run)
            self._thread.start()

    def end(self):
        self._thread.join(60)
        return self.code

    def _run(self):
        try:
            with opened_again(self._house) as db:
                self._work(db)
        except AcademyError as error:
            self.code = error.code


class MeanwhileHq(Hq):
    """Something else begins while HR's key signs."""

    def __init__(self, hq, begin):
        super().__init__()
        self.key, self._begin = hq.key, begin

    def signed_by_hr(self, act, about, sign):
        self._begin()
        return super().signed_by_hr(act, about, sign)


class MeanwhileClock(StoryClock):
    """Something else begins when the clock is looked at."""

    def __init__(self, begin):
        super().__init__(BEGAN)
        self._begin = begin

    def now(self):
        self._begin()
        return super().now()


@ON_A_SERVER
@pytest.mark.feature("e4")
def test_of_two_who_decide_an_appeal_in_the_same_moment_the_second_is_refused_and_points_are_given_once(house):
    number = Disputes(house.db, "CHEN", StoryClock(BEGAN)).enter(house.failed.sitting, "T1002", 2, WHY).number
    other = Other(
        house, lambda db: Disputes(db, "WU", StoryClock(BEGAN)).decide(house.hq, house.material, number, FULL)
    )
    first = Disputes(house.db, "LI", StoryClock(BEGAN))
    first.decide(MeanwhileHq(house.hq, other.begin), house.material, number, FULL)
    assert other.end() == "E_APPEAL_DECIDED"
    assert (first.appeal(number).decided_by, house.hq.log) == ("LI", [])
    assert len(house.db.rows("SELECT * FROM awards")) == 1


@ON_A_SERVER
@pytest.mark.feature("e4")
def test_of_two_who_mark_an_answer_in_the_same_moment_only_as_many_are_taken_as_it_needs(house):
    place, sitting = PLACES[1].paper, house.failed.sitting
    save_cases(house.db, sitting, [HandCase(sitting, 2, place.item, place.version, Cause.REMARK, 2000, 0, "T1002")])
    MarkingDesk(house.db, "ZHAO", StoryClock(BEGAN)).mark(house.material, sitting, 2, 1000)
    other = Other(house, lambda db: MarkingDesk(db, "SUN", StoryClock(BEGAN)).mark(house.material, sitting, 2, 1000))
    MarkingDesk(house.db, "QIAN", MeanwhileClock(other.begin)).mark(house.material, sitting, 2, 1000)
    assert other.end() == "E_MARKING"
    assert house.db.rows("SELECT marker FROM hand_marks ORDER BY turn") == [("ZHAO",), ("QIAN",)]


@pytest.mark.feature("e6")
def test_of_two_who_release_a_run_at_once_the_second_is_refused_and_it_counts_once(house):
    desk(house).propose(house.hq, worked(house))
    other = Other(house, lambda db: Regrades(db, "wang", StoryClock(BEGAN)).release(house.hq, 1))

    def meanwhile():
        other.begin()
        other.end()

    with pytest.raises(register_regrade_rows.ReleaseRefused) as refused:
        desk(house, "li").release(MeanwhileHq(house.hq, meanwhile), 1)
    assert (refused.value.facts["reason"] in {"done", "older"}, other.code) == (True, "")
    assert desk(house).story(1).run.decided_by == "wang"


def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.feature("e6")
def test_a_release_that_was_killed_half_way_has_not_begun_and_another_officer_releases(house):
    desk(house).propose(house.hq, worked(house))
    before, child = house.db.dump(), os.fork()
    if not child:
        register_regrade_rows.refresh = die  # the last step of a release: everything before it is written
        try:
            with opened_again(house) as db:
                Regrades(db, "li", StoryClock(BEGAN)).release(house.hq, 1)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert house.db.dump() == before
    assert desk(house, "wang").release(house.hq, 1).run.state == "released"

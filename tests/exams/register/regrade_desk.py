"""The desk of re-grading over the register with one wrong key, for tests."""

import pytest

from exams.desk.hr_regrades import Regrades
from exams.desk.hr_regrading import RegradePlan
from exams.register.regrading import DEFAULT_RULE, CertificateRule, OutcomeRule, Rule
from exams.timing.story_clock import StoryClock
from tests.exams.register.mistaken import WRONG, a_mistaken_house
from tests.exams.register.sealed_house import BEGAN, COURSE

RECOMPUTE = Rule(OutcomeRule.RECOMPUTE, CertificateRule.REVISE)
WHY = "Two colleagues found that C is right."


@pytest.fixture
def house(tmp_path, server):
    """In a file, and on a server."""
    house = a_mistaken_house(tmp_path / "hr", server)
    yield house
    house.db.close()


def desk(house, who="chen"):
    return Regrades(house.db, who, StoryClock(BEGAN))


def plan(house, rule=DEFAULT_RULE, *answers):
    found = desk(house).right(house.material, COURSE, (WRONG.item.id, WRONG.item.version), answers or ("C",))
    return RegradePlan(COURSE, found, WHY, rule)


def worked(house, rule=DEFAULT_RULE, processes=1):
    return desk(house).work_out(house.material, plan(house, rule), lambda _done, _all: True, processes)


def sha_of(house, serial):
    ((sha256,),) = house.db.rows("SELECT sha256 FROM files WHERE serial = ?", (serial,))
    return sha256

"""Fixtures of the pages of re-grading: the room over a register with one wrong key."""

from contextlib import contextmanager

import pytest

from desktop.wiring.regrades import Doors, RegradeHouse, RegradeRoom
from exams.desk.hr_regrades import Regrades
from exams.register.officers import OfficerRefused
from exams.timing.story_clock import StoryClock
from exams.trust.errors import WrongPassphrase
from tests.desktop.screens.staff_fixtures import chinese, dressed, driver, remembered, window
from tests.exams.register.mistaken import a_mistaken_house
from tests.exams.register.sealed_house import BEGAN

__all__ = ["chinese", "dressed", "driver", "house", "remembered", "room", "window"]
SECRET, OWN = "several plain words", "my very own words"


class Book:
    """HR's register as the house opens it."""

    def __init__(self, db, who):
        self.regrades = Regrades(db, who, StoryClock(BEGAN))


class Office:
    """Whoever looks: `who` may change; `refusal` is raised by whatever opens keys."""

    def __init__(self, sealed):
        self.sealed, self.refusal, self.left = sealed, None, []
        self.followed = []
        sealed.hq.hr_material = lambda: sealed.material

    def house(self, who):
        def follow(_desk, _register, story):
            self.followed.append(story.run.number)
            return 0, 1

        def proven(own):
            if own != OWN:
                raise OfficerRefused(reason="passphrase", who=who)
            return "R1"

        return RegradeHouse(who, Doors(lambda: self.register(who), self._desk, follow, proven))

    @contextmanager
    def register(self, who):
        yield Book(self.sealed.db, who)

    @contextmanager
    def _desk(self, secret):
        if self.refusal is not None:
            raise self.refusal
        if secret != SECRET:
            raise WrongPassphrase
        yield self.sealed.hq


@pytest.fixture
def house(tmp_path):
    sealed = a_mistaken_house(tmp_path / "hr")
    yield Office(sealed)
    sealed.db.close()


@pytest.fixture
def room(window, house):
    """Gives the room of an officer."""

    def of(who="chen"):
        return RegradeRoom(window, house.house(who), lambda: (), lambda: house.left.append("matrix"))

    return of

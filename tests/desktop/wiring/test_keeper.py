"""The program is hashed beside the window, once, however early somebody signs in."""

from threading import Event, Thread, current_thread

import pytest

from desktop.wiring.keeper import OfficeKeeper

LONG = 30


class Hash:
    """Stands in for hashing hundreds of files: counts, remembers who did it, and takes until it is let go."""

    def __init__(self):
        self.by, self.begun, self.may_end = [], Event(), Event()

    def __call__(self):
        self.by.append(current_thread())
        self.begun.set()
        assert self.may_end.wait(LONG)
        return "b" * 64


@pytest.fixture
def made(home):
    hashing = Hash()
    keeper = OfficeKeeper(home, hashing)
    yield keeper, hashing
    hashing.may_end.set()
    keeper.close()


def test_a_keeper_that_was_only_made_has_hashed_nothing(made):
    assert made[1].by == []


def test_the_office_takes_what_was_hashed_beside_the_window(made):
    keeper, hashing = made
    hashing.may_end.set()
    beside = Thread(target=keeper.warm_up)
    beside.start()
    beside.join(LONG)
    office = keeper.office()
    assert hashing.by == [beside]
    (*_, last) = [one.facts() for one in office.journal.records() if one.line.type == "app_start"]
    assert last["build"] == "b" * 64


def test_whoever_comes_earlier_waits_for_it_and_nothing_is_hashed_twice(made):
    keeper, hashing = made
    beside, builds = Thread(target=keeper.warm_up), []
    beside.start()
    assert hashing.begun.wait(LONG)
    early = Thread(target=lambda: builds.append(keeper.office()))
    early.start()
    assert builds == []
    hashing.may_end.set()
    early.join(LONG)
    beside.join(LONG)
    assert len(builds) == 1
    assert hashing.by == [beside]

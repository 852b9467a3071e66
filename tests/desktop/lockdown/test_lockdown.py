"""A lock is taken whole and given back whole."""

import pytest

from desktop.lockdown.lockdown import Lockdown
from desktop.lockdown.mode import Lock, lock_of


class Part:
    """Writes down when it is taken and given back."""

    def __init__(self, name, told, fails=""):
        self._name, self._told, self._fails = name, told, fails

    def on(self):
        self._do("on")

    def off(self):
        self._do("off")

    def _do(self, what):
        self._told.append(f"{self._name} {what}")
        if self._fails == what:
            raise OSError(self._name)


def lockdown(told, *, fails=("", "")):
    return Lockdown(lambda _lock: (Part("a", told, fails[0]), Part("b", told, fails[1])))


def test_what_was_taken_is_given_back_the_last_first_and_once():
    told = []
    held = lockdown(told)
    held.engage(Lock.FULL)
    held.engage(Lock.FULL)
    assert (held.lock, told) == (Lock.FULL, ["a on", "b on"])
    held.release()
    held.release()
    assert (held.lock, told[2:]) == (Lock.NONE, ["b off", "a off"])


def test_another_lock_takes_the_place_of_the_first():
    told = []
    held = lockdown(told)
    held.engage(Lock.FULL)
    held.engage(Lock.SHOWN)
    assert told == ["a on", "b on", "b off", "a off", "a on", "b on"]


def test_what_cannot_be_taken_gives_back_what_was_taken_before_it():
    told = []
    held = lockdown(told, fails=("", "on"))
    with pytest.raises(OSError, match="b"):
        held.engage(Lock.FULL)
    assert (held.lock, told) == (Lock.NONE, ["a on", "b on", "a off"])


def test_one_part_that_cannot_be_given_back_keeps_no_other():
    told = []
    held = lockdown(told, fails=("", "off"))
    held.engage(Lock.FULL)
    with pytest.raises(OSError, match="b"):
        held.release()
    assert (held.lock, told[2:]) == (Lock.NONE, ["b off", "a off"])


@pytest.mark.parametrize(
    ("counts", "wanted", "demonstration", "lock"),
    [
        (True, True, False, Lock.FULL),
        (True, True, True, Lock.SHOWN),
        (True, False, False, Lock.NONE),
        (False, True, False, Lock.NONE),
        (False, True, True, Lock.NONE),
    ],
)
def test_only_an_exam_that_counts_holds_the_pc_and_a_demonstration_only_shows_it(counts, wanted, demonstration, lock):
    assert lock_of(counts=counts, wanted=wanted, demonstration=demonstration) is lock

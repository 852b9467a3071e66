"""A register with one wrong key: three PCs with five sittings, one certificate, and headquarters' signature."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from exams.grading.answers import correct_response
from exams.items.item import ItemType, Use
from exams.papers.blueprint import Blueprint, Feedback
from exams.store.register_holdings import refresh
from exams.trust.keys import SigningKey
from tests.exams.grading.places import Place, a_paper
from tests.exams.register.sealed_house import COURSE, SealedHouse

KINDS = (ItemType.SINGLE, ItemType.SINGLE, ItemType.MULTIPLE, ItemType.TRUEFALSE, ItemType.NUMERICAL)
PLACES = tuple(Place(kind, number, chapter=1, points=2000) for number, kind in enumerate(KINDS, 1))
WRONG = PLACES[0]
FINAL = Blueprint("final", Use.EXAM, 75, 80, {}, {}, {}, Feedback.CHAPTERS)
NUMBER = "BJ-WJ01-2026-000001-7"


def right():
    return {one.paper.position: correct_response(one.item, one.key, one.paper) for one in PLACES}


def person(staff_id, *, key="B", missed=()):
    """A paper and its answers: `key` at the first place, nothing at the places that were missed."""
    paper, _, _ = a_paper(*PLACES)
    answers = {**right(), 1: key}
    return replace(paper, staff_id=staff_id), {at: one for at, one in answers.items() if at not in missed}


def a_mistaken_house(folder, server=""):
    """Who passes with the wrong key, who fails for it, and who has nothing to do with it; B is the key, C is right."""
    house = _made().copied(folder, server)
    house.hq = Hq()
    return house


@cache
def _made():
    """Filled once in a process; it goes with it."""
    _FOLDERS.append(TemporaryDirectory(prefix="academy-tests-"))
    folder = Path(_FOLDERS[-1].name) / "hr"
    house = SealedHouse(folder, FINAL, [one.item for one in PLACES], [one.key for one in PLACES])
    _, (passed, failed) = house.take_in("D00000001", [person("T1001"), person("T1002", key="C", missed={2})])
    house.take_in("D00000002", [person("T2001", key="C")], "SH-PD02")
    house.take_in("D00000003", [person("T3001", key="A"), person("T3002", missed={1})], "SH-PD02")
    house.certify(passed, NUMBER)
    with house.db.together():
        refresh(house.db, [("T1001", COURSE)])
    house.passed, house.failed = passed, failed
    house.db.close()
    return house


_FOLDERS = []


class Hq:
    """Headquarters as far as HR signs there; remembers what its log would say."""

    def __init__(self):
        self.key, self.log = SigningKey.generate(), []

    def signed_by_hr(self, act, about, sign):
        self.log.append((act, about))
        return sign(self.key)

    def hr_keys(self):
        return (self.key.public,)

"""A register for tests, and what HR judges a branch's bundles with."""

from dataclasses import replace
from weakref import finalize

from exams.desk.hr_collect import collect
from exams.desk.hr_material import Material
from exams.desk.hr_offers import offers
from exams.register.judging import Courses
from exams.store.register_dialect import RegisterDb

COURSE = "TELE"


def material(room, **changes):
    """The room's trust without what it has learnt: the register knows that."""
    trust = replace(room.trust(**changes), known={}, tries={})
    return Material(trust, Courses(dict.fromkeys(trust.packs, COURSE), dict.fromkeys(trust.sessions, "A")))


class Collector:
    """One register in a folder; gives what became of each file."""

    def __init__(self, folder, material, server=""):
        folder.mkdir(parents=True, exist_ok=True)
        self.path, self.material = folder / "register.sqlite", material
        self.db = RegisterDb(self.path, server=server)
        finalize(self, self.db.close)

    def take(self, *paths, processes=1, stop_after=0):
        told = []

        def hear(one):
            told.append(one)
            return len(told) != stop_after

        collect(self.db, self.material, offers(paths), hear, processes)
        return told

    def dump(self):
        return self.db.dump()


def material_of(trust, packs, forms):
    """The same from a trust that knows nothing yet."""
    return Material(replace(trust, known={}, tries={}), Courses(packs, forms))

"""Two PCs of one branch, and a person's record that goes from one to the other."""

import pytest

from exams.desk.person_record import export_person, import_person
from exams.store.device_files import kept_record
from tests.exams.desk.branch_pc import XIAOYU, BranchPc
from tests.exams.desk.enrolling import enrolled

STAFF = XIAOYU.staff_id


class Two:
    """Two PCs of one branch, each with a record of its own, and what goes between them."""

    def __init__(self, hq, content):
        self.hq = hq
        self.here, self.there = (BranchPc.set_up(enrolled(hq, name)[0], content) for name in ("here", "there"))

    def carry(self, source, target, staff=STAFF):
        return import_person(target.office, self.written(source, target, staff))

    def written(self, source, target, staff=STAFF):
        return export_person(source.office, staff, kept_record(target.home))

    def close(self):
        for pc in (self.here, self.there):
            pc.close()


@pytest.fixture
def two(hq, content):
    pcs = Two(hq, content)
    yield pcs
    pcs.close()


def some_section(pc, number=0):
    return pc.desk().course().chapters[0].sections[number]

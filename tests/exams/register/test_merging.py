"""Two records of one person (g5): what was sat under the old staff id counts under the new one, and can come apart."""

from contextlib import closing

import pytest

from exams.desk.hr_people import StaffFile
from exams.register.errors import BadMerge
from exams.register.merging import plan_merge
from exams.register.outcome import CertificateRow
from exams.register.people import ChangeKind, StaffRow
from exams.store.register_dialect import RegisterDb
from exams.store.register_holdings import count_anew, refresh
from exams.store.register_rows import save_certificates
from tests.exams.register.test_people import FIRST, listed, register

__all__ = ["register"]
OLD = ("T7001", "李明", "GZ-01", "二组")


def merged_house(register, tmp_path, server):
    """李明 sat as T7001, and is T1002 on the newest list."""
    register.import_staff(listed(tmp_path, *FIRST, OLD))
    certificate = CertificateRow("N-1", "s1", "T7001", "GZ-01", "TELE", 90, "2026-01-01", "2027-12-31")
    with closing(RegisterDb(tmp_path / "hr" / "register.sqlite", server=server)) as db, db.together():
        save_certificates(db, [certificate])
        refresh(db, [("T7001", "TELE")])
    register.assign("TELE", "person", "T1002")
    return register.dump()


def states(register, staff_id):
    return [(one.course, str(one.state)) for one in register.person(staff_id).standings]


@pytest.mark.feature("g5")
def test_a_person_with_a_new_staff_id_keeps_what_was_sat_under_the_old_one(register, tmp_path, server):
    before = merged_house(register, tmp_path, server)
    assert states(register, "T1002") == [("TELE", "due")]
    done = register.merge("T1002", "T7001")
    assert (done.changes, states(register, "T1002")) == (1, [("TELE", "valid")])
    story = register.person("T7001")
    assert (story.staff_id, [one.staff_id for one in story.certificates]) == ("T1002", ["T7001"])
    assert [str(change.kind) for _, _, change in story.changes] == ["joined", "joined", "merged"]
    assert register.dump()["certificates"] == before["certificates"]
    kept = register.dump()
    with closing(RegisterDb(tmp_path / "hr" / "register.sqlite", server=server)) as db:
        count_anew(db)
        assert db.dump() == kept
    assert [one.staff_id for one in register.people()].count("T7001") == 0
    assert register.undo_staff().number == done.number
    assert register.dump() == before


@pytest.mark.feature("g5")
def test_the_next_list_does_not_bring_the_old_id_back(register, tmp_path, server):
    merged_house(register, tmp_path, server)
    register.merge("T1002", "T7001")
    plan = register.plan_staff(listed(tmp_path, *FIRST, OLD).rows)
    assert plan.changes == ()
    assert plan.same_names == ()


@pytest.mark.parametrize(
    ("kept", "gone", "reason"),
    [("T1002", "T1002", "same"), ("T1002", "T9999", "unknown"), ("T9999", "T1002", "unknown")],
)
def test_what_cannot_be_one_person_is_refused(register, tmp_path, kept, gone, reason):
    register.import_staff(listed(tmp_path, *FIRST))
    before = register.dump()
    with pytest.raises(BadMerge) as refused:
        register.merge(kept, gone)
    assert refused.value.facts["reason"] == reason
    assert register.dump() == before


def test_who_was_merged_once_is_not_merged_again(register, tmp_path, server):
    merged_house(register, tmp_path, server)
    register.merge("T1002", "T7001")
    for kept, gone in (("T1001", "T7001"), ("T7001", "T1001"), ("T1001", "T1002")):
        with pytest.raises(BadMerge):
            register.merge(kept, gone)


def test_two_people_by_their_id_numbers_are_not_one():
    with pytest.raises(BadMerge):
        plan_merge(StaffRow("T1", "李明", id_tail="0011"), StaffRow("T2", "李明", id_tail="0012"))
    one, other = plan_merge(StaffRow("T1", "李明"), StaffRow("T2", "李明", "Li Ming", id_tail="0012"))
    assert (one.kind, other.after.latin, other.after.id_tail) == (ChangeKind.MERGED, "Li Ming", "0012")


@pytest.mark.feature("g5")
def test_records_of_one_name_and_one_end_of_an_id_number_look_alike(register):
    people = [StaffRow(f"T{one}", "李明", id_tail=tail) for one, tail in enumerate(("0011", "0012", "0011", ""))]
    register.import_staff(StaffFile("x.csv", tuple(people)))
    assert [[one.staff_id for one in group] for group in register.likely_same()] == [["T0", "T2"]]
    register.merge("T0", "T2")
    assert register.likely_same() == ()

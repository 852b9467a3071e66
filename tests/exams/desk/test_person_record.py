"""A person studies on one PC and goes on at another: the record travels sealed, merges, and doubles nothing."""

import pytest

from exams.accounts.errors import BadStaffId
from exams.desk.person_record import export_person, import_person
from exams.devices.errors import ForeignRecord, PersonRecordRefused
from exams.errors import AcademyError
from exams.sittings.sitting import Kind
from exams.store.device_files import kept_record
from exams.store.people_rows import change_pin, find_pin
from exams.trust.errors import BadSignature, CannotOpen, Expired, NotStrict, Revoked
from exams.trust.strict_json import read_json, write_json
from tests.exams.desk.branch_pc import BRANCH, DAY, HR, PROCTOR, TYPED, XIAOYU
from tests.exams.desk.enrolling import approve, ask, certified, enrolled, take_in
from tests.exams.desk.head_office import HeadOffice
from tests.exams.desk.two_pcs import STAFF, Two, some_section, two

__all__ = ["two"]


def read(pc, section, seconds, finished=False):
    pc.desk().note_reading(section, 1000, seconds, finished)


def sections(pc):
    training = pc.desk().training()
    return {one.section: (one.state.value, one.seconds) for chapter in training.chapters for one in chapter.sections}


@pytest.mark.feature("h4")
def test_reading_of_both_pcs_adds_up_and_never_twice(two):
    section = some_section(two.here)
    read(two.here, section, 60)
    read(two.there, section, 40, finished=True)
    for _ in range(3):
        two.carry(two.here, two.there)
        two.carry(two.there, two.here)
    for pc in (two.here, two.there):
        assert sections(pc)[section] == ("read", 100)
    read(two.here, section, 20)
    two.carry(two.here, two.there)
    assert sections(two.there)[section] == ("read", 120)


def test_an_older_file_takes_nothing_away(two):
    section = some_section(two.here)
    read(two.here, section, 10)
    old = two.written(two.here, two.there)
    read(two.here, section, 50, finished=True)
    two.carry(two.here, two.there)
    import_person(two.there.office, old)
    assert sections(two.there)[section] == ("read", 60)


def test_one_goes_on_where_the_other_pc_stopped(two):
    section = some_section(two.here)
    two.here.desk().note_reading(section, 2500, 30, False)
    two.carry(two.here, two.there)
    assert two.there.desk().reading_place(section) == 2500
    two.there.desk().note_reading(section, 500, 5, False)
    assert two.there.desk().reading_place(section) == 500


def test_exams_of_the_other_pc_use_up_tries_and_are_nobodys_here(two):
    two.here.begin_final()
    two.carry(two.here, two.there)
    two.carry(two.here, two.there)
    assert two.there.desk().offer(Kind.FINAL).attempt == 2
    assert two.there.desk().open_sitting() is None
    assert two.there.desk().history() == ()
    assert two.there.desk().begin(Kind.FINAL, code=TYPED).attempt == 2


def test_what_came_back_is_not_counted_a_second_time(two):
    two.here.begin_final()
    two.carry(two.here, two.there)
    two.carry(two.there, two.here)
    assert two.here.desk().offer(Kind.FINAL).attempt == 2


def test_a_quiz_that_was_sat_there_counts_with_its_result(two):
    desk = two.here.desk()
    sitting = desk.begin(Kind.QUIZ, 1)
    result = desk.hand_in(sitting.id).result
    two.carry(two.here, two.there)
    best = two.there.desk().training().chapters[0].quiz_best
    assert best == result.score * 100 // result.max_score


def test_a_result_that_came_later_takes_the_place_of_a_sitting_that_ran(two):
    sitting = two.here.desk().begin(Kind.QUIZ, 1)
    running = two.written(two.here, two.there)
    two.here.desk().hand_in(sitting.id)
    two.carry(two.here, two.there)
    import_person(two.there.office, running)
    assert two.there.desk().training().chapters[0].quiz_best is not None


def test_somebody_new_here_can_sign_in_with_the_pin_of_the_other_pc(two):
    two.there.db.execute("DELETE FROM people WHERE staff_id = ?", (STAFF,))
    assert two.carry(two.here, two.there).known is False
    assert two.there.office.sign_in(STAFF, "258025").person == XIAOYU


def test_the_later_pin_is_the_one_that_opens(two):
    two.here.clock.forward(1000)
    two.here.desk(HR).reset_pin(STAFF, "836914")
    two.carry(two.here, two.there)
    assert find_pin(two.there.db, STAFF) == find_pin(two.here.db, STAFF)
    change_pin(two.here.db, STAFF, "an older hash")
    assert two.carry(two.here, two.there).known
    assert two.there.office.sign_in(STAFF, "836914")


def test_it_is_written_down_on_both_sides(two):
    two.carry(two.here, two.there)
    assert two.here.events()[-1] == "record_export"
    assert two.there.events()[-1] == "record_import"


def test_nobody_but_the_named_pc_can_open_it(two):
    raw = two.written(two.here, two.there)
    assert STAFF.encode() not in raw
    with pytest.raises(CannotOpen):
        import_person(two.here.office, raw)


def test_it_is_not_written_for_a_pc_of_another_branch_nor_for_one_that_only_asked(two, hq):
    other, _record = enrolled(hq, "other", "SH-PD02")
    with pytest.raises(ForeignRecord):
        export_person(two.here.office, STAFF, kept_record(other))
    with pytest.raises(AcademyError):
        export_person(two.here.office, STAFF, ask(hq, hq.folder / "asking").raw)


def test_a_record_of_another_headquarters_is_no_address(two, founded, tmp_path):
    strange = HeadOffice(tmp_path / "strange", founded.parts)
    strange.found()
    home, _record = enrolled(strange)
    with pytest.raises(BadSignature):
        export_person(two.here.office, STAFF, kept_record(home))


def test_a_withdrawn_pc_gives_nothing_to_believe(two, hq):
    raw = two.written(two.here, two.there)
    with hq.desk() as desk:
        desk.revoke("device", two.here.office.settings()["device"], hq.folder / "revocation.json")
    two.there.office.take_in([hq.folder / "revocation.json"], "0.1.0")
    with pytest.raises(Revoked):
        import_person(two.there.office, raw)


def test_a_pc_whose_record_has_run_out_neither(two):
    raw = two.written(two.here, two.there)
    two.there.clock.forward(365 * DAY)
    with pytest.raises(Expired):
        import_person(two.there.office, raw)


def test_a_pc_that_was_never_enrolled_takes_no_part(two, pc):
    for act in (
        lambda: export_person(pc.office, STAFF, kept_record(two.there.home)),
        lambda: import_person(pc.office, two.written(two.here, two.there)),
    ):
        with pytest.raises(PersonRecordRefused) as refused:
            act()
        assert refused.value.facts["reason"] == "unenrolled"


def test_proctors_and_strangers_are_not_carried(two):
    certified(two.hq, two.here, PROCTOR)
    with pytest.raises(PersonRecordRefused):
        two.written(two.here, two.there, "P2001")
    with pytest.raises(BadStaffId):
        two.written(two.here, two.there, "Z9999")


def test_a_trainee_of_one_pc_does_not_become_the_proctor_of_another(two):
    certified(two.hq, two.there, PROCTOR)
    two.here.db.execute("DELETE FROM people WHERE staff_id = 'P2001'")
    two.here.db.execute("UPDATE people SET staff_id = 'P2001' WHERE staff_id = ?", (STAFF,))
    before = find_pin(two.there.db, "P2001")
    with pytest.raises(PersonRecordRefused) as refused:
        two.carry(two.here, two.there, "P2001")
    assert refused.value.facts["reason"] == "role"
    assert find_pin(two.there.db, "P2001") == before


def test_another_persons_record_is_refused_where_one_is_named(two):
    raw = two.written(two.here, two.there)
    with pytest.raises(PersonRecordRefused) as refused:
        import_person(two.there.office, raw, "T1002")
    assert refused.value.facts["reason"] == "staff"


def test_a_file_changed_or_cut_brings_nothing(two):
    read(two.here, some_section(two.here), 60)
    raw = two.written(two.here, two.there)
    before = two.there.events(), sections(two.there)
    table = read_json(raw)
    sealed = table["sealed"]
    changed = write_json({**table, "sealed": sealed[:100] + ("A" if sealed[100] != "A" else "B") + sealed[101:]})
    for bad in (b"", raw[:-1], raw[: len(raw) // 2], changed, write_json({**table, "more": 1})):
        with pytest.raises((NotStrict, CannotOpen)):
            import_person(two.there.office, bad)
    assert (two.there.events(), sections(two.there)) == before


def test_a_renewed_pc_still_reads_what_is_sealed_to_it(hq, content):
    two = Two(hq, content)
    raw = two.written(two.here, two.there)
    two.close()
    take_in(hq, two.there.home, approve(hq, ask(hq, two.there.home, BRANCH.code).raw).raw)
    two.there.reopen()
    assert import_person(two.there.office, raw).staff_id == STAFF
    two.there.close()

"""People, branch, sessions, study and cached sittings: what is saved comes back, and one person's is not another's."""

import sqlite3
from dataclasses import replace

import pytest
from sqlite_utils import Database

from exams.accounts.person import Branch, Person, Role
from exams.sittings.sitting import State
from exams.store import people_rows, session_rows, sitting_rows, study_rows
from exams.store.migrations import migrations
from exams.store.sitting_rows import SittingRow
from exams.store.study_rows import ReadingRow
from exams.training.study import SectionState

XIAOYU = Person("T1001", "王小雨", "Wang Xiaoyu", "BJ-WJ01", "客服一组", Role.TRAINEE, 10)
PROCTOR = Person("P2001", "'; DROP TABLE people; --", "", "BJ-WJ01", "", Role.PROCTOR)
BRANCH = Branch("BJ-WJ01", {"zh": "望京", "en": "Wangjing"}, {"zh": "示例", "en": "Example"}, True)
OPEN = SittingRow("a" * 16, "final", "final", "T1001", "S1", 1, "open", 2, 2, 100, None, 7, 0, None, None, None, None)


@pytest.fixture
def db():
    db = Database(memory=True)
    migrations.apply(db)
    yield db
    db.close()


def test_a_person_comes_back_as_entered_but_for_the_role_and_the_pin_apart(db):
    for person in (XIAOYU, PROCTOR):
        people_rows.save_person(db, person, f"hash of {person.staff_id}")
    assert people_rows.find_person(db, "T1001") == XIAOYU
    assert people_rows.all_people(db) == (PROCTOR._replace(role=Role.TRAINEE), XIAOYU)
    assert people_rows.find_pin(db, "T1001") == "hash of T1001"


def test_nobody_is_found_under_an_unknown_id(db):
    assert people_rows.find_person(db, "T9999") is people_rows.find_pin(db, "T9999") is None


def test_a_staff_id_belongs_to_one_person(db):
    people_rows.save_person(db, XIAOYU, "one")
    with pytest.raises(sqlite3.IntegrityError):
        people_rows.save_person(db, XIAOYU._replace(name="别人"), "two")
    assert people_rows.find_person(db, "T1001") == XIAOYU


def test_a_changed_pin_is_that_persons_only(db):
    for person in (XIAOYU, PROCTOR):
        people_rows.save_person(db, person, "old")
    people_rows.change_pin(db, "T1001", "new")
    assert [people_rows.find_pin(db, staff) for staff in ("T1001", "P2001")] == ["new", "old"]


def test_the_branch_comes_back_and_its_settings_beside_it(db):
    assert people_rows.load_branch(people_rows.branch_facts(db)) is None
    people_rows.save_branch(db, BRANCH)
    people_rows.save_setting(db, "gating", "off")
    people_rows.save_setting(db, "gating", "on")
    facts = people_rows.branch_facts(db)
    assert people_rows.load_branch(facts) == BRANCH
    assert facts["gating"] == "on"


def test_a_branch_saved_again_replaces_the_first(db):
    people_rows.save_branch(db, BRANCH)
    people_rows.save_branch(db, BRANCH._replace(code="BJ-WJ02", demonstration=False))
    found = people_rows.load_branch(people_rows.branch_facts(db))
    assert (found.code, found.demonstration) == ("BJ-WJ02", False)


def a_session(name, opened, closed=None):
    return session_rows.SessionRow(name, "一号考场", "P2001", "final", "hash", opened, closed)


def test_sessions_come_newest_first_and_only_an_open_one_is_open(db):
    assert session_rows.open_session_row(db) is None
    for row in (a_session("S1", 100, 200), a_session("S3", 300, 400), a_session("S2", 200)):
        session_rows.save_session(db, row)
    assert [row.id for row in session_rows.all_sessions(db)] == ["S3", "S2", "S1"]
    assert session_rows.open_session_row(db) == a_session("S2", 200)


def test_of_two_open_sessions_the_newer_counts(db):
    for row in (a_session("S1", 100), a_session("S2", 200)):
        session_rows.save_session(db, row)
    assert session_rows.open_session_row(db).id == "S2"


def test_reading_adds_seconds_and_keeps_the_last_place(db):
    for place, seconds in ((3, 40), (7, 20), (5, 0)):
        study_rows.note_reading(db, "T1001", ReadingRow("1.1", SectionState.STARTED, place, seconds), 1_000)
    assert study_rows.readings(db, "T1001") == {"1.1": ReadingRow("1.1", SectionState.STARTED, 5, 60)}
    assert study_rows.readings(db, "T1002") == {}


def test_once_read_a_section_stays_read_and_the_first_day_of_it_stands(db):
    for state, now in ((SectionState.READ, 1_000), (SectionState.STARTED, 2_000), (SectionState.READ, 3_000)):
        study_rows.note_reading(db, "T1001", ReadingRow("1.1", state, 0, 1), now)
    assert study_rows.readings(db, "T1001")["1.1"].state is SectionState.READ
    assert db.execute("SELECT read_wt FROM reading").fetchall() == [(1_000,)]


def test_of_each_self_check_the_latest_answer_counts(db):
    for item, right in (("p1", True), ("p2", True), ("p1", False)):
        study_rows.note_check(db, "T1001", (item, "1.1", '"A"', right), 1_000)
    study_rows.note_check(db, "T1001", ("p3", "1.2", '"A"', True), 1_000)
    study_rows.note_check(db, "T1002", ("p1", "1.1", '"A"', True), 1_000)
    assert study_rows.checks_right(db, "T1001") == {"1.1": 1, "1.2": 1}


def test_a_cached_sitting_is_replaced_as_a_whole(db):
    sitting_rows.save_row(db, OPEN)
    graded = replace(OPEN, state=State.GRADED.value, last_seq=20, ended_wt=200, answered=7, score=900, max_score=1_000)
    sitting_rows.save_row(db, graded)
    assert sitting_rows.find_row(db, OPEN.id) == graded
    assert sitting_rows.find_row(db, "b" * 16) is None


def test_cached_sittings_come_in_the_order_they_began(db):
    rows = [replace(OPEN, id=f"{9 - n:016x}", first_seq=n, staff_id=f"T{n % 2}") for n in (3, 1, 2)]
    for row in rows:
        sitting_rows.save_row(db, row)
    assert [row.first_seq for row in sitting_rows.rows_of(db)] == [1, 2, 3]
    assert [row.first_seq for row in sitting_rows.rows_of(db, "T1")] == [1, 3]
    assert sitting_rows.rows_of(db, "T9") == ()
    sitting_rows.clear_rows(db)
    assert sitting_rows.rows_of(db) == ()


@pytest.mark.parametrize(
    ("score", "most", "percent"), [(None, None, None), (0, 0, None), (0, 100, 0), (799, 1_000, 79), (1_000, 1_000, 100)]
)
def test_the_percent_is_floored_and_absent_until_graded(score, most, percent):
    assert replace(OPEN, score=score, max_score=most).percent == percent


def test_a_value_of_the_wrong_kind_does_not_enter_the_cache(db):
    with pytest.raises(sqlite3.IntegrityError):
        sitting_rows.save_row(db, replace(OPEN, first_seq="soon"))

"""A shared PC: nobody writes in another person's record, by whichever method of the desk."""

import inspect

import pytest

from exams.desk.errors import ForeignSitting
from exams.scenarios.errors import NoSuchCall
from exams.sittings.sitting import Kind
from tests.exams.desk.branch_pc import XIAOYU, ZHIYUAN

FACTS = {
    "position": 1,
    "value": "A",
    "on": True,
    "lost": False,
    "choice_id": "open-1",
    "field": "cause",
    "letters": "A",
    "lang": "zh",
    "span": (0, 1),
    "at": 0,
    "kind": "unclear",
    "text": "x",
}
"""Something for each further parameter; a new one wants a line here."""


def taking(desk, name):
    """Every method of a desk, or of a part of it, whose first parameter is this."""
    for part in (desk, *(one for one in vars(desk).values() if type(one).__module__.startswith("exams.desk"))):
        for method_name, method in inspect.getmembers(part, inspect.ismethod):
            parameters = list(inspect.signature(method).parameters)
            if not method_name.startswith("_") and parameters[:1] == [name]:
                yield f"{type(part).__name__}.{method_name}", method, parameters[1:]


def records_of(pc, staff_id):
    """All rows about a person, in every table that names people."""
    found = {}
    for table in pc.db.table_names():
        if "staff_id" in {column.name for column in pc.db[table].columns}:
            found[table] = list(pc.db.execute(f"SELECT * FROM {table} WHERE staff_id = ?", (staff_id,)))
    return found


@pytest.mark.feature("h7")
def test_no_method_of_the_desk_takes_the_sitting_of_another_person(pc):
    desk, sitting = pc.desk(ZHIYUAN), pc.desk(XIAOYU).begin(Kind.QUIZ, 1)
    before = (records_of(pc, XIAOYU.staff_id), len(pc.records()))
    refused = []
    for name, method, others in taking(desk, "sitting_id"):
        if name.startswith(("TraineeDesk.", "ExamAids.")):
            with pytest.raises(ForeignSitting):
                method(sitting.id, *(FACTS[one] for one in others))
            refused.append(name)
    assert len(refused) >= 16
    assert (records_of(pc, XIAOYU.staff_id), len(pc.records())) == before


@pytest.mark.feature("h7")
def test_no_method_takes_the_simulated_call_of_another_person(pc):
    refused = []
    for name, method, others in taking(pc.desk(ZHIYUAN), "play_id"):
        with pytest.raises(NoSuchCall):
            method("0" * 16, *(FACTS[one] for one in others))
        refused.append(name)
    assert len(refused) >= 8


@pytest.mark.feature("h7")
def test_whatever_one_person_does_the_record_of_another_stays_as_it_is(pc):
    mine = pc.desk(XIAOYU)
    mine.note_reading("1.1", 4, 60, finished=True)
    mine.check_answer(mine.section("1.1").checks[0], "A")
    sitting = mine.begin(Kind.QUIZ, 1)
    before = records_of(pc, XIAOYU.staff_id)
    assert {name for name, rows in before.items() if rows} >= {"reading", "self_checks", "sittings", "people"}
    other = pc.desk(ZHIYUAN)
    other.note_reading("1.1", 1, 30, finished=False)
    other.check_answer(other.section("1.1").checks[0], "B")
    begun = other.begin(Kind.QUIZ, 1)
    other.hand_in(begun.id)
    assert records_of(pc, XIAOYU.staff_id) == before
    assert begun.id != sitting.id
    assert {row[0] for row in records_of(pc, ZHIYUAN.staff_id)["reading"]} == {ZHIYUAN.staff_id}

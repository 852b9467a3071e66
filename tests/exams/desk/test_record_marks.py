"""Marks and mistakes travel in a person's record: nothing twice, nothing lost, the newer word stands."""

import pytest

from exams.store.mark_rows import MarkKind
from exams.training.anchoring import TextPlace
from tests.exams.desk.branch_pc import ZHIYUAN
from tests.exams.desk.two_pcs import some_section, two

__all__ = ["two"]


def notes(pc):
    return [(mark.kind.value, mark.note) for mark in pc.desk().learning.marks.all()]


@pytest.mark.feature("h4")
def test_marks_of_both_pcs_come_together_once_and_the_newer_note_stands(two):
    section = some_section(two.here)
    here, there = (pc.desk().learning.marks for pc in (two.here, two.there))
    for marks in (here, there):  # the same words, marked on both
        marks.add(section, "zh", MarkKind.HIGHLIGHT, TextPlace(0, 0, 4))
    first = here.add(section, "zh", MarkKind.NOTE, TextPlace(0, 0, 2), "一")
    two.there.clock.forward(1000)
    there.add(section, "zh", MarkKind.BOOKMARK, TextPlace(1, 0, 0))
    two.carry(two.here, two.there)
    there.change(first, "二")
    for _ in range(2):
        two.carry(two.there, two.here)
        two.carry(two.here, two.there)
    assert notes(two.here) == notes(two.there)
    assert sorted(notes(two.here)) == [("bookmark", ""), ("highlight", ""), ("note", "二")]


def test_a_mark_taken_away_stays_away_on_both_and_leaves_no_word(two):
    section = some_section(two.here)
    for pc in (two.here, two.there):
        pc.desk().learning.marks.add(section, "zh", MarkKind.NOTE, TextPlace(0, 0, 4), "私事")
    two.carry(two.here, two.there)
    marks = two.there.desk().learning.marks
    (shown,) = marks.all()
    marks.remove(shown.id)
    two.carry(two.there, two.here)
    two.carry(two.here, two.there)
    assert (notes(two.here), notes(two.there)) == ([], [])
    for pc in (two.here, two.there):
        assert pc.db.execute("SELECT count(*) FROM marks WHERE note != '' OR quote != ''").fetchone() == (0,)


@pytest.mark.feature("a4")
def test_a_mistake_is_asked_again_on_the_other_pc_when_it_is_due(two):
    desk = two.here.desk()
    desk.check_answer("1.1-p1", "A")
    two.carry(two.here, two.there)
    (missed,) = two.there.desk().learning.mistakes()
    assert (missed.what, missed.lapses) == ("1.1-p1", 1)
    assert two.there.desk().learning.mistakes() == two.here.desk().learning.mistakes()
    two.carry(two.there, two.here)
    assert len(two.here.desk().learning.mistakes()) == 1


def test_nobodys_marks_are_written_into_another_persons_record(two):
    section = some_section(two.here)
    mine = two.here.desk().learning.marks.add(section, "zh", MarkKind.NOTE, TextPlace(0, 0, 4), "我的")
    two.there.desk(ZHIYUAN).learning.marks.add(section, "zh", MarkKind.NOTE, TextPlace(0, 0, 4), "别人的")
    two.there.db.execute("UPDATE marks SET id = ?", (mine,))
    two.carry(two.here, two.there)
    assert [mark.note for mark in two.there.desk(ZHIYUAN).learning.marks.all()] == ["别人的"]
    assert notes(two.there) == [("note", "我的")]

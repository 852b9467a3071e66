"""Tables of marks: what is read, and where exactly the rest is refused."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.analysis.errors import MarksCell, MarksEmpty, MarksEncoding, MarksHeading, MarksLimit, MarksTable
from exams.analysis.table import MOST_ITEMS, MOST_SITTINGS, read_marks
from exams.errors import AcademyError

PLAIN = "sitting,甲:2,乙\nS1,1.5,1\nS2,,0\n"


def read(text):
    return read_marks(text.encode())


def exact(marks):
    return [[Fraction(mark, marks.unit) for mark in column.marks] for column in marks.columns]


@pytest.mark.parametrize(
    "raw",
    [
        PLAIN.encode(),
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("gb18030"),
        ("\ufeff" + PLAIN).encode("gb18030"),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        PLAIN.replace("甲:2", ' "甲 : 2" '.strip()).encode(),
        (PLAIN + "\n,,\n").encode(),
    ],
    ids=["utf-8", "mark", "gb18030", "gb18030 mark", "crlf", "cr", "quoted", "empty rows"],
)
def test_a_table_is_read_in_any_usual_form(raw):
    marks = read_marks(raw)
    assert marks.sittings == ("S1", "S2")
    assert [column.item for column in marks.columns] == ["甲", "乙"]
    assert [Fraction(column.maximum, marks.unit) for column in marks.columns] == [2, 1]
    assert exact(marks) == [[Fraction(3, 2), 0], [1, 0]]


def test_a_blank_was_not_answered_and_counts_as_nothing():
    marks = read("sitting,a,b\nS1,,1\nS2, ,\n")
    assert exact(marks) == [[0, 0], [1, 0]]
    assert marks.blanks == 3


def test_of_a_sitting_in_several_rows_the_last_one_counts_with_its_blanks():
    marks = read("sitting,a,b\nS1,1,1\nS2,0,1\nS1,0,\n")
    assert (marks.sittings, exact(marks)) == (("S1", "S2"), [[0, 0], [0, 1]])
    assert (marks.replaced, marks.blanks) == (1, 1)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        (cell, "number")
        for cell in ("x", "1e0", ".5", "1.", "+1", "0,5", "１", "nan", "inf", "1_0", "=1", "- 1", "1\x00")
    ]
    + [(cell, "range") for cell in ("2.0001", "-2.5", "3", "999999")],
)
def test_a_bad_mark_is_refused_with_its_row_and_column(cell, reason):
    with pytest.raises(MarksCell) as refused:
        read(f'sitting,a,b:2\nS1,1,1\n\nS2,1,"{cell}"\n')
    facts = {"row": 4, "column": 3, "item": "b", "text": cell, "maximum": "2", "reason": reason}
    assert refused.value.facts == facts


@pytest.mark.parametrize("sitting", ["", "x" * 101, "a\tb"])
def test_a_row_that_names_no_sitting_is_refused(sitting):
    with pytest.raises(MarksCell) as refused:
        read(f"sitting,a\n{sitting},1\n")
    assert (refused.value.facts["row"], refused.value.facts["column"]) == (2, 1)
    assert refused.value.facts["reason"] == "sitting"


@pytest.mark.parametrize(
    ("heading", "column", "reason"),
    [
        ("student,a", 1, "sitting"),
        ("sitting;a", 1, "sitting"),
        ("sitting,a,", 3, "name"),
        ("sitting,:2", 2, "name"),
        (f"sitting,{'x' * 101}", 2, "name"),
        ("sitting,a\tb", 2, "name"),
        ("sitting,a,b,a:2", 4, "twice"),
        ("sitting,a:", 2, "maximum"),
        ("sitting,a:0", 2, "maximum"),
        ("sitting,a:-1", 2, "maximum"),
        ("sitting,a:b", 2, "maximum"),
    ],
)
def test_a_heading_that_names_no_item_is_refused_with_its_column(heading, column, reason):
    with pytest.raises(MarksHeading) as refused:
        read(f"{heading}\nS1,1\n")
    assert (refused.value.facts["column"], refused.value.facts["reason"]) == (column, reason)


def test_a_name_may_hold_colons_before_the_one_of_its_maximum():
    (column,) = read("sitting,1:2:3\nS1,3\n").columns
    assert (column.item, column.maximum) == ("1:2", 3)


@pytest.mark.parametrize(("row", "cells"), [("S2,1", 2), ("S2,1,1,1", 4), ("S2;1;1", 1)])
def test_a_row_of_another_width_is_refused(row, cells):
    with pytest.raises(MarksTable) as refused:
        read(f"sitting,a,b\nS1,1,1\n{row}\n")
    assert refused.value.facts == {"row": 3, "cells": cells, "wanted": 3, "reason": "width"}


@pytest.mark.parametrize("row", ['S2,"1', 'S2,"1"x'])
def test_a_quotation_mark_too_many_is_refused(row):
    with pytest.raises(MarksTable) as refused:
        read(f"sitting,a\nS1,1\n{row}\n")
    assert refused.value.facts == {"row": 3, "reason": "quote"}


@pytest.mark.parametrize("text", ["", "\n\n", "sitting", "sitting\nS1\n", "sitting,a", "sitting,a\n,\n"])
def test_a_table_without_sittings_or_items_is_refused(text):
    with pytest.raises(MarksEmpty):
        read(text)


@pytest.mark.parametrize("raw", [PLAIN.encode("utf-16"), b"sitting,a\nS1,\xff\n"])
def test_another_encoding_is_refused(raw):
    with pytest.raises(MarksEncoding):
        read_marks(raw)


def items(count):
    return "sitting," + ",".join(map(str, range(count))) + "\nS" + ",1" * count


def sittings(count):
    return "sitting,a\n" + "\n".join(f"{one},1" for one in range(count))


def test_the_largest_table_is_read():
    assert len(read(items(MOST_ITEMS)).columns) == MOST_ITEMS
    assert len(read(sittings(MOST_SITTINGS)).sittings) == MOST_SITTINGS


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (items(MOST_ITEMS + 1), {"most": MOST_ITEMS, "reason": "items"}),
        (sittings(MOST_SITTINGS + 1), {"most": MOST_SITTINGS, "reason": "sittings"}),
    ],
    ids=["items", "sittings"],
)
def test_one_more_is_refused(text, facts):
    with pytest.raises(MarksLimit) as refused:
        read(text)
    assert refused.value.facts == facts


def test_more_marks_in_all_than_are_analysed_at_once_are_refused(monkeypatch):
    monkeypatch.setattr("exams.analysis.table.MOST_CELLS", 5)
    with pytest.raises(MarksLimit) as refused:
        read("sitting,a,b\n1,1,1\n2,1,1\n3,1,1\n")
    assert refused.value.facts == {"most": 5, "reason": "cells"}


@given(st.lists(st.decimals(-1, 1, places=20), min_size=1))
def test_marks_are_kept_to_the_last_decimal(marks):
    table = "sitting,a\n" + "\n".join(f"S{place},{mark:f}" for place, mark in enumerate(marks))
    assert exact(read(table)) == [[Fraction(mark) for mark in marks]]


@given(st.binary() | st.text(alphabet='sitngS1:,."\n-甲 ').map(lambda text: b"sitting,a,b:2\n" + text.encode()))
def test_whatever_is_given_is_read_or_refused(raw):
    try:
        marks = read_marks(raw)
    except AcademyError as refused:
        code, lengths = refused.code, set()
    else:
        code, lengths = "", {len(column.marks) - len(marks.sittings) for column in marks.columns}
    assert code.startswith("E_MARKS_") or lengths == {0}

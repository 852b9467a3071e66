"""Columns that stand above each other where text is large: nothing is told without a name."""

import pytest

from desktop.style.look import Look
from desktop.style.sheet import apply_look
from desktop.widgets.stacked import columns_for, in_lines, telling
from desktop.widgets.table import Column


@pytest.fixture
def columns(qapp):
    def at(zoom):
        apply_look(qapp, Look(zoom=zoom))
        plain = (
            Column("Question", lambda row: row[0], elided=True),
            Column("Facility", lambda row: row[1]),
            telling(Column("Sittings", lambda row: row[2])),
        )
        return columns_for(plain, ((0,), (1, 2)))

    yield at
    apply_look(qapp, Look())


def test_a_number_below_another_heading_says_what_it_counts(columns):
    assert [column.text(("q", "34 %", "118")) for column in columns(200)] == ["q", "34 %\nSittings: 118"]


def test_a_column_of_its_own_does_not_repeat_its_heading(columns):
    assert [column.text(("q", "34 %", "118")) for column in columns(100)] == ["q", "34 %", "118"]


def test_what_may_be_shortened_may_be_so_in_a_stack_as_well(columns):
    assert [column.elided for column in columns(200)] == [True, False]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("stop a lost card", "stop a\nlost card"),
        ("stop a lost card at once", "stop a\nlost car…"),
        ("客户来电挂失", "客户来电\n挂失"),
        ("客户来电挂失银行卡", "客户来电\n挂失银行…"),
        ("card", "card"),
        ("", ""),
        ("abcdefghijklmnopqrstuvw", "abcdefghi\njklmnopq…"),
    ],
)
def test_a_long_text_is_broken_into_lines_before_it_is_cut(text, lines):
    assert in_lines(text, 9, 2) == lines

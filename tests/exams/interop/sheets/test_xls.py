"""Old workbooks (interop 3.5: read only)."""

import pytest

from exams.interop.errors import BankHeadings, BankSheet
from exams.interop.sheets.read import read_xls
from tests.exams.interop.sheets.books import GOOD, HEAD
from tests.exams.interop.sheets.old_books import old_book

GOOD_BOOK = old_book([HEAD, GOOD])


def options(*values, formats=()):
    (question,) = read_xls(old_book([["题干", "选项A", "选项B", "答案"], ["题？", *values, "A"]], formats=formats))
    return [one.text for one in question.answers]


def test_an_old_workbook_is_read_like_a_new_one():
    (question,) = read_xls(GOOD_BOOK)
    assert (question.type, question.stem, question.key, question.row) == ("single", "先做什么？", "A", 2)


@pytest.mark.parametrize(("value", "shown"), [(3.0, "3"), (2.5, "2.5"), (True, "TRUE"), ("007", "007")])
def test_values_are_told_as_they_were_typed(value, shown):
    assert options(value, "乙")[0] == shown


@pytest.mark.parametrize(
    ("value", "form", "shown"), [(0.5, "0%", "50%"), (46204.0, "yyyy-mm-dd", "2026-07-01"), (3.0, '0"元"', "3")]
)
def test_percentages_and_days_are_told_as_they_are_shown(value, form, shown):
    assert options((value, 1), "乙", formats=(form,))[0] == shown


def test_a_hidden_sheet_is_left_out():
    with pytest.raises(BankHeadings):
        list(read_xls(old_book([HEAD, GOOD], hidden=1)))


@pytest.mark.parametrize("raw", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"no workbook", GOOD_BOOK[:40], b"\0" * 600])
def test_what_is_no_old_workbook_is_refused(raw):
    with pytest.raises(BankSheet):
        list(read_xls(raw))

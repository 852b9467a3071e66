"""Cells as texts: what nobody sees is taken off (interop 3.5)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.interop.sheets.cells import clean, clean_row, folded

_SIGNS = st.text("甲A '=\n\r\t\u00a0\u00ad\u200b\u202f\u3000\ufeff_x000D储DISPIMG()", max_size=12)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("\ufeff甲\u200b乙\u00ad ", "甲乙"),
        ("甲\u00a0乙", "甲 乙"),
        ("甲_x000D_\r\n乙", "甲\n乙"),
        ("\u3000甲\u3000乙\u3000", "甲\u3000乙"),
        ("'=1+1", "=1+1"),
        ("'甲'", "'甲'"),
        ('=DISPIMG("ID_1",1)', "[图片]"),
    ],
)
def test_a_cell_loses_what_nobody_sees(cell, text):
    assert clean(cell) == text


@given(st.lists(_SIGNS, max_size=4))
def test_a_row_is_cleaned_as_its_cells_are(cells):
    assert clean_row(cells) == [clean(cell) for cell in cells]


@pytest.mark.parametrize(("text", "word"), [("Ａｂ ", "AB"), (" ok", "OK"), ("①", "1")])
def test_answers_are_compared_without_width_and_case(text, word):
    assert folded(text) == word

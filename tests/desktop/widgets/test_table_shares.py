"""The columns of a table share its width by what they have to say."""

import pytest

from desktop.widgets.table_shares import NARROWEST, column_shares, level_of


def test_the_shares_are_the_whole_width():
    rows = [["Metric", "The question it asks", "How"], ["Service level", "Do we answer fast enough?", "a / b"]]
    assert sum(column_shares(rows)) == pytest.approx(100)


def test_a_column_of_sentences_is_wider_than_one_of_words():
    first, second = column_shares([["岗位", "主要职责"], ["坐席", "接待客户，答复、办理、登记、跟进"]])
    assert second > 1.5 * first


def test_a_word_fits_into_its_column_on_the_narrowest_page():
    first, second = column_shares([["responsibility", "sentence " * 40]])
    assert first * NARROWEST / 100 >= len("responsibility")
    assert first + second == pytest.approx(100)


def test_words_too_long_for_any_page_share_it_as_they_can():
    assert column_shares([["x" * 60, "x" * 60]]) == pytest.approx((50, 50))


def test_a_hyphen_is_a_place_to_break():
    hyphenated, _ = column_shares([["customer-service", "sentence " * 40]])
    whole, _ = column_shares([["customerxservice", "sentence " * 40]])
    assert hyphenated < whole


def test_an_empty_column_keeps_a_little_room():
    _, empty = column_shares([["a sentence of some length", ""]])
    assert empty > 0


@pytest.mark.parametrize(
    ("widths", "missing", "level"),
    [((300, 200, 100), 0, 300), ((300, 200, 100), 60, 240), ((300, 200, 100), 140, 180), ((300, 200, 100), 900, 96)],
)
def test_the_widest_give_way_first_and_none_below_the_least(widths, missing, level):
    assert level_of(widths, missing, 96) == level

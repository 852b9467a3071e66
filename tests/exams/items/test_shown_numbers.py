"""How a drawn number stands in a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.desk.questions import fill
from exams.items.item import ItemType
from exams.items.numbers import is_decimal, parse_number, shown_number
from exams.papers.paper import PaperItem


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("50000", "50,000"),
        ("1000", "1,000"),
        ("999", "999"),
        ("1234567.50", "1,234,567.50"),
        ("-20000", "-20,000"),
        ("0.35", "0.35"),
        ("0", "0"),
    ],
)
def test_thousands_are_grouped_and_decimals_stay(text, shown):
    assert shown_number(text) == shown


@given(st.decimals(-(10**12), 10**12, places=2).map(lambda number: format(number, "f")))
def test_a_shown_number_typed_back_is_the_same_number(text):
    assert is_decimal(text)
    assert parse_number(shown_number(text)) == parse_number(text)


def test_the_numbers_of_a_question_are_grouped_in_both_languages():
    numbers = {"principal": "50000", "rate": "1.35", "day": "9"}
    place = PaperItem(1, "2.3-n1", 1, ItemType.NUMERICAL, 2, "apply", 3000, numbers=numbers)
    assert fill("存入 {principal} 元，年利率 {rate}%，{day} 日支取", place) == "存入 50,000 元，年利率 1.35%，9 日支取"
    assert fill("{principal} yuan at {rate} %", place) == "50,000 yuan at 1.35 %"
    assert place.numbers == numbers

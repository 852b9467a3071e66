"""Numbers as people type them."""

import re
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.items.errors import BadNumber, BadResponse
from exams.items.numbers import UNITS, parse_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1234.50", "1234.50"),
        ("-12", "-12"),
        ("+3.5", "3.5"),
        ("007", "7"),
        ("1,234", "1234"),
        ("12,345,678.9", "12345678.9"),
        ("１２３４．５", "1234.5"),
        ("－３", "-3"),
        ("１，２３４", "1234"),
        ("78.80 %", "78.80"),
        ("78.80%", "78.80"),
        ("７８．８０％", "78.80"),
        ("1,234.5 元", "1234.5"),
        ("222 s", "222"),
        ("222 秒", "222"),
        ("222\u3000秒", "222"),
        ("  5 ", "5"),
        ("3 Minutes", "3"),
        ("999999999999999.999999", "999999999999999.999999"),
        ("999,999,999,999,999", "999999999999999"),
    ],
)
def test_a_number_is_read_as_it_is_meant(typed, number):
    assert parse_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "abc",
        "1e5",
        "1e999999999",
        "1E+400000000",
        "NaN",
        "Infinity",
        "0x10",
        "1_000",
        "1.2.3",
        "12.",
        ".5",
        "--5",
        "+-5",
        "- 5",
        "1 000",
        "12,34",
        "1,2345",
        ",123",
        "1234,567",
        "1,234,56",
        "1.5,000",
        "1234567890123456",
        "1,234,567,890,123,456",
        "1.1234567",
        "5 5",
        "5 abc",
        "5 万元",
        "5 % 元",
        "5\n",
        "5\t%",
        "5\x00",
        "10²",
        "③",
        "½",
        "٣",
        "१२",
        "𝟏𝟐",
        "\u202e12",
        "1\u200e2",
        "12\u2066",
        "1\u200b2",
        "\ufeff12",
        "12\u00ad",
        "\ud800",
        "9" * 65,
        " " * 64 + "1",
    ],
)
def test_what_is_no_plain_number_is_refused(typed):
    with pytest.raises(BadNumber) as refused:
        parse_number(typed)
    assert refused.value.code == "E_NUMBER"
    assert isinstance(refused.value, BadResponse)


@pytest.mark.parametrize(
    "sign", ["\x00", "\u200b", "\u200f", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069", "\ufeff"]
)
@pytest.mark.parametrize("place", [0, 2, 5])
def test_a_sign_that_nobody_sees_is_said_to_be_there(sign, place):
    with pytest.raises(BadNumber) as refused:
        parse_number("78.80"[:place] + sign + "78.80"[place:])
    assert refused.value.facts == {"type": "numerical", "reason": "hidden"}


def test_an_unknown_unit_is_named():
    with pytest.raises(BadNumber) as refused:
        parse_number("5 bananas")
    assert refused.value.facts["reason"] == "unit"
    assert refused.value.facts["unit"] == "bananas"


@given(
    st.decimals(min_value=-(10**15) + 1, max_value=10**15 - 1, places=2, allow_nan=False),
    st.booleans(),
    st.sampled_from(["", *sorted(UNITS)]),
    st.booleans(),
)
def test_every_way_to_write_a_number_gives_that_number(number, grouped, unit, wide):
    text = (f"{number:,f}" if grouped else f"{number:f}") + (f" {unit}" if unit else "")
    if wide:
        text = "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)
    assert parse_number(text) == number


@given(st.text(max_size=80) | st.text(alphabet="0123456789.,+-eE %元\u202e０", max_size=64))
def test_any_text_gives_a_number_of_our_form_or_a_refusal(text):
    try:
        number = parse_number(text)
    except BadNumber:
        return
    assert number.is_finite()
    plain = unicodedata.normalize("NFKC", text).replace(",", "")
    assert re.match(r" *[+-]?[0-9]{1,15}(\.[0-9]{1,6})?(?![0-9])", plain)

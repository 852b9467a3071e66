"""Interop 4.1: patterns of short answers."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.grading.wildcard import fold, matches

FITTING = [
    ("frog", "frog"),
    ("  frog\n", "frog"),
    ("FROG", "frog"),
    ("frog", "f*g"),
    ("fg", "f*g"),
    ("f r o g", "f*g"),
    ("anything", "*"),
    ("", "*"),
    ("a", "**"),
    ("abc", "a**c"),
    ("2*3", r"2\*3"),
    ("a*b-rest", r"a\*b*"),
    ("axbxc", "a*b*c"),
    ("aXbXb", "a*b"),
    ("贷款利率", "贷款*"),
    ("é", "e\u0301"),
    ("ΑΣ", "ας"),
    ("a.c", "a.c"),
    ("(x|y)", "(x|y)"),
]
NOT_FITTING = [
    ("frogs", "frog"),
    ("frog", " frog"),
    ("abc", "a.c"),
    ("2x3", r"2\*3"),
    ("a\nb", "a*b"),
    ("a\nbc", "a*b*c"),
    ("ab", "a*bb"),
    ("aba", "ab*ba"),
    ("abcab", "*ab*abc"),
    ("１２", "12"),
    ("strasse", "straße"),
    ("x", ""),
]


@pytest.mark.parametrize(("text", "pattern"), FITTING)
def test_a_text_that_fits(text, pattern):
    assert matches(text, pattern)


@pytest.mark.parametrize(("text", "pattern"), NOT_FITTING)
def test_a_text_that_does_not_fit(text, pattern):
    assert not matches(text, pattern)


def test_case_counts_where_the_question_says_so():
    assert not matches("Frog", "frog", usecase=True)
    assert matches("Frog", "F*g", usecase=True)


def test_full_width_digits_fit_only_with_the_option_for_them():
    assert matches("１２", "12", nfkc=True)


def test_the_pattern_keeps_its_blanks_and_the_response_loses_them():
    assert not matches("a", "a ")
    assert not matches("\u3000a", "a")


def test_thirty_stars_and_a_missing_end_cost_one_pass():
    assert not matches("a" * 200_000, "*a" * 30 + "*b")  # a matcher that tries every way would never come back


def test_what_looks_like_a_regular_expression_is_a_text():
    assert matches("(a+)+$", "(a+)+$")
    assert not matches("aaaa", "(a+)+$")


def _slow(text: str, bits: list[str]) -> bool:
    """The rule word for word: a literal, then any run without a line break, then the rest."""
    first, *rest = bits
    if not text.startswith(first):
        return False
    left = text[len(first) :]
    if not rest:
        return left == ""
    return any("\n" not in left[:cut] and _slow(left[cut:], rest) for cut in range(len(left) + 1))


@given(st.text("ab\n", max_size=9), st.lists(st.text("ab\n", max_size=3), min_size=1, max_size=5))
def test_it_says_the_same_as_trying_every_way(text, bits):
    text = unicodedata.normalize("NFC", text).strip()
    pattern = "*".join(bits)
    wanted = _slow(text, bits if len(bits) == 1 else _without_empty_middles(pattern))
    assert matches(text, pattern) is wanted


def _without_empty_middles(pattern: str) -> list[str]:
    while "**" in pattern:
        pattern = pattern.replace("**", "*")
    return pattern.split("*")


@given(st.text(max_size=40))
def test_a_text_fits_itself_with_its_stars_escaped(text):
    trimmed = text.strip(" \t\n\r\0\x0b")
    pattern = trimmed.replace("*", r"\*")
    if "\\*" not in trimmed and not trimmed.endswith("\\"):
        assert matches(text, pattern)


@given(st.text(max_size=40))
def test_folding_keeps_the_length(text):
    assert len(fold(text)) == len(text)

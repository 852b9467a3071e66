"""Certificate numbers and their check character."""

from itertools import product

import pytest

from certificates.errors import BadNumber, NumbersUsedUp
from certificates.numbering import certificate_number, check_character, check_number

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_the_check_character_is_the_one_of_the_standards_published_example():
    # The Global Release Identifier standard prints A1-2425G-ABC1234002-M, checked with MOD 37,36.
    assert check_character("A12425GABC1234002") == "M"


def test_a_number_names_branch_year_and_sequence():
    assert certificate_number("BJ-WJ01", 2026, 5).startswith("BJ-WJ01-2026-000005-")


def test_a_number_that_was_made_is_accepted():
    number = certificate_number("0755", 2031, 999_999)
    assert check_number(number) == number


def test_every_single_wrong_character_is_found():
    number = certificate_number("BJ-WJ01", 2026, 5)
    places = [place for place, char in enumerate(number) if char in ALPHABET]
    for place, other in product(places, ALPHABET):
        if other != number[place]:
            with pytest.raises(BadNumber):
                check_number(number[:place] + other + number[place + 1 :])


def test_every_swap_of_two_neighbours_is_found():
    number = certificate_number("BJ-WJ01", 2026, 175_392)
    for place in range(len(number) - 1):
        first, second = number[place], number[place + 1]
        if first == second or "-" in (first, second):
            continue
        with pytest.raises(BadNumber):
            check_number(number[:place] + second + first + number[place + 2 :])


@pytest.mark.parametrize("branch", ["BJ", "BJ-WJ-0001", "XJ-KASHGAR1", "XJ-KASHGAR01"])
def test_a_number_is_never_longer_than_24_characters(branch):
    number = certificate_number(branch, 2026, 123_456)
    assert len(number) <= 24
    assert check_number(number).startswith(branch)


def test_the_millionth_certificate_of_a_year_is_refused():
    with pytest.raises(NumbersUsedUp):
        certificate_number("BJ", 2026, 1_000_000)


@pytest.mark.parametrize("text", ["", "BJ-2026-000005", "bj-2026-000005-x", "BJ-2026-٠٠٠٠٠٥-A", "A" * 500])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(BadNumber):
        check_number(text)

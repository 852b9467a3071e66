"""Codes as HQ makes them and as proctors type and scan them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.packs.codes import QR_PREFIX, TypedCode, code_secret, new_code, new_qr_code
from exams.packs.errors import CodeTypo
from exams.packs.kdf import Kdf
from exams.trust.codes import ALPHABET, shown, with_check

bodies = st.text(alphabet=ALPHABET, min_size=10, max_size=10)
QR_ALPHANUMERIC = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


def refused(text):
    try:
        code_secret(text)
    except CodeTypo:
        return True
    return False


def test_a_code_is_ten_characters_and_a_check_in_groups_of_five():
    code = new_code()
    assert re.fullmatch(rf"[{ALPHABET}]{{5}}-[{ALPHABET}]{{5}}-[{ALPHABET}]", code)
    assert len(code_secret(code)) == 10
    assert new_code() != code


def test_a_code_to_scan_holds_130_bits_and_fits_the_smallest_way_of_writing_a_qr():
    code = new_qr_code()
    assert code.startswith(QR_PREFIX)
    assert len(code) == 32
    assert set(code) <= QR_ALPHANUMERIC
    assert len(code_secret(code)) * 5 >= 128
    assert new_qr_code() != code


@pytest.mark.parametrize(
    "typed", ["7KQ2MX01D4{}", " 7kq2m x01d4 {} ", "7KQ2M-XoiD4-{}", "７ＫＱ２Ｍ－Ｘ０１Ｄ４－{}", "7KQ2M_XOLD4_{}"]
)
def test_case_width_separators_and_lookalikes_do_not_matter(typed):
    check = with_check("7KQ2MX01D4")[-1]
    assert code_secret(typed.format(check)) == b"7KQ2MX01D4"


def test_a_scanner_that_types_lower_case_or_wide_letters_is_understood():
    code = new_qr_code()
    wide = "".join(chr(ord(char) + 0xFEE0) for char in code)
    assert code_secret(code.lower()) == code_secret(wide) == code_secret(code)


@given(bodies, st.integers(0, 10), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_a_typo(body, place, char):
    code = with_check(body)
    typed = code[:place] + char + code[place + 1 :]
    assert refused(shown(typed)) == (typed != code)


@given(st.text(max_size=60) | st.text(alphabet=ALPHABET + "-: ", max_size=60) | bodies.map(with_check))
def test_whatever_is_typed_is_a_secret_of_known_length_or_a_typo(text):
    assert refused(text) or len(code_secret(text)) in (10, 26)


@pytest.mark.parametrize("text", ["", QR_PREFIX, with_check("A" * 26), QR_PREFIX + with_check("A" * 10), "0" * 10**7])
def test_a_code_of_another_length_is_a_typo(text):
    assert refused(text)


def test_a_typo_is_told_before_any_work_and_without_the_text():
    with pytest.raises(CodeTypo) as told:
        TypedCode("7KQ2M-X9D4T-A")
    assert told.value.facts == {}
    assert "7KQ2M" not in str(told.value)


def test_a_code_in_use_never_shows_itself():
    code = new_code()
    typed = TypedCode(code)
    assert code_secret(code).decode() not in repr(typed)
    assert typed.spent == 0


def test_the_same_salt_and_work_are_paid_for_once():
    typed, least = TypedCode(new_code()), Kdf(memory_kib=65_536)
    first = typed.stretched(bytes(16), least)
    assert typed.stretched(bytes(16), least) == first
    assert typed.spent == 1
    assert first != typed.stretched(bytes([1]) * 16, least)
    assert typed.spent == 2

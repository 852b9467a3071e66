"""Bytes to text: marks, encodings that a file does not name, names, entities."""

import pytest

from exams.interop.fractions import FRACTIONS, is_known, nearest
from exams.interop.numbers import as_number, as_text
from exams.interop.texts import cleaned_name, decode, entities_read, name_from, plain, with_newlines

CHINESE = "商业银行办理个人储蓄存款业务，应当遵循存款自愿、取款自由的原则。A bank in Rome"
WESTERN = "Où est né Molière? À Paris, où il a été élevé. Ça va — naïve café"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [CHINESE, WESTERN])
def test_unicode_is_read_with_and_without_its_mark(text, encoding):
    assert decode(f"{text} and some plain text".encode(encoding))[0] == f"{text} and some plain text"


def test_utf_16_without_its_mark_may_be_nearly_all_chinese():
    text = "商业银行办理个人储蓄存款业务，应当遵循存款自愿的原则{T}\n\n" * 20
    assert decode(text.encode("utf-16-be")) == (text, "utf-16-be")


def test_a_stray_nul_makes_no_utf_16():
    assert decode(b"plain\0 text" + b"." * 99)[1] == "utf-8"


def test_gb18030_is_told_from_windows_1252():
    assert decode(CHINESE.encode("gb18030")) == (CHINESE, "gb18030")
    assert decode(WESTERN.encode("cp1252")) == (WESTERN, "windows-1252")


def test_bytes_that_are_no_text_are_still_read():
    assert decode(bytes(range(128, 256)))[0]


def test_a_lone_cr_splits_only_where_there_is_no_other_line_end():
    assert (with_newlines("a\rb"), with_newlines("a\rb\nc")) == ("a\nb", "a\rb\nc")


@pytest.mark.parametrize(
    ("name", "kept"), [(" a ", "a"), ("<b>a</b>", "a"), ("3 < 4", "3 < 4"), ("x" * 300, "x" * 252 + "...")]
)
def test_a_name_is_cleaned_as_moodle_does(name, kept):
    assert cleaned_name(name) == kept


def test_a_name_from_a_stem_is_one_line():
    assert name_from("<p>one\n two</p>") == "one two"


def test_entities_need_their_semicolon():
    assert entities_read("&lt;&copy; &copy &#x41;&#66; &nosuch;") == "<© &copy AB &nosuch;"


def test_plain_text_is_one_line_without_markup():
    assert plain("<p>a &lt; b</p>\n<p>c</p>") == "a < b c"


@pytest.mark.parametrize("text", ["1", "-1.5", "+.5", "5.", "1e3", " 2 "])
def test_php_numbers(text):
    assert as_number(text) == float(text)


@pytest.mark.parametrize("text", ["", "1,5", "0x1A", "1 2", "inf", "nan", "1e999", "٣", "1_000", "-"])
def test_what_php_takes_for_no_number(text):
    assert as_number(text) is None


def test_numbers_are_written_short():
    assert [as_text(one) for one in (3.0, 1.75, -2.0, 0.1)] == ["3", "1.75", "-2", "0.1"]


def test_the_list_of_fractions_is_moodles():
    assert len(FRACTIONS) == 41
    assert all(is_known(one) for one in (0, 1, -1, 0.3333333, 0.33333, 0.8333333))
    assert not any(is_known(one) for one in (1 / 11, 0.33, 1.1, 0.37))


@pytest.mark.parametrize(("fraction", "near"), [(0.33, 0.3333333), (2, 1), (-3, -1), (1 / 11, 0.1)])
def test_the_nearest_fraction(fraction, near):
    assert nearest(fraction) == near

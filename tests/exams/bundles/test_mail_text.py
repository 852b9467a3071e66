"""Bundles as text in a mail: what mail programs do to text does not hurt them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.bundles.errors import NotABundle, TooLargeForWay
from exams.bundles.mail_text import MOST_TEXT, bundles_in_text, mail_text


def wrapped(text, width):
    """The base64 in lines of another width, as a mail program breaks them."""
    first, *lines, last, _ = text.split("\n")
    whole = "".join(lines)
    return "\n".join((first, *(whole[at : at + width] for at in range(0, len(whole), width)), last))


def quoted(text, sign):
    return "\r\n".join(f"{sign}{line}" for line in text.split("\n"))


@given(
    st.binary(min_size=1, max_size=400),
    st.integers(1, 120),
    st.sampled_from(["", "> ", ">> ", "> > ", "  ", "| ", "\u00a0"]),
)
def test_line_breaks_quotes_and_indents_change_nothing(raw, width, sign):
    text = f"您好，附上结果。\r\n\r\n{quoted(wrapped(mail_text(raw), width), sign)}\r\n\r\n--\r\n王小雨"
    assert list(bundles_in_text(text)) == [raw]


def test_several_bundles_in_one_mail_are_all_found_and_other_text_holds_none():
    assert list(bundles_in_text(mail_text(b"one") + "\n" + mail_text(b"two"))) == [b"one", b"two"]
    assert list(bundles_in_text("Dear HR, nothing this week.")) == []


@given(st.text(max_size=80).filter(lambda text: "END" not in text))
def test_rubbish_between_the_lines_is_told_or_read_but_never_raises(rubbish):
    begin, _, end, _ = mail_text(b"x").split("\n")
    (found,) = bundles_in_text(f"{begin}\n{rubbish}\n{end}")
    assert isinstance(found, bytes | NotABundle)


def test_a_text_cut_short_holds_no_bundle():
    assert list(bundles_in_text(mail_text(b"x" * 500)[:300])) == []


def test_a_large_bundle_is_attached_and_not_pasted():
    with pytest.raises(TooLargeForWay):
        mail_text(bytes(MOST_TEXT + 1))

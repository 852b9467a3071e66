"""What a branch reads out over the telephone stands for the journal's head and for no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.journal.anchor import release_anchor
from exams.trust.codes import ALPHABET, code_is_whole, plain_code

HEADS = st.binary(min_size=32, max_size=32).map(bytes.hex)


@pytest.mark.parametrize(
    ("head", "shown"),
    [("0" * 64, "00000-00000-0"), ("f" * 64, "ZZZZZ-ZZZZZ"), ("0123456789abcdef" * 4, "04HMA-SW9NF")],
)
def test_it_is_the_first_fifty_bits_of_the_head(head, shown):
    assert release_anchor(head).startswith(shown)
    assert plain_code(shown)[:10] == "".join(
        ALPHABET[int(f"{int(head, 16):0256b}"[at : at + 5], 2)] for at in range(0, 50, 5)
    )


@given(HEADS)
def test_it_has_ten_characters_and_one_that_catches_a_slip(head):
    anchor = release_anchor(head)
    assert len(plain_code(anchor)) == 11
    assert code_is_whole(anchor)


@given(HEADS, HEADS)
def test_heads_that_differ_in_their_beginning_have_different_anchors(one, other):
    same = int(one, 16) >> 206 == int(other, 16) >> 206
    assert (release_anchor(one) == release_anchor(other)) is same

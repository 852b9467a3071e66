"""Bundles as a row of codes: in any order, some twice, and nobody is told that one is whole that is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.bundles.errors import NotABundle, TooLargeForWay
from exams.bundles.split_codes import MOST_CODES, PIECE, join_codes, split_codes


@given(st.binary(min_size=1, max_size=4 * PIECE), st.randoms(use_true_random=False))
def test_codes_in_any_order_some_twice_give_the_bundle_again(raw, random):
    codes = [*split_codes(raw), *split_codes(raw)[:2]]
    random.shuffle(codes)
    joined = join_codes(codes)
    assert (joined.bundles, dict(joined.missing)) == ((raw,), {})


@given(st.binary(min_size=PIECE + 1, max_size=5 * PIECE), st.data())
def test_codes_that_are_missing_are_named_and_nothing_is_given(raw, data):
    codes = split_codes(raw)
    gone = data.draw(st.sets(st.integers(1, len(codes)), min_size=1, max_size=len(codes) - 1))
    joined = join_codes(code for place, code in enumerate(codes, 1) if place not in gone)
    assert joined.bundles == ()
    assert [set(places) for places in joined.missing.values()] == [gone]


@given(st.binary(min_size=1, max_size=2 * PIECE), st.data())
def test_a_wrong_sign_makes_no_code_or_a_missing_one(raw, data):
    first, *rest = split_codes(raw)
    place = data.draw(st.integers(5, len(first) - 1))
    spoilt = first[:place] + data.draw(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")) + first[place + 1 :]
    joined = join_codes([spoilt, *rest])
    assert joined.bundles in ((), (raw,))
    if spoilt[:-1] != first[:-1]:
        assert joined.bundles == ()


def test_what_a_code_reader_types_is_read_line_by_line_in_small_letters_too():
    codes = split_codes(b"x" * 700)
    assert len(codes) == 3
    assert join_codes(["\r\n".join(codes).lower()]).bundles == (b"x" * 700,)
    assert all(len(code) <= 528 and code.isascii() for code in codes)


def test_codes_of_two_bundles_at_once_are_told_apart():
    joined = join_codes([*split_codes(b"a" * 500), *split_codes(b"b" * 500)[:1]])
    assert joined.bundles == (b"a" * 500,)
    assert list(joined.missing.values()) == [(2,)]


def test_more_codes_than_anybody_shows_and_none_at_all_are_refused():
    with pytest.raises(TooLargeForWay):
        split_codes(bytes(MOST_CODES * PIECE + 1))
    with pytest.raises(TooLargeForWay):
        split_codes(b"")


def test_two_codes_of_one_place_that_differ_are_refused():
    import base64
    import zlib

    first = split_codes(b"a" * 400)[0]
    packed = base64.b32decode(first[5:] + "=" * (-len(first[5:]) % 8))
    plain = packed[:-5] + bytes([packed[-5] ^ 1])
    other = "BAS1:" + base64.b32encode(plain + zlib.crc32(plain).to_bytes(4, "big")).decode().rstrip("=")
    with pytest.raises(NotABundle):
        join_codes([first, other])

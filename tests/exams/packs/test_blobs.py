"""Sealed exam content opens with its own key, in its own place, to its own size, or not at all."""

import os
import tracemalloc
import zlib

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from exams.packs.blobs import FormContext, new_cek, open_blob, seal_blob
from exams.packs.errors import BlobSpoilt
from exams.trust.errors import TooLarge

FORM = FormContext("TELLER-2026", 3, "F1")
CEK = bytes(range(32))
PLAIN = '{"items":["何时可以拒收现金？"]}'.encode() * 20
MIB = 1024 * 1024


def sealed_as_it_is(packed):
    nonce = os.urandom(12)
    return nonce + AESGCM(CEK).encrypt(nonce, packed, FORM.items_aad)


@given(st.binary(max_size=5000))
def test_what_was_sealed_comes_out(plain):
    assert open_blob(CEK, seal_blob(CEK, plain, FORM.items_aad), FORM.items_aad) == plain


def test_a_blob_shows_nothing_and_never_looks_the_same_twice():
    blob = seal_blob(CEK, PLAIN, FORM.items_aad)
    assert "现金".encode() not in blob
    assert seal_blob(CEK, PLAIN, FORM.items_aad) != blob
    assert len({new_cek(), new_cek()}) == 2


BLOB = seal_blob(CEK, PLAIN, FORM.items_aad)


@given(st.integers(0, len(BLOB) - 1), st.integers(1, 255))
def test_one_changed_byte_opens_nothing(place, change):
    spoilt = bytearray(BLOB)
    spoilt[place] ^= change
    with pytest.raises(BlobSpoilt):
        open_blob(CEK, bytes(spoilt), FORM.items_aad)


@given(st.integers(0, len(BLOB) - 1), st.binary(max_size=40))
def test_a_blob_cut_short_or_made_longer_opens_nothing(length, tail):
    for raw in (BLOB[:length], BLOB[:length] + tail, BLOB + tail + b"!"):
        if raw != BLOB:
            with pytest.raises(BlobSpoilt):
                open_blob(CEK, raw, FORM.items_aad)


def test_another_key_opens_nothing():
    with pytest.raises(BlobSpoilt):
        open_blob(new_cek(), BLOB, FORM.items_aad)


@pytest.mark.parametrize(
    "aad",
    [
        FormContext("TELLER-2027", 3, "F1").items_aad,
        FormContext("TELLER-2026", 4, "F1").items_aad,
        FormContext("TELLER-2026", 3, "F2").items_aad,
        FORM.key_aad(BLOB),
        FORM.recovery_info,
        b"",
    ],
)
def test_a_blob_opens_only_in_its_own_place(aad):
    with pytest.raises(BlobSpoilt):
        open_blob(CEK, BLOB, aad)


def test_an_answer_key_opens_only_beside_the_items_it_was_made_for():
    answer_key = seal_blob(CEK, PLAIN, FORM.key_aad(BLOB))
    assert open_blob(CEK, answer_key, FORM.key_aad(BLOB)) == PLAIN
    with pytest.raises(BlobSpoilt):
        open_blob(CEK, answer_key, FORM.key_aad(seal_blob(CEK, PLAIN, FORM.items_aad)))


def test_no_two_places_are_bound_alike():
    with pytest.raises(BlobSpoilt):
        _ = FormContext("A|1", 1, "F").items_aad


def test_a_bomb_of_70_mb_is_too_large_and_takes_little_memory():
    bomb = sealed_as_it_is(zlib.compress(bytes(70_000_000), 9))
    with pytest.raises(TooLarge):
        open_blob(CEK, bomb, FORM.items_aad)
    tracemalloc.start()
    with pytest.raises(TooLarge):
        open_blob(CEK, bomb, FORM.items_aad, most=MIB)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * MIB


def test_exactly_the_size_allowed_comes_out_and_one_byte_more_does_not():
    noise = os.urandom(100_000)
    blob = seal_blob(CEK, noise, FORM.items_aad)
    assert open_blob(CEK, blob, FORM.items_aad, most=100_000) == noise
    with pytest.raises(TooLarge):
        open_blob(CEK, blob, FORM.items_aad, most=99_999)


def test_a_blob_that_cannot_be_within_the_size_is_not_even_decrypted():
    with pytest.raises(TooLarge):
        open_blob(CEK, bytes(3000), FORM.items_aad, most=1000)


@pytest.mark.parametrize("packed", [b"", b"no zlib", zlib.compress(PLAIN)[:-1], zlib.compress(PLAIN) + b"tail"])
def test_what_is_no_whole_zlib_stream_is_spoilt(packed):
    with pytest.raises(BlobSpoilt):
        open_blob(CEK, sealed_as_it_is(packed), FORM.items_aad)

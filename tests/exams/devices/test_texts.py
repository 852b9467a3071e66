"""Requests, records and checkpoints as one line for a QR code."""

import re
import zlib
from base64 import b32encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.devices.texts import PREFIXES, envelope_of, envelope_text, text_envelope
from exams.errors import AcademyError
from exams.trust.envelope import Purpose, add_signature
from exams.trust.errors import NotStrict, TooLarge, WrongType
from exams.trust.keys import SigningKey
from tests.exams.devices.test_checkpoint import SIGNED
from tests.exams.devices.test_record import RAW as RECORD
from tests.exams.devices.test_request import RAW as REQUEST

ALL = [(Purpose.REQUEST, REQUEST), (Purpose.DEVICE, RECORD), (Purpose.CHECKPOINT, SIGNED)]
LARGEST = 1852
"""Characters of a QR code of version 30 with medium correction: what a scanner reads off a screen with ease."""


@pytest.mark.parametrize(("purpose", "raw"), ALL)
def test_a_text_gives_back_the_very_bytes_however_it_was_broken_or_spelt(purpose, raw):
    text = envelope_text(raw, purpose)
    lines = "\r\n".join(text[start : start + 60] for start in range(0, len(text), 60))
    for typed in (text, text.lower(), lines, f" {text}\n"):
        assert text_envelope(typed, purpose) == raw
        assert envelope_of(typed.encode(), purpose) == raw
    assert envelope_of(raw, purpose) == raw


@pytest.mark.parametrize(("purpose", "raw"), ALL)
def test_it_is_made_of_what_a_qr_code_holds_best_and_fits_one(purpose, raw):
    text = envelope_text(raw, purpose)
    assert re.fullmatch(r"[0-9A-Z:]+", text)
    assert len(text) < LARGEST


def test_one_kind_is_not_taken_for_another():
    for raw in (envelope_text(REQUEST, Purpose.REQUEST), "", "BAC1:ABC", "hello"):
        with pytest.raises(WrongType):
            text_envelope(raw, Purpose.DEVICE)
    with pytest.raises(NotStrict):
        envelope_text(REQUEST, Purpose.DEVICE)


def test_an_envelope_with_two_signatures_has_no_text():
    with pytest.raises(NotStrict):
        envelope_text(add_signature(REQUEST, Purpose.REQUEST, SigningKey.generate()), Purpose.REQUEST)


def test_a_text_that_would_swell_is_refused():
    bomb = b32encode(bytes(72) + zlib.compress(bytes(10_000_000), 9)).decode().rstrip("=")
    with pytest.raises((TooLarge, NotStrict)):
        text_envelope(PREFIXES[Purpose.REQUEST] + bomb[:8000], Purpose.REQUEST)
    small = b32encode(bytes(72) + zlib.compress(bytes(100_000), 9)).decode().rstrip("=")
    with pytest.raises(NotStrict):
        text_envelope(PREFIXES[Purpose.REQUEST] + small, Purpose.REQUEST)


def test_a_text_has_a_size():
    with pytest.raises(TooLarge):
        text_envelope("A" * 9000, Purpose.REQUEST)


def test_a_picture_is_no_text():
    with pytest.raises(NotStrict):
        envelope_of(b"\x89PNG\r\n", Purpose.REQUEST)


@given(st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ:=", max_size=300))
def test_no_text_makes_it_stumble(text):
    try:
        text_envelope(PREFIXES[Purpose.REQUEST] + text, Purpose.REQUEST)
    except AcademyError:
        pass
    else:
        pytest.fail("a text of chance was taken for an envelope")

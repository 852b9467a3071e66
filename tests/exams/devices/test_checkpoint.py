"""A checkpoint binds a device to the length and the head of its journal."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.devices.checkpoint import Checkpoint, checkpoint_anchor, read_checkpoint, sign_checkpoint
from exams.devices.errors import ForeignRecord
from exams.devices.identity import DeviceKeys
from exams.errors import AcademyError
from exams.trust.codes import code_is_whole, plain_code
from exams.trust.envelope import Purpose, sign_envelope
from exams.trust.errors import BadSignature, NotStrict, WrongType
from tests.exams.devices.test_record import KEYS, NOW, RAW, RECORD, SERIAL

CHECKPOINT = Checkpoint(SERIAL, 70, "ab" * 32, NOW)
SIGNED = sign_checkpoint(CHECKPOINT, KEYS.sign)


def test_a_checkpoint_is_read_as_it_was_signed():
    assert read_checkpoint(SIGNED, RECORD) == CHECKPOINT


def test_the_same_moment_is_signed_in_the_same_bytes():
    assert sign_checkpoint(CHECKPOINT, KEYS.sign) == SIGNED


def test_another_devices_checkpoint_is_none_of_this_one():
    with pytest.raises(BadSignature):
        read_checkpoint(sign_checkpoint(CHECKPOINT, DeviceKeys.generate().sign), RECORD)


def test_a_device_cannot_sign_under_another_serial():
    with pytest.raises(ForeignRecord):
        read_checkpoint(sign_checkpoint(replace(CHECKPOINT, serial="D0000000B"), KEYS.sign), RECORD)


def test_a_record_is_no_checkpoint():
    with pytest.raises(WrongType):
        read_checkpoint(RAW, RECORD)


@pytest.mark.parametrize(
    "payload",
    [
        {"serial": SERIAL, "size": 0, "head": "ab" * 32, "wt": 1},
        {"serial": SERIAL, "size": 1, "head": "AB" * 32, "wt": 1},
        {"serial": SERIAL, "size": 1, "head": "ab" * 31, "wt": 1},
        {"serial": SERIAL, "size": 1, "head": "ab" * 32, "wt": -1},
        {"serial": SERIAL, "size": 1, "head": "ab" * 32, "wt": 1, "more": 1},
        {"serial": SERIAL, "size": 1, "head": "ab" * 32},
    ],
)
def test_one_of_another_shape_is_refused(payload):
    with pytest.raises(NotStrict):
        read_checkpoint(sign_envelope(Purpose.CHECKPOINT, payload, [KEYS.sign]), RECORD)


def test_what_is_read_out_is_ten_characters_and_a_check_and_differs_with_the_head():
    told = plain_code(checkpoint_anchor(SIGNED))
    assert (len(told), code_is_whole(told)) == (11, True)
    other = sign_checkpoint(replace(CHECKPOINT, head="ac" * 32), KEYS.sign)
    assert checkpoint_anchor(other) != checkpoint_anchor(SIGNED)


@given(st.integers(0, len(SIGNED) - 1), st.integers(1, 255))
def test_no_changed_byte_is_accepted(place, change):
    changed = bytearray(SIGNED)
    changed[place] ^= change
    with pytest.raises(AcademyError):
        read_checkpoint(bytes(changed), RECORD)

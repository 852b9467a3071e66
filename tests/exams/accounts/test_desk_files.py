"""The file of headquarters' reset desk, and the 104 bytes that a device record carries of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.accounts.resets import desk_key, long_desk, read_desk, short_desk, sign_desk
from exams.errors import AcademyError
from exams.trust.errors import BadSignature, NotStrict
from exams.trust.root import RoleName
from tests.exams.trust.ceremony import Ceremony

HQ = Ceremony()
RESET = HQ.roles[RoleName.RESET]
SHORT = short_desk(sign_desk(RESET))


def test_it_comes_back_byte_for_byte():
    assert len(SHORT) == 104
    assert long_desk(SHORT) == sign_desk(RESET)
    assert read_desk(long_desk(SHORT), HQ.root()) == desk_key(RESET).public


def test_another_roles_desk_is_none():
    with pytest.raises(BadSignature):
        read_desk(long_desk(short_desk(sign_desk(HQ.roles[RoleName.CA]))), HQ.root())


@given(st.integers(0, 103), st.integers(1, 255))
def test_no_changed_byte_makes_another_desk(at, by):
    spoilt = bytearray(SHORT)
    spoilt[at] ^= by
    with pytest.raises(BadSignature):
        read_desk(long_desk(bytes(spoilt)), HQ.root())


@given(st.binary(max_size=200).filter(lambda raw: len(raw) != 104))
def test_other_lengths_are_refused(raw):
    with pytest.raises(NotStrict):
        long_desk(raw)


@given(st.binary(max_size=200))
def test_what_is_no_such_file_is_refused(raw):
    with pytest.raises(AcademyError):
        short_desk(raw)

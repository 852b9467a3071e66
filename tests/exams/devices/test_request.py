"""A request proves that its writer holds the key it names, and its fingerprint is that of every byte of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.devices.errors import NoPossession, RequestRefused
from exams.devices.identity import DeviceKeys, public_keys
from exams.devices.request import MOST_REQUEST, fingerprint, make_request, read_request
from exams.errors import AcademyError
from exams.trust.envelope import Purpose, claimed_payload, sign_envelope
from exams.trust.errors import NotStrict, TooLarge, UnknownSuite, WrongType
from exams.trust.keys import SigningKey
from exams.trust.shapes import base64_text

KEYS = DeviceKeys.generate()
BRANCH, LABEL = "NJ-01", "前台一号机"
RAW = make_request(KEYS, BRANCH, LABEL)


def signed(keys: SigningKey = KEYS.sign, **changes) -> bytes:
    return sign_envelope(Purpose.REQUEST, {**claimed_payload(RAW, Purpose.REQUEST), **changes}, [keys])


def test_a_request_is_read_as_it_was_made():
    request = read_request(RAW)
    assert (request.branch, request.label, request.public) == (BRANCH, LABEL, public_keys(KEYS))


def test_each_request_has_a_nonce_of_its_own():
    assert read_request(make_request(KEYS, BRANCH, LABEL)).nonce != read_request(RAW).nonce


def test_no_private_key_is_in_it():
    for private in (KEYS.sign.private, KEYS.seal.private):
        assert base64_text(private) not in str(claimed_payload(RAW, Purpose.REQUEST))
        assert private not in RAW


def test_a_request_for_somebody_elses_key_is_refused():
    other = DeviceKeys.generate()
    with pytest.raises(NoPossession):
        read_request(signed(sign=base64_text(other.sign.public)))


def test_a_request_signed_by_another_key_is_refused():
    with pytest.raises(NoPossession):
        read_request(signed(SigningKey.generate()))


def test_a_signature_carried_over_to_another_branch_is_refused():
    raw = RAW.replace(
        base64_text(_payload_bytes(RAW)).encode(), base64_text(_payload_bytes(signed(branch="NJ-02"))).encode()
    )
    assert claimed_payload(raw, Purpose.REQUEST)["branch"] == "NJ-02"
    with pytest.raises(NoPossession):
        read_request(raw)


@pytest.mark.parametrize("branch", ["", "N", "nj-01", "NJ 01", "N" * 13, "NJ-01\n", "网点"])
def test_a_code_that_is_none_is_refused_by_both_sides(branch):
    for act in (lambda: make_request(KEYS, branch, LABEL), lambda: read_request(signed(branch=branch))):
        with pytest.raises(RequestRefused) as refused:
            act()
        assert refused.value.facts["reason"] == "branch"


@pytest.mark.parametrize("label", ["", "   ", "x" * 65, "a\nb", "a\u202eb", "a\u200bb", "\x00"])
def test_a_label_that_does_not_show_is_refused_by_both_sides(label):
    for act in (lambda: make_request(KEYS, BRANCH, label), lambda: read_request(signed(label=label))):
        with pytest.raises(RequestRefused) as refused:
            act()
        assert refused.value.facts["reason"] == "label"


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"more": 1}, NotStrict),
        ({"nonce": base64_text(bytes(15))}, NotStrict),
        ({"seal": base64_text(bytes(31))}, NotStrict),
        ({"pdf": base64_text(bytes(2000))}, NotStrict),
        ({"suite": "G1"}, UnknownSuite),
    ],
)
def test_a_request_of_another_shape_is_refused(changes, error):
    with pytest.raises(error):
        read_request(signed(**changes))


def test_an_envelope_for_something_else_is_no_request():
    with pytest.raises(WrongType):
        read_request(sign_envelope(Purpose.DEVICE, claimed_payload(RAW, Purpose.REQUEST), [KEYS.sign]))


def test_a_request_has_a_size():
    with pytest.raises(TooLarge):
        read_request(b" " * (MOST_REQUEST + 1))


def test_the_fingerprint_is_told_in_two_groups_and_stays():
    told = fingerprint(read_request(RAW))
    assert told == fingerprint(read_request(RAW))
    assert [len(group) for group in told.split("-")] == [4, 4]


def test_another_request_of_the_same_pc_has_another_fingerprint():
    assert fingerprint(read_request(signed(label="后台"))) != fingerprint(read_request(RAW))


@given(st.binary(max_size=200))
def test_no_bytes_make_it_stumble(raw):
    with pytest.raises(AcademyError):
        read_request(raw)


@given(st.integers(0, len(RAW) - 1), st.integers(1, 255))
def test_no_changed_byte_is_accepted(place, change):
    changed = bytearray(RAW)
    changed[place] ^= change
    with pytest.raises(AcademyError):
        read_request(bytes(changed))


def _payload_bytes(raw: bytes) -> bytes:
    from exams.trust.shapes import bytes_in, table_of
    from exams.trust.strict_json import read_json

    return bytes_in(table_of(read_json(raw)), "payload")

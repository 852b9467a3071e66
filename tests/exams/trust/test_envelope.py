"""Envelopes: the right keys, over exactly these bytes, for exactly this purpose."""

import base64
import hashlib
import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from exams.trust.envelope import (
    Purpose,
    add_signature,
    claimed_payload,
    open_envelope,
    payload_sha256,
    sign_envelope,
    signers_of,
)
from exams.trust.errors import BadSignature, NotStrict, TooLarge, WrongType
from exams.trust.keys import SigningKey

ONE, TWO, THREE, STRANGER = (SigningKey.generate() for _ in range(4))
KEYS = {key.keyid: key.public for key in (ONE, TWO, THREE)}
PAYLOAD = {"pack": "call-course", "version": 5, "expires": "2027-11-29T09:00:00Z", "titles": {"zh": "话术"}}
RAW = sign_envelope(Purpose.MANIFEST, PAYLOAD, [ONE])


def changed(raw: bytes, **fields) -> bytes:
    return json.dumps({**json.loads(raw), **fields}).encode()


def test_what_was_signed_is_what_is_opened():
    assert open_envelope(RAW, Purpose.MANIFEST, KEYS) == PAYLOAD
    assert json.loads(RAW)["payloadType"] == "application/vnd.branch-academy.manifest.v1+json"


def test_the_signature_is_over_the_encoding_that_dsse_lays_down():
    table = json.loads(RAW)
    payload, kind = base64.b64decode(table["payload"]), table["payloadType"].encode()
    message = b" ".join([b"DSSEv1", str(len(kind)).encode(), kind, str(len(payload)).encode(), payload])
    public = Ed25519PublicKey.from_public_bytes(ONE.public)
    public.verify(base64.b64decode(table["signatures"][0]["sig"]), message)


@given(st.data())
def test_an_envelope_changed_anywhere_says_nothing_else(data):
    place, byte = data.draw(st.integers(0, len(RAW) - 1)), data.draw(st.integers(0, 255))
    mutated = data.draw(
        st.sampled_from(
            [RAW[:place], RAW[place:], bytes([*RAW[:place], byte, *RAW[place + 1 :]]), RAW[:place] + RAW[place + 1 :]]
        )
    )
    try:
        opened = open_envelope(mutated, Purpose.MANIFEST, KEYS)
    except (BadSignature, NotStrict, WrongType):
        return
    assert opened == PAYLOAD
    assert json.loads(mutated) == json.loads(RAW)


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_without_a_stumble(raw):
    with pytest.raises(NotStrict):
        open_envelope(raw, Purpose.MANIFEST, KEYS)


def test_a_changed_expiry_is_refused_as_a_bad_signature():
    later = json.dumps({**PAYLOAD, "expires": "2099-11-29T09:00:00Z"}).encode()
    with pytest.raises(BadSignature) as refused:
        open_envelope(changed(RAW, payload=base64.b64encode(later).decode()), Purpose.MANIFEST, KEYS)
    assert refused.value.code == "E_SIG"


@pytest.mark.parametrize("keys", [{}, {STRANGER.keyid: STRANGER.public}, {ONE.keyid: STRANGER.public}])
def test_a_signature_of_a_key_not_asked_for_is_none(keys):
    with pytest.raises(BadSignature):
        open_envelope(RAW, Purpose.MANIFEST, keys)


@pytest.mark.parametrize("other", [purpose for purpose in Purpose if purpose is not Purpose.MANIFEST])
def test_an_envelope_for_another_purpose_is_refused_even_relabelled(other):
    foreign = sign_envelope(other, PAYLOAD, [ONE])
    with pytest.raises(WrongType) as refused:
        open_envelope(foreign, Purpose.MANIFEST, KEYS)
    assert refused.value.code == "E_TYPE"
    with pytest.raises(BadSignature):
        open_envelope(changed(foreign, payloadType=Purpose.MANIFEST.type), Purpose.MANIFEST, KEYS)


def test_a_threshold_counts_people_not_signatures():
    once = json.loads(RAW)["signatures"]
    twice = changed(RAW, signatures=once * 2)
    assert open_envelope(twice, Purpose.MANIFEST, KEYS, 1) == PAYLOAD
    with pytest.raises(BadSignature) as refused:
        open_envelope(twice, Purpose.MANIFEST, KEYS, 2)
    assert refused.value.facts == {"good": 1, "needed": 2}


def test_one_key_under_two_names_is_one_signer():
    alias = {**json.loads(RAW)["signatures"][0], "keyid": "alias"}
    both = changed(RAW, signatures=[*json.loads(RAW)["signatures"], alias])
    with pytest.raises(BadSignature):
        open_envelope(both, Purpose.MANIFEST, {**KEYS, "alias": ONE.public}, 2)


def test_a_threshold_below_one_still_asks_for_one():
    with pytest.raises(BadSignature):
        open_envelope(sign_envelope(Purpose.MANIFEST, PAYLOAD, []), Purpose.MANIFEST, KEYS, 0)


def test_signatures_are_gathered_one_by_one():
    two = add_signature(RAW, Purpose.MANIFEST, TWO)
    assert open_envelope(two, Purpose.MANIFEST, KEYS, 2) == PAYLOAD
    assert signers_of(two, Purpose.MANIFEST) == (ONE.keyid, TWO.keyid)
    assert add_signature(two, Purpose.MANIFEST, TWO) == two
    assert payload_sha256(two) == payload_sha256(RAW)
    with pytest.raises(WrongType):
        add_signature(RAW, Purpose.ROOT, TWO)


def test_a_bad_signature_beside_enough_good_ones_does_no_harm():
    two = json.loads(add_signature(RAW, Purpose.MANIFEST, TWO))
    two["signatures"][1]["sig"] = two["signatures"][0]["sig"]
    mixed = json.dumps(two).encode()
    assert open_envelope(mixed, Purpose.MANIFEST, KEYS, 1) == PAYLOAD
    with pytest.raises(BadSignature):
        open_envelope(mixed, Purpose.MANIFEST, KEYS, 2)


def test_sixteen_signatures_are_read_and_no_more():
    full = sign_envelope(Purpose.MANIFEST, PAYLOAD, [ONE, *(SigningKey.generate() for _ in range(15))])
    assert open_envelope(full, Purpose.MANIFEST, KEYS) == PAYLOAD
    with pytest.raises(NotStrict):
        add_signature(full, Purpose.MANIFEST, TWO)
    signatures = json.loads(full)["signatures"]
    with pytest.raises(NotStrict):
        open_envelope(changed(full, signatures=[*signatures, signatures[0]]), Purpose.MANIFEST, KEYS)


MISSHAPEN = {
    "another field": {"comment": "x"},
    "no signatures": {"signatures": None},
    "signatures by name": {"signatures": {}},
    "a signature as text": {"signatures": ["x"]},
    "a signature without its key": {"signatures": [{"sig": "AAAA"}]},
    "a key that is a number": {"signatures": [{"keyid": 1, "sig": "AAAA"}]},
    "payload not in base64": {"payload": "*"},
    "payload with a line feed": {"payload": "YQ==\n"},
    "payload that is a number": {"payload": 1},
    "payload with spare bits": {"payload": "YR=="},
}


@pytest.mark.parametrize("fields", MISSHAPEN.values(), ids=MISSHAPEN.keys())
def test_an_envelope_of_another_shape_is_refused(fields):
    with pytest.raises(NotStrict):
        open_envelope(changed(RAW, **fields), Purpose.MANIFEST, KEYS)


@pytest.mark.parametrize("kind", [None, 7, "application/vnd.branch-academy.manifest.v2+json", ["x" * 1000]])
def test_an_unknown_type_is_refused_as_a_type(kind):
    with pytest.raises(WrongType):
        open_envelope(changed(RAW, payloadType=kind), Purpose.MANIFEST, KEYS)


@pytest.mark.parametrize("body", [b"[1]", b'{"a":1,"a":2}', b'{"a":1.5}', b"\xff", b""])
def test_a_signed_payload_must_still_be_a_strict_object(body):
    kind = Purpose.MANIFEST.type.encode()
    signature = ONE.sign(b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(body), body))
    signed = [{"keyid": ONE.keyid, "sig": base64.b64encode(signature).decode()}]
    raw = changed(RAW, payload=base64.b64encode(body).decode(), signatures=signed)
    with pytest.raises(NotStrict):
        open_envelope(raw, Purpose.MANIFEST, KEYS)
    assert payload_sha256(raw) == hashlib.sha256(body).hexdigest()


def test_an_envelope_larger_than_asked_for_is_not_parsed():
    with pytest.raises(TooLarge):
        open_envelope(RAW, Purpose.MANIFEST, KEYS, most=len(RAW) - 1)


def test_a_claim_can_be_read_before_anybody_vouches_for_it():
    unsigned = sign_envelope(Purpose.ROOT, {"version": 7}, [])
    assert claimed_payload(unsigned, Purpose.ROOT) == {"version": 7}
    with pytest.raises(WrongType):
        claimed_payload(unsigned, Purpose.MANIFEST)

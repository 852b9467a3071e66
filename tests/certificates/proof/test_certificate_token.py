"""The text in the printed code: signed claims, and whose key it is that signed them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random

import cbor2
import pytest
from cwt import COSE, COSEKey
from hypothesis import given
from hypothesis import strategies as st
from pycose.algorithms import EdDSA
from pycose.headers import Algorithm
from pycose.keys import OKPKey
from pycose.messages import CoseMessage

from certificates.base45 import base45, from_base45
from certificates.errors import BadToken, ForeignIssuer, KeyNotInForce, WrongBranch
from certificates.proof.compact import Compact, claimed_compact, compact_of, read_compact
from certificates.proof.cose import sign1
from certificates.proof.token import COMPACT_HEADER, PREFIX, TOKEN_MOST, claims_of, parse_token, read_token, token
from certificates.qr import qr_modules
from exams import AcademyError, BadSignature, SigningKey, WrongType
from exams.devices.checkpoint import Checkpoint, sign_checkpoint
from exams.devices.texts import envelope_text
from exams.trust.envelope import Purpose
from tests.certificates.authority import FROM, SERIAL, UNTIL, authority, device, device_keys, new_authority
from tests.certificates.examples import code_of, longest_facts, some_facts
from tests.exams.trust.ceremony import DAY

CA = (authority().ca.public,)
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def bytes_of(text):
    return from_base45(text[len(PREFIX) :])


def text_of(claims=None, key=None, headers=None):
    """A code that says this, whoever is named to sign it."""
    told = {**cbor2.loads(parse_token(code_of(some_facts())).message.payload), **(claims or {})}
    headers = {COMPACT_HEADER: device().record.compact} if headers is None else headers
    return PREFIX + base45(sign1(cbor2.dumps(told, canonical=True), key or device_keys().sign, headers))


@pytest.mark.parametrize(("data", "text"), [(b"AB", "BB8"), (b"Hello!!", "%69 VD92EX0"), (b"base-45", "UJCLQE7W581")])
def test_base45_gives_the_examples_of_its_standard(data, text):
    assert base45(data) == text
    assert from_base45(text) == data


@given(st.binary(max_size=300))
def test_base45_loses_nothing(data):
    assert from_base45(base45(data)) == data


@pytest.mark.parametrize("text", ["A", "GGW", "::", "ab8", "BB8é", ":::", "BB8::"])
def test_what_is_no_base45_is_refused(text):
    with pytest.raises(BadToken):
        from_base45(text)


def test_a_token_tells_what_the_certificate_says():
    claims = read_token(code_of(some_facts()), CA)
    assert claims == claims_of(some_facts())
    assert (claims.name, claims.score, claims.sitting) == ("欧阳㛃䶮", 92, "00112233445566aa")


def test_the_same_claims_give_the_same_text():
    assert code_of(some_facts()) == code_of(some_facts())


def test_a_name_longer_than_the_code_holds_is_cut_at_a_whole_character():
    claims = claims_of(some_facts(name="阿" * 18 + "ab𬭎𬭎"))
    assert claims.name == "阿" * 18 + "ab"


def test_the_longest_claims_fit_a_symbol_of_version_15():
    text = code_of(longest_facts())
    assert set(text) <= set(ALPHABET)
    assert len(text) <= TOKEN_MOST
    assert len(qr_modules(text)) <= 17 + 4 * 15


@pytest.mark.parametrize("field", ["number", "staff_id", "course_code"])
def test_a_claim_over_its_cap_is_not_signed(field):
    with pytest.raises(BadToken):
        code_of(some_facts(**{field: "A" * 25}))


def test_a_device_signs_for_its_own_branch_only():
    with pytest.raises(WrongBranch):
        token(claims_of(some_facts(branch_code="SH-PD02")), device("BJ-WJ01"))


def test_an_independent_library_verifies_code_and_device_certificate_from_headquarters_key_alone():
    data = bytes_of(code_of(some_facts()))
    compact = cbor2.loads(data).value[1][COMPACT_HEADER]
    signer = cbor2.loads(COSE.new().decode(compact, okp(CA[0])))[3]
    claims = cbor2.loads(COSE.new().decode(data, okp(signer)))
    assert (claims[1], claims[6]) == (some_facts().number, 92)


def test_a_second_independent_library_verifies_them_too_and_refuses_a_changed_bit():
    data = bytes_of(code_of(some_facts()))
    compact = CoseMessage.decode(cbor2.loads(data).value[1][COMPACT_HEADER])
    compact.key = OKPKey(crv="ED25519", x=CA[0])
    assert compact.verify_signature()
    message = CoseMessage.decode(data)
    message.key = OKPKey(crv="ED25519", x=cbor2.loads(compact.payload)[3])
    assert message.phdr[Algorithm] is EdDSA
    assert message.verify_signature()
    message.payload = message.payload[:-1] + bytes([message.payload[-1] ^ 1])
    assert not message.verify_signature()


def okp(public):
    return COSEKey.new({1: 1, 3: -8, -1: 6, -2: public})


def test_the_signature_of_a_stranger_is_refused():
    with pytest.raises(BadSignature):
        read_token(text_of(key=SigningKey.generate()), CA)


def test_an_edited_score_is_refused():
    found = parse_token(code_of(some_facts()))
    told = cbor2.dumps({**cbor2.loads(found.message.payload), 6: 99}, canonical=True)
    data = bytes_of(code_of(some_facts())).replace(found.message.payload, told)
    with pytest.raises(BadSignature):
        read_token(PREFIX + base45(data), CA)


def test_a_device_that_headquarters_did_not_enrol_is_a_foreign_issuer():
    foreign = new_authority().enrolled(device_keys())
    text = token(claims_of(some_facts()), foreign)
    with pytest.raises(ForeignIssuer) as refused:
        read_token(text, CA)
    assert refused.value.facts["serial"] == SERIAL


def test_a_key_of_an_older_root_is_believed_as_long_as_it_is_known():
    assert read_token(code_of(some_facts()), (new_authority().ca.public, *CA)).score == 92


def test_a_device_certificate_of_another_branch_does_not_carry_a_claim():
    text = text_of(headers={COMPACT_HEADER: device("SH-PD02").record.compact})
    with pytest.raises(WrongBranch):
        read_token(text, CA)


@pytest.mark.parametrize(
    ("first", "good"), [(FROM - DAY, False), (FROM, True), (UNTIL - DAY, True), (UNTIL + DAY, False)]
)
def test_a_device_might_sign_only_while_its_certificate_ran(first, good):
    issued = datetime.fromtimestamp(first / 1000, UTC).date()
    text = code_of(some_facts(issued=issued, valid_until=date(2030, 1, 1)))
    if good:
        assert read_token(text, CA).issued == issued
        return
    with pytest.raises(KeyNotInForce):
        read_token(text, CA)


def test_a_checkpoint_of_the_same_device_is_no_certificate():
    raw = sign_checkpoint(Checkpoint(SERIAL, 5, "0" * 64, FROM), device_keys().sign)
    with pytest.raises(WrongType):
        parse_token(envelope_text(raw, Purpose.CHECKPOINT))
    with pytest.raises(BadToken):
        parse_token(PREFIX + base45(raw)[:590])


def test_another_spelling_of_the_same_claims_is_refused():
    found = parse_token(code_of(some_facts()))
    backwards = cbor2.dumps(dict(reversed(cbor2.loads(found.message.payload).items())))
    with pytest.raises(BadToken):
        parse_token(PREFIX + base45(sign1(backwards, device_keys().sign, {COMPACT_HEADER: found.compact})))


@pytest.mark.parametrize(
    "change",
    [
        {6: "92"},
        {6: True},
        {6: 101},
        {7: -1},
        {8: -(10**12)},
        {9: 10**12},
        {10: b"short"},
        {12: 1},
        {1: ""},
        {3: "A" * 17},
    ],
)
def test_claims_of_the_wrong_kind_are_refused(change):
    with pytest.raises(BadToken):
        parse_token(text_of(change))


@pytest.mark.parametrize("headers", [{}, {COMPACT_HEADER: b"x"}, {4: b"x", COMPACT_HEADER: b""}])
def test_headers_other_than_ours_are_refused(headers):
    with pytest.raises(BadToken):
        parse_token(text_of(headers=headers))


@given(st.binary(max_size=200))
def test_rubbish_is_refused_and_nothing_else_happens(data):
    with pytest.raises(BadToken):
        parse_token(PREFIX + base45(data))


@given(st.recursive(st.none() | st.integers() | st.binary(max_size=20) | st.text(max_size=9), st.lists, max_leaves=9))
def test_any_cbor_is_refused_and_nothing_else_happens(value):
    with pytest.raises(BadToken):
        parse_token(PREFIX + base45(cbor2.dumps(cbor2.CBORTag(18, value))))


def test_no_code_with_one_changed_character_is_believed():
    text, chance = code_of(some_facts()), Random(20)
    assert read_token(text, CA)
    for _ in range(300):
        place, char = chance.randrange(len(text)), chance.choice(ALPHABET)
        changed = text[:place] + char + text[place + 1 :]
        if changed != text:
            with pytest.raises(AcademyError):
                read_token(changed, CA)


def test_claims_are_values():
    claims = claims_of(some_facts())
    assert replace(claims, score=93) != claims


def test_a_compact_certificate_names_device_branch_key_and_term():
    found = read_compact(device().record.compact, CA)
    assert (found.serial, found.branch, found.sign) == (SERIAL, "BJ-WJ01", device_keys().sign.public)
    assert found.term == (FROM // 1000, UNTIL // 1000 - 1)
    assert len(device("XJ-KASHGAR01").record.compact) <= 150


@pytest.mark.parametrize(
    "change",
    [{1: "X00000001"}, {2: "bj"}, {3: b"short"}, {4: "1"}, {4: 2**40}, {5: 0}, {6: 1}],
)
def test_a_compact_certificate_of_another_shape_is_refused(change):
    record = device().record
    told = {1: record.serial, 2: record.branch, 3: record.sign, 4: FROM // 1000, 5: UNTIL // 1000, **change}
    with pytest.raises(BadToken):
        claimed_compact(sign1(cbor2.dumps(told, canonical=True), authority().ca))


def test_the_certificate_that_headquarters_writes_is_the_one_a_verifier_reads():
    raw = compact_of(device().record, authority().ca)
    assert raw == device().record.compact
    assert isinstance(claimed_compact(raw), Compact)

"""Whose bundle it is, which program wrote it, and what its certificates claim."""

from dataclasses import replace

import pytest

from exams.bundles.ack import Ack, ack_fits, read_ack, sign_ack
from exams.bundles.bundle import Token
from exams.bundles.hr_trust import Claim, HrPolicy, Listed
from exams.devices.identity import DeviceKeys
from exams.errors import AcademyError
from exams.journal.line import Event
from exams.packs.manifest import Grading
from exams.trust.errors import BadSignature, NotStrict
from exams.trust.keys import SealingKey, SigningKey
from tests.exams.bundles.day import Day
from tests.exams.bundles.forging import book_of, forged, lines_of
from tests.exams.bundles.hr_room import SERIAL, key_release, record_for, refusals
from tests.exams.desk.branch_pc import DAY, NOON
from tests.exams.desk.sealed_branch import HERE

NUMBER = "BJ-WJ01-2026-000001-7"


def test_a_withdrawn_device_is_refused(day):
    withdrawn = replace(day.pc.stick.hq.revocations, devices=frozenset({SERIAL}))
    assert refusals(day.room.verify(day.bundle, revocations=withdrawn)) == ["E_REVOKED_DEVICE"]


def test_what_a_device_signs_after_its_term_is_refused(day):
    hq, keys = day.pc.stick.hq, day.pc.device
    over = record_for(hq, keys, days=0)
    assert refusals(day.room.verify(replace(day.bundle, record=over))) == ["E_EXPIRED"]
    assert (
        refusals(day.room.verify(replace(day.bundle, record=record_for(hq, keys, days=1)), now_wt=NOON + 9 * DAY)) == []
    )


def test_a_device_that_the_register_does_not_hold_is_unknown(day):
    assert refusals(day.room.verify(day.bundle, devices={})) == ["E_UNKNOWN_DEVICE"]
    other = {SERIAL: DeviceKeys.generate().sign.public}
    assert refusals(day.room.verify(day.bundle, devices=other)) == ["E_UNKNOWN_DEVICE"]
    assert refusals(day.room.verify(day.bundle, devices={SERIAL: day.pc.device.sign.public})) == []


def test_a_checkpoint_of_another_journal_is_found(day):
    bundle = day.bundle
    told = lines_of(bundle)
    other = forged(bundle, [*told[:3], told[3].saying(remark=1), *told[4:5]], day.pc.device)
    mixed = replace(bundle, checkpoints=(*bundle.checkpoints, *other.checkpoints))
    assert refusals(day.room.verify(mixed)) == ["E_CHECKPOINT"]


def test_a_bundle_sealed_to_another_key_stays_closed(day):
    assert refusals(day.room.verify(day.bundle, keys=(SealingKey.generate(),))) == ["E_UNSEAL"]
    assert refusals(day.room.verify(b"PK\x03\x04")) == ["E_FORMAT"]
    verdict = day.room.verify(b"")
    assert (verdict.whole, verdict.accepted, verdict.sittings) == (False, False, ())


def test_a_build_that_nobody_knows_is_counted(day):
    told = lines_of(day.bundle)
    start = replace(told[-1], event=Event.APP_START.value, att="", facts={"version": "0.1.0", "build": "b" * 64})
    bundle = forged(day.bundle, [*told, start], day.pc.device)
    policy = HrPolicy(retakes=False, roles=False, builds=frozenset({"a" * 64}))
    verdict = day.room.verify(bundle, policy=policy)
    assert (verdict.codes, verdict.accepted) == (("W_NO_ANCHOR", "W_UNKNOWN_BUILD"), True)
    known = replace(policy, builds=frozenset({"b" * 64}))
    assert day.room.verify(bundle, policy=known).codes == ("W_NO_ANCHOR",)


@pytest.fixture
def certified(fresh):
    """Somebody who knows everything, with a certificate."""
    fresh.begin()
    from exams.grading.answers import correct_response
    from exams.items.response import response_json

    items = {item.id: item for item in fresh.room.pack.forms["A"].items}
    keys = {key.item: key for key in fresh.room.pack.forms["A"].keys}
    for place in fresh.sitting.paper.items:
        fresh.pc.clock.forward(9_000)
        right = correct_response(items[place.item], keys[place.item], place)
        fresh.desk.answer(fresh.sitting.id, place.position, response_json(right))
    fresh.hand_in()
    assert fresh.sitting.result.passed
    fresh.pc.office.record_certificate(fresh.sitting.id, NUMBER, "0" * 64)
    return fresh


def judged(day, **claim):
    """HR's refusals of the day's bundle with one token that claims this."""
    att = day.sitting.id
    facts = {"number": NUMBER, "sitting": att, "staff_id": "T1001", "score": 100, **claim}
    bundle = replace(day.bundle, certificates=(Token(claim.get("sitting", att), b"token"),))
    return refusals(day.room.verify(bundle, claims=lambda _raw, _record: Claim(**facts)))


def test_a_certificate_that_says_what_was_graded_is_accepted(certified):
    assert judged(certified) == []
    assert certified.room.verify(certified.bundle).sittings[0].passed


@pytest.mark.parametrize("claim", [{"score": 99}, {"number": "X"}, {"staff_id": "T1002"}, {"sitting": "f" * 16}])
def test_a_certificate_with_a_false_claim_is_found(certified, claim):
    assert judged(certified, **claim) == ["E_CERT_MISMATCH"]


def test_a_token_that_cannot_be_read_is_told_by_its_code(certified):
    def unreadable(_raw, _record):
        raise BadSignature(good=0, needed=1)

    bundle = replace(certified.bundle, certificates=(Token(certified.sitting.id, b"token"),))
    assert refusals(certified.room.verify(bundle, claims=unreadable)) == ["E_SIG"]
    assert refusals(certified.room.verify(bundle)) == []


def test_another_pcs_anchor_covers_what_its_list_names(copied):
    day = Day(*copied(Grading.SECOND_CODE)).sat()
    size, head = day.pc.office.journal.head()
    elsewhere = "7KQ2MX9D4T"
    day.room.anchored(HERE.session, key_release(elsewhere))
    assert refusals(day.room.verify(day.bundle)) == ["E_ANCHOR_MISSING"]
    session = replace(day.room.sessions[HERE.session], elsewhere=frozenset({elsewhere}))

    def verdict(*listed):
        return day.room.verify(day.bundle, sessions={HERE.session: replace(session, listed=listed)})

    assert refusals(verdict(Listed(SERIAL, size, head))) == []
    assert refusals(verdict()) == ["E_ANCHOR_MISSING"]
    assert refusals(verdict(Listed(SERIAL, 3, lines_head(day, 3)))) == ["E_ANCHOR_MISSING"]
    assert refusals(verdict(Listed(SERIAL, size, "0" * 64))) == ["E_ANCHOR_MISSING"]


def lines_head(day, size):
    from exams.journal.line import line_hash

    return line_hash(day.bundle.rows[size - 1][0])


def test_a_sitting_that_waits_for_its_anchor_is_judged_again_when_more_comes(copied):
    day = Day(*copied(Grading.SECOND_CODE)).sat()
    first = day.bundle
    day.pc.office.started("0.1.0")
    day.room.anchored(HERE.session, key_release(day.proctor.anchor()))
    assert refusals(day.room.take_in(first)) == ["E_ANCHOR_MISSING"]
    later = day.room.take_in(day.bundle)
    assert refusals(later) == []
    assert [(one.id, one.accepted, one.result is not None) for one in later.sittings] == [(day.sitting.id, True, True)]


def test_an_ungraded_sitting_is_graded_by_hr(copied):
    day = Day(*copied(Grading.HQ_ONLY)).sat()
    verdict = day.room.verify(day.bundle)
    assert verdict.codes == ()
    (one,) = verdict.sittings
    assert one.result == book_of(day.room).grade(one.sitting.paper, one.sitting.answers)


def test_a_receipt_is_hrs_and_of_one_journal():
    hr, ack = SigningKey.generate(), Ack(SERIAL, 7, "a" * 64)
    raw = sign_ack(ack, hr)
    assert read_ack(raw, {hr.keyid: hr.public}) == ack
    with pytest.raises(BadSignature):
        read_ack(raw, {})
    for wrong in (Ack(SERIAL, 0, "a" * 64), Ack(SERIAL, 7, "A")):
        with pytest.raises(NotStrict):
            read_ack(sign_ack(wrong, hr), {hr.keyid: hr.public})
    assert ack_fits(ack, SERIAL, {7: "a" * 64})
    assert not ack_fits(ack, SERIAL, {7: "b" * 64})
    assert not ack_fits(ack, "D00000002", {7: "a" * 64})
    assert issubclass(BadSignature, AcademyError)

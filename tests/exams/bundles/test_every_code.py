"""Each code that a verdict can carry is produced by a test: the codes of the security design, 4.4, are all real."""

import json
import re
from dataclasses import replace
from pathlib import Path

from exams.bundles.bundle import MOST, read_header, seal_bundle
from exams.bundles.hr_trust import HrPolicy
from exams.bundles.verdict import Code
from exams.journal.line import Event
from exams.trust.keys import seal_to
from tests.exams.bundles.day import WHY, changed
from tests.exams.bundles.forging import places

ROOM = Path(__file__).parent
TOLD_APART = set(ROOM.glob("test_*.py"))
_HEADER = len(b"BAB1 ")


def resealed(day, plain):
    """Whatever bytes, sealed to HR under a header that fits them."""
    import hashlib
    import zlib

    hr_seal = day.pc.stick.hq.root.hr_seal
    header = read_header(seal_bundle(day.bundle, hr_seal))
    sealed = seal_to(hr_seal, zlib.compress(plain), header.info)
    table = {"from": header.first, "key": header.key, "serial": header.serial, "to": header.last}
    line = {**table, "sha256": hashlib.sha256(sealed).hexdigest()}
    genuine = seal_bundle(day.bundle, hr_seal).partition(b"\n")[0][_HEADER:]
    told = {name: line[name] for name in json.loads(genuine)}
    return b"BAB1 " + json.dumps(told, separators=(",", ":")).encode() + b"\n" + sealed


def test_what_unpacks_to_more_than_a_bundle_may_be_is_too_large(day):
    assert day.room.verify(resealed(day, b" " * (MOST + 1))).codes == (Code.SIZE,)


def test_json_that_is_none_is_told_as_such(day):
    assert day.room.verify(resealed(day, b'{"a":1,"a":2}\n')).codes == (Code.JSON,)


def test_a_bundle_that_is_none_is_told_as_such(day):
    assert day.room.verify(b"{}").codes == (Code.FORMAT,)
    assert day.room.verify(resealed(day, b"{}\n")).codes == (Code.FORMAT,)


def test_a_bundle_sealed_to_somebody_else_is_told_as_such(day):
    raw = seal_bundle(replace(day.bundle), day.pc.device.seal.public)
    assert day.room.verify(raw).codes == (Code.UNSEAL,)


def test_answers_that_are_not_those_handed_in_are_found(day):
    told = day.told
    at = places(told, Event.SUBMIT)[0]
    assert day.forge(changed(told, at, answers="0" * 64)) == ["E_ANSWERS"]


def test_a_pause_is_counted_with_who_and_why(fresh):
    fresh.begin().answer(1)
    fresh.proctor.pause(fresh.sitting.id, WHY)
    fresh.pc.clock.forward(minutes=5)
    fresh.proctor.resume(fresh.sitting.id, WHY)
    fresh.hand_in()
    assert fresh.room.verify(fresh.bundle).codes == ("W_NO_ANCHOR", "W_PAUSE")


def test_a_home_tells_its_build_and_one_that_nobody_knows_is_counted(day):
    day.pc.office.started("0.1.0", "b" * 64)
    known = HrPolicy(retakes=False, roles=False, builds=frozenset({"b" * 64}))
    assert day.room.verify(day.bundle, policy=known).codes == ("W_NO_ANCHOR",)
    strange = HrPolicy(retakes=False, roles=False, builds=frozenset({"a" * 64}))
    assert day.room.verify(day.bundle, policy=strange).codes == ("W_NO_ANCHOR", "W_UNKNOWN_BUILD")


def test_a_certificate_that_hr_sent_back_is_told_in_the_next_bundle_and_is_no_fault(day):
    facts = {"number": "HR-2026-000001-A", "replaces": "", "sitting": day.sitting.id, "staff": "T1001", "sha": ""}
    day.pc.office.journal.append(Event.CERTIFICATE_IMPORT, facts)
    assert day.room.verify(day.bundle).codes == ("W_NO_ANCHOR",)


def test_every_code_is_produced_by_a_test():
    """A code counts as produced where a test of a verdict expects it, by its text or by its name."""
    told = "\n".join(path.read_text("utf-8") for path in sorted(TOLD_APART))
    expected = set(re.findall(r'"([EW]_[A-Z_]+)"', told)) | {
        Code[name].value for name in re.findall(r"\bCode\.([A-Z_]+)\b", told) if name in Code.__members__
    }
    assert {code.value for code in Code} <= expected

"""Codes, slots and sealed files in wrong hands (rows B03 to B06, B08 and B10 of the security design)."""

from dataclasses import replace

import pytest

from exams.desk.key_ring import KeyRing
from exams.packs.blobs import FormContext, open_blob
from exams.packs.codes import TypedCode
from exams.packs.errors import BlobSpoilt, CodeTypo, CodeWrong, SlotSpoilt
from exams.packs.kdf import Kdf
from exams.packs.manifest import items_file, key_file
from exams.packs.slot_file import slots_payload
from exams.packs.slots import SlotPurpose, open_slot
from exams.trust.errors import CannotOpen
from exams.trust.keys import seal_to
from tests.attacks.attacks_home import ELSEWHERE, FORM, HERE, LATER, PACK, SESSION, proctor
from tests.attacks.watched import ceks_of

CONTEXT = FormContext(PACK, 1, FORM)
MIB, GIB = 1024, 1024 * 1024


def blobs(attacked):
    return (attacked.here / items_file(FORM)).read_bytes(), (attacked.here / key_file(FORM)).read_bytes()


def test_b03_what_the_code_gives_for_the_items_does_not_open_the_answer_key(attacked):
    attacked.vault().open_session(SESSION, attacked.code, attacked.now())
    kept, (items, key) = KeyRing(attacked.home / "keys").of(SESSION), blobs(attacked)
    assert open_blob(kept.items, items, CONTEXT.items_aad) == attacked.parts.items
    for aad in (CONTEXT.key_aad(items), CONTEXT.items_aad):
        with pytest.raises(BlobSpoilt) as refused:
            open_blob(kept.items, key, aad)
        assert refused.value.code == "E_DECRYPT"


def test_b03_the_answer_key_put_in_the_place_of_the_items_opens_as_nothing(attacked):
    vault = attacked.vault()
    vault.open_session(SESSION, attacked.code, attacked.now())
    (attacked.here / items_file(FORM)).write_bytes(blobs(attacked)[1])
    for ask in (vault.items, vault.keys):
        with pytest.raises(BlobSpoilt):
            ask(SESSION)


def test_b04_a_wrong_code_costs_its_work_and_a_mistyped_one_nothing(attacked, argon2):
    with attacked.branch_pc() as pc:
        del argon2[:]
        lines = len(pc.records())
        first = attacked.code[0]
        typo = ("8" if first == "7" else "7") + attacked.code[1:]
        with pytest.raises(CodeTypo) as mistyped:
            proctor(pc).open_session("一号考场", session=SESSION, code=typo)
        assert (mistyped.value.code, argon2, len(pc.records())) == ("E_CODE_TYPO", [], lines)
        with pytest.raises(CodeWrong) as wrong:
            proctor(pc).open_session("一号考场", session=SESSION, code=attacked.codes[LATER])
        assert (wrong.value.code, argon2) == ("E_CODE_WRONG", [64 * MIB])
    assert attacked.vault().kept() == ()


@pytest.mark.parametrize("memory", [8, 64 * GIB])
def test_b05_a_slot_that_asks_for_absurd_work(attacked, argon2, memory):
    table = slots_payload(attacked.kept_slots())
    for slot in table["slots"]:
        slot["kdf"]["m"] = memory
    forged = attacked.signed_slots(table)
    del argon2[:]
    assert attacked.verdict(forged) == "E_KDF_PARAMS"
    for path in (attacked.home / "packs").glob("slots-*.json"):
        path.write_bytes(forged.read_bytes())
    with pytest.raises(SlotSpoilt):
        attacked.vault().open_session(SESSION, attacked.code, attacked.now())
    assert argon2 == []


def put_slots(attacked, slots):
    """Slots in the place of those of the home, with headquarters' own signature."""
    forged = attacked.signed_slots(replace(attacked.kept_slots(), slots=tuple(slots)))
    for path in (attacked.home / "packs").glob("slots-*.json"):
        path.write_bytes(forged.read_bytes())


def by_name(attacked):
    return {(slot.session, slot.purpose): slot for slot in attacked.kept_slots().slots}


def test_b06_a_slot_asked_for_as_that_of_another_session_or_branch(attacked):
    slot, typed = by_name(attacked)[SESSION, SlotPurpose.ITEMS], TypedCode(attacked.code)
    mine = slot.context(PACK, 1)
    assert open_slot(slot, mine, typed) == ceks_of(attacked)[SlotPurpose.ITEMS]
    for field, value in {"session": LATER, "branch": ELSEWHERE, "form": "B", "purpose": SlotPurpose.KEY}.items():
        with pytest.raises(SlotSpoilt):
            open_slot(slot, replace(mine, **{field: value}), typed)
    for field, value in {"pack": "TELE", "version": 2}.items():  # the file's, not the slot's: bound through the code
        with pytest.raises(CodeWrong):
            open_slot(slot, replace(mine, **{field: value}), typed)


def test_b06_slots_of_one_session_under_the_name_of_another(attacked):
    """Whole as they are, they look as if the code were wrong."""
    slots = by_name(attacked)
    for purpose in SlotPurpose:
        slots[LATER, purpose] = replace(slots[SESSION, purpose], session=LATER)
    put_slots(attacked, slots.values())
    with pytest.raises(CodeWrong):
        attacked.vault().open_session(LATER, attacked.code, attacked.now())
    assert attacked.vault().kept() == ()
    assert attacked.vault().open_session(SESSION, attacked.code, attacked.now())


@pytest.mark.parametrize("purpose", SlotPurpose)
def test_b06_what_is_sealed_for_one_session_behind_the_commitment_of_another(attacked, purpose):
    slots = by_name(attacked)
    other = slots[SESSION, purpose]
    slots[LATER, purpose] = replace(slots[LATER, purpose], nonce=other.nonce, ct=other.ct)
    put_slots(attacked, slots.values())
    with pytest.raises(SlotSpoilt):
        attacked.vault().open_session(LATER, attacked.codes[LATER], attacked.now())
    assert attacked.vault().kept() == ()


def test_b06_what_is_sealed_for_another_branch_under_the_name_of_ones_own(attacked):
    attacked.plan("S0000000Z", ELSEWHERE)
    code = attacked.release("S0000000Z")
    assert attacked.bring(attacked.slots()) == {"new.slots": "taken"}
    put_slots(attacked, [replace(slot, branch=HERE) for slot in by_name(attacked).values()])
    with pytest.raises(CodeWrong):
        attacked.vault().open_session("S0000000Z", code, attacked.now())
    assert attacked.vault().kept() == ()


def test_b08_the_device_key_does_not_open_what_the_branch_has_sealed_to_hr(attacked):
    device, root = KeyRing(attacked.home / "keys").device(), attacked.root()
    sealed = seal_to(root.hr_seal, b"journal", b"bundle")
    with pytest.raises(CannotOpen) as refused:
        device.open(sealed, b"bundle")
    assert refused.value.code == "E_UNSEAL"
    assert attacked.key("hr_seal").open(sealed, b"bundle") == b"journal"


def test_b10_headquarters_recovery_key_opens_both_sealed_files(attacked):
    ceks, (items, key) = ceks_of(attacked), blobs(attacked)
    assert open_blob(ceks[SlotPurpose.ITEMS], items, CONTEXT.items_aad) == attacked.parts.items
    assert open_blob(ceks[SlotPurpose.KEY], key, CONTEXT.key_aad(items)) == attacked.parts.keys
    with pytest.raises(CannotOpen):
        attacked.key("hr_seal").open(seal_to(attacked.root().recovery, b"x", b""), b"")


def test_b05_the_work_of_the_genuine_slots_is_in_range(attacked):
    assert {slot.kdf for slot in attacked.kept_slots().slots} == {Kdf(64 * MIB)}

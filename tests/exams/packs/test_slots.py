"""A code opens the slot it was made for, for one session at one branch, and nothing else ever gives a key."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.packs.blobs import FormContext, new_cek, open_blob, seal_blob
from exams.packs.codes import TypedCode, new_code, new_qr_code
from exams.packs.errors import BlobSpoilt, CodeTypo, CodeWrong, KdfRefused, SlotSpoilt
from exams.packs.kdf import Kdf
from exams.packs.slots import Lock, SessionPlan, SlotContext, SlotPurpose, make_slots, open_slot
from exams.trust.codes import shown, with_check

LEAST = Kdf(memory_kib=65_536)
ITEMS, KEY = SlotPurpose.ITEMS, SlotPurpose.KEY
PACK, VERSION = "TELLER-2026", 3
PLAN = SessionPlan("S0000000A", "BJ-01", "F1", 1_000, 9_000, grade_until_wt=20_000)
HERE = SlotContext(PACK, VERSION, "F1", "S0000000A", "BJ-01", ITEMS)
CODE, CEK, KEY_CEK = new_code(), new_cek(), new_cek()
ELSEWHERE = {
    "pack": "TELLER-2027",
    "version": 4,
    "form": "F2",
    "session": "S0000000B",
    "branch": "SH-02",
    "purpose": KEY,
}


@pytest.fixture(scope="module")
def slots():
    return make_slots(PACK, VERSION, PLAN, {ITEMS: Lock(CODE, CEK), KEY: Lock(CODE, KEY_CEK)}, LEAST)


@pytest.fixture(scope="module")
def typed():
    return TypedCode(CODE)


def relabelled(slot, context):
    """The slot with the labels of another place, as somebody without HQ's key would like it to be."""
    return replace(slot, session=context.session, branch=context.branch, form=context.form, purpose=context.purpose)


def test_one_code_and_one_argon2id_open_items_and_answer_key(slots):
    typed = TypedCode(CODE.lower())
    assert open_slot(slots[0], HERE, typed) == CEK
    assert open_slot(slots[1], replace(HERE, purpose=KEY), typed) == KEY_CEK
    assert typed.spent == 1


def test_a_slot_keeps_the_window_of_its_purpose(slots):
    assert [(slot.not_before_wt, slot.not_after_wt) for slot in slots] == [(1_000, 9_000), (1_000, 20_000)]
    assert replace(PLAN, grade_until_wt=None).until_wt(KEY) == 9_000


def test_a_slot_shows_neither_key_nor_code(slots):
    for shown_text in (repr(slots), repr(Lock(CODE, CEK))):
        assert CODE not in shown_text
        assert repr(CEK) not in shown_text


def test_a_wrong_code_costs_one_argon2id(slots):
    wrong = TypedCode(new_code())
    with pytest.raises(CodeWrong):
        open_slot(slots[0], HERE, wrong)
    assert wrong.spent == 1


def test_a_typo_costs_none(slots):
    body = CODE.replace("-", "")[:10]
    twisted = body[:-1] + ("A" if body[-1] != "A" else "B")
    with pytest.raises(CodeTypo):
        TypedCode(shown(twisted + with_check(body)[-1]))


def test_every_session_has_a_salt_of_its_own(slots):
    other = make_slots(PACK, VERSION, PLAN, {ITEMS: Lock(CODE, CEK)}, LEAST)
    assert slots[0].salt == slots[1].salt
    assert other[0].salt != slots[0].salt


def test_with_a_second_code_the_unlock_code_opens_no_answer_key():
    grading = new_qr_code()
    items, key = make_slots(PACK, VERSION, PLAN, {ITEMS: Lock(CODE, CEK), KEY: Lock(grading, KEY_CEK)}, LEAST)
    unlock, of_key = TypedCode(CODE), replace(HERE, purpose=KEY)
    assert open_slot(items, HERE, unlock) == CEK
    with pytest.raises(CodeWrong):
        open_slot(key, of_key, unlock)
    with pytest.raises(CodeWrong):
        open_slot(replace(key, salt=items.salt, commit=items.commit), of_key, unlock)
    assert open_slot(key, of_key, TypedCode(grading)) == KEY_CEK


def test_the_key_of_the_items_opens_no_answer_key():
    form = FormContext(PACK, VERSION, "F1")
    items = seal_blob(CEK, b"items", form.items_aad)
    answers = seal_blob(KEY_CEK, b"answers", form.key_aad(items))
    with pytest.raises(BlobSpoilt):
        open_blob(CEK, answers, form.key_aad(items))


@pytest.mark.parametrize("field", ["session", "branch", "form", "purpose"])
def test_a_slot_of_another_place_is_refused_without_work(slots, field):
    code = TypedCode(CODE)
    with pytest.raises(SlotSpoilt):
        open_slot(slots[0], replace(HERE, **{field: ELSEWHERE[field]}), code)
    assert code.spent == 0


@pytest.mark.parametrize("field", ELSEWHERE)
def test_the_labels_of_another_place_do_not_make_a_slot_open_there(slots, typed, field):
    there = replace(HERE, **{field: ELSEWHERE[field]})
    with pytest.raises(CodeWrong):
        open_slot(relabelled(slots[0], there), there, typed)


def test_parts_of_two_slots_make_no_third(slots, typed):
    items, key = slots
    with pytest.raises(CodeWrong):
        open_slot(replace(items, commit=key.commit, nonce=key.nonce, ct=key.ct), HERE, typed)
    with pytest.raises(SlotSpoilt):
        open_slot(replace(items, nonce=key.nonce, ct=key.ct), HERE, typed)


def test_another_salt_makes_another_code_of_it(slots):
    with pytest.raises(CodeWrong):
        open_slot(replace(slots[0], salt=bytes(16)), HERE, TypedCode(CODE))


@given(st.sampled_from(["commit", "nonce", "ct"]), st.integers(0, 10**6), st.integers(1, 255))
def test_one_changed_byte_never_gives_a_key(slots, typed, field, place, change):
    raw = bytearray(getattr(slots[0], field))
    raw[place % len(raw)] ^= change
    with pytest.raises(CodeWrong if field == "commit" else SlotSpoilt):
        open_slot(replace(slots[0], **{field: bytes(raw)}), HERE, typed)


@given(st.binary(max_size=80), st.binary(max_size=20))
def test_cipher_text_of_any_length_never_gives_a_key(slots, typed, ct, nonce):
    with pytest.raises(SlotSpoilt):
        open_slot(replace(slots[0], ct=ct, nonce=nonce), HERE, typed)


@pytest.mark.parametrize("memory_kib", [8, 64 * 1024 * 1024])
def test_work_out_of_range_is_refused_before_it_begins(slots, memory_kib):
    code, greedy = TypedCode(CODE), Kdf(memory_kib=memory_kib)
    with pytest.raises(KdfRefused):
        open_slot(replace(slots[0], kdf=greedy), HERE, code)
    with pytest.raises(KdfRefused):
        make_slots(PACK, VERSION, PLAN, {ITEMS: Lock(CODE, CEK)}, greedy)
    assert code.spent == 0


def test_no_two_places_are_bound_alike():
    with pytest.raises(SlotSpoilt):
        _ = replace(HERE, form="F1|S1").aad

"""What lies at a branch and when (rows B01, B02, B07 and B11 of the security design)."""

import traceback
from contextlib import closing

import pytest

from exams.accounts.errors import SignInRefused
from exams.desk.key_ring import KeyRing
from exams.items.item import ItemType
from exams.packs.errors import CodeWrong
from exams.packs.manifest import Grading
from exams.packs.slots import SlotPurpose
from exams.sittings.sitting import State
from exams.store.backups import keep_copy
from exams.store.content_errors import ExamSealed
from exams.store.database import open_database
from exams.store.sealed_rows import own_copies, sealed_atts
from exams.trust.codes import plain_code
from tests.attacks.attacks_home import LATER, SESSION, exam_texts, proctor
from tests.attacks.secrecy import search, search_bytes
from tests.attacks.watched import ceks_of, keep_printed, sit_final
from tests.exams.desk.branch_pc import PIN, XIAOYU

PLANTED = "73914682.57"


def named(ceks):
    return {purpose.value: cek for purpose, cek in ceks.items()}


def test_b01_nothing_of_the_exam_is_found_before_the_code(watch, capfd):
    attacked = watch.attacked
    pack = attacked.publish(2)
    items, keys = exam_texts(attacked.parts)
    assert (len(items), len(keys)) > (100, 100)
    with attacked.branch_pc() as pc:
        pc.desk().course()
        keep_printed(watch, capfd)
        assert search(watch.folders, [*items, *keys]) == []
    assert attacked.bring(pack) == {pack.name: "taken"}
    assert search(watch.folders, [*items, *keys]) == []
    assert search_bytes(watch.folders, named(ceks_of(attacked))) == []


def test_b02_in_second_code_mode_the_answer_key_is_nowhere_while_the_session_is_open(watch, capfd):
    attacked = watch.attacked
    assert attacked.bring(attacked.publish(2, Grading.SECOND_CODE), attacked.slots())["DEMO-2.pack"] == "taken"
    code, (items, keys) = attacked.release(SESSION), exam_texts(attacked.parts)
    with attacked.branch_pc() as pc:
        room_code = proctor(pc).open_session("一号考场", session=SESSION, code=code)[1]
        sitting = sit_final(attacked, pc, room_code)
        assert sitting.state is State.SUBMITTED
        keep_printed(watch, capfd)
        assert search(watch.folders, [*items, *keys]) == []
        assert search_bytes(watch.folders, named(ceks_of(attacked, 2))) == []
        assert KeyRing(attacked.home / "keys").of(SESSION).key is None
        with pytest.raises(ExamSealed):
            attacked.vault().keys(SESSION)
        with pytest.raises(CodeWrong):
            attacked.vault().open_key(SESSION, code, attacked.now())
        grading = attacked.release(SESSION, SlotPurpose.KEY, "7KQ2MX9D4T")
        assert [one.state for one in proctor(pc).grade_session(SESSION, grading)] == [State.GRADED]


def test_b07_after_grading_and_the_sessions_close_nothing_is_found_and_nothing_opens(watch, capfd):
    """Keys, items and explanations are nowhere, and the keys sealed to the device are gone."""
    attacked = watch.attacked
    items, keys = exam_texts(attacked.parts)
    with attacked.branch_pc() as pc:
        room_code = proctor(pc).open_session("一号考场", session=SESSION, code=attacked.code)[1]
        assert KeyRing(attacked.home / "keys").of(SESSION).key is not None
        assert sit_final(attacked, pc, room_code).state is State.GRADED
        proctor(pc).close_session(SESSION)
    keep_printed(watch, capfd)
    assert search(watch.folders, [*items, *keys]) == []
    assert search_bytes(watch.folders, named(ceks_of(attacked))) == []
    assert {path.name for path in (attacked.home / "keys").iterdir()} == {"device.key", "device.record"}
    for ask in (attacked.vault().items, attacked.vault().keys):
        with pytest.raises(ExamSealed):
            ask(SESSION)


def test_b07_a_persons_answers_are_nowhere_in_clear_and_the_devices_copy_is_gone(watch, capfd):
    attacked = watch.attacked
    with attacked.branch_pc() as pc:
        room_code = proctor(pc).open_session("一号考场", session=SESSION, code=attacked.code)[1]
        begun = pc.begin_final(code=room_code)
        number = next(place.position for place in begun.paper.items if place.type is ItemType.NUMERICAL)
        pc.desk().answer(begun.id, number, PLANTED)
        keep_copy(attacked.home)
        assert search(watch.folders, [PLANTED])
        pc.desk().hand_in(begun.id)
        proctor(pc).close_session(SESSION)
    keep_printed(watch, capfd)
    assert search(watch.folders, [PLANTED]) == []
    with closing(open_database(attacked.home)) as db:
        assert (sealed_atts(db), own_copies(db)) == ({begun.id}, {})


def test_b11_neither_code_nor_pin_stands_in_a_traceback_a_log_or_the_journal(watch, capfd):
    attacked = watch.attacked
    wrong, pin = attacked.codes[LATER], "739146"
    with attacked.branch_pc() as pc:
        with pytest.raises(CodeWrong) as refused:
            proctor(pc).open_session("一号考场", session=SESSION, code=wrong)
        with pytest.raises(SignInRefused) as not_in:
            pc.office.sign_in(XIAOYU.staff_id, pin)
        room_code = proctor(pc).open_session("一号考场", session=SESSION, code=attacked.code)[1]
        pc.office.sign_in(XIAOYU.staff_id, PIN)
        crashes = [f"{''.join(traceback.format_exception(one.value))} {one.value.facts}" for one in (refused, not_in)]
        (watch.logs / "crash.log").write_text("\n".join(crashes), "utf-8")
        keep_printed(watch, capfd)
        codes = {text: plain_code(text) for text in (wrong, attacked.code, room_code)}
        halves = [half for text in codes for half in text.split("-") if len(half) > 1]
        assert search(watch.folders, [pin, PIN, *codes, *codes.values(), *halves]) == []
    assert search(watch.folders, [pin, PIN, *codes, *codes.values(), *halves]) == []

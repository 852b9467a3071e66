"""Attacks on the reset of a lost PIN (row E04 of the security design)."""

import pytest

from exams.accounts.errors import ResetRefused, WeakPin
from exams.accounts.resets import MOST_WRONG
from exams.trust.codes import ALPHABET, plain_code, with_check
from exams.trust.errors import BadSignature, NotStrict
from tests.attacks.doors import a_head_office, an_enrolled_pc, forged, lock_out, refused
from tests.exams.desk.branch_pc import MINUTE, PIN, PROCTOR, XIAOYU
from tests.exams.desk.course import build_course
from tests.exams.desk.enrolling import certified

NEW = "739214"


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return build_course(tmp_path_factory.mktemp("course"))


@pytest.fixture
def hq(tmp_path):
    return a_head_office(tmp_path / "office")


@pytest.fixture
def enrolled_pc(hq, content):
    pc = an_enrolled_pc(hq, content)
    yield pc
    pc.close()


def answer(hq, challenge):
    with hq.desk() as desk:
        return desk.reset_by_phone(challenge.text)


def test_e04_the_code_read_out_on_the_telephone_sets_a_new_pin_once(hq, enrolled_pc):
    pc = enrolled_pc
    lock_out(pc, "T1001")
    code = answer(hq, pc.office.resets.ask("T1001"))
    pc.office.resets.by_code("T1001", code.lower(), NEW)
    assert pc.office.sign_in("T1001", NEW).person == XIAOYU
    assert refused(pc, "T1001", PIN) == "E_SIGN_IN"
    assert why(pc, "T1001", code) == "spent"
    assert [line.act for line in log(hq)][-1] == "reset"


def test_e04_the_signed_file_does_so_too_and_a_foreign_one_does_not(hq, enrolled_pc):
    pc = enrolled_pc
    challenge = pc.office.resets.ask("T1001")
    with hq.desk() as desk:
        raw = desk.reset_by_file(challenge.text, hq.stick / "t.reset").read_bytes()
        desk_file = desk.write_reset_desk(hq.stick / "d.reset").read_bytes()
    with pytest.raises(BadSignature):
        pc.office.resets.by_file("T1001", forged(raw), NEW)
    with pytest.raises(NotStrict):
        pc.office.resets.by_file("T1001", desk_file, NEW)
    pc.office.resets.by_file("T1001", raw, NEW)
    assert pc.office.sign_in("T1001", NEW).person == XIAOYU
    with pytest.raises(ResetRefused):
        pc.office.resets.by_file("T1001", raw, PIN)


def test_e04_a_code_for_somebody_else_is_refused(hq, enrolled_pc):
    code = answer(hq, enrolled_pc.office.resets.ask("T1001"))
    enrolled_pc.office.resets.ask("T1002")
    assert why(enrolled_pc, "T1002", code) == "code"
    assert refused(enrolled_pc, "T1002", NEW) == "E_SIGN_IN"


def test_e04_a_code_after_a_quarter_of_an_hour_is_refused_even_with_the_clock_set_back(hq, enrolled_pc):
    pc = enrolled_pc
    code = answer(hq, pc.office.resets.ask("T1001"))
    pc.clock.forward(15 * MINUTE)
    pc.clock.set_wall(pc.clock.now().wt - 10 * MINUTE)
    assert why(pc, "T1001", code) == "late"


def test_e04_after_five_guesses_not_even_the_right_code_helps_and_a_new_nonce_is_needed(hq, enrolled_pc):
    pc = enrolled_pc
    challenge = pc.office.resets.ask("T1001")
    code = answer(hq, challenge)
    guesses = [with_check(ALPHABET[number] * 10) for number in range(MOST_WRONG)]
    assert [why(pc, "T1001", guess) for guess in guesses] == ["code"] * MOST_WRONG
    pc.reopen()
    assert why(pc, "T1001", code) == "spent"
    again = pc.office.resets.ask("T1001")
    assert again.nonce != challenge.nonce
    assert why(pc, "T1001", code) == "code"
    pc.office.resets.by_code("T1001", answer(hq, again), NEW)


def test_e04_a_slip_of_the_tongue_is_no_guess(hq, enrolled_pc):
    code = plain_code(answer(hq, enrolled_pc.office.resets.ask("T1001")))
    slip = code[:3] + ALPHABET[(ALPHABET.index(code[3]) + 1) % 32] + code[4:]
    assert [why(enrolled_pc, "T1001", slip) for _ in range(9)] == ["typo"] * 9
    enrolled_pc.office.resets.by_code("T1001", code, NEW)


def test_e04_a_weak_new_pin_leaves_the_code_good(hq, enrolled_pc):
    code = answer(hq, enrolled_pc.office.resets.ask("T1001"))
    with pytest.raises(WeakPin):
        enrolled_pc.office.resets.by_code("T1001", code, "123456")
    enrolled_pc.office.resets.by_code("T1001", code, NEW)


def test_e04_a_proctor_gets_no_pin_this_way(hq, enrolled_pc):
    certified(hq, enrolled_pc, PROCTOR)
    code = answer(hq, enrolled_pc.office.resets.ask("P2001"))
    assert why(enrolled_pc, "P2001", code) == "role"


def why(pc, staff_id, code):
    with pytest.raises(ResetRefused) as refusal:
        pc.office.resets.by_code(staff_id, code, NEW)
    return refusal.value.facts["reason"]


def log(hq):
    with hq.desk() as desk:
        return desk.log()

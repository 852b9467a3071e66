"""One code per release, written down before it is told; the grading code is paid for with an anchor."""

import pytest

from exams.desk.hq_errors import AnchorNeeded, FileNotWritten, KeyStaysHere, PackUnknown, SessionRefused, SessionUnknown
from exams.desk.pack_shelf import PackShelf
from exams.desk.vault import Vault
from exams.packs.errors import CodeWrong
from exams.packs.manifest import Grading
from exams.packs.slots import SlotPurpose
from exams.trust.errors import Revoked
from tests.exams.desk.head_office import BRANCH, DAY, HOUR, NOON, SESSION

ITEMS, KEY = SlotPurpose.ITEMS, SlotPurpose.KEY
ANCHOR = "7KQ2MX9D4T"


def vault_of(home):
    return Vault(home, PackShelf(home), lambda: BRANCH)


def released(hq):
    with hq.desk() as desk:
        return [(line.session, line.purpose, line.anchor, line.facts["again"]) for line in desk.log("release")]


@pytest.fixture(scope="module")
def graded_later(founded, tmp_path_factory):
    """The same headquarters with a second version whose answer key waits for a code of its own."""
    office = founded.copied(tmp_path_factory.mktemp("graded-later"))
    office.publish(2, Grading.SECOND_CODE)
    office.slots()
    (office.stick / "1.pack").unlink()
    return office


@pytest.fixture
def strict(graded_later, tmp_path):
    return graded_later.copied(tmp_path / "strict")


def test_the_released_code_opens_items_and_answer_key_of_its_session_and_no_other(hq):
    hq.plan("S0000000B")
    hq.slots()
    home = hq.branch()
    vault = vault_of(home)
    assert [plan.session for plan in vault.sessions()] == [SESSION, "S0000000B"]
    code = hq.release(ITEMS).code
    with pytest.raises(CodeWrong):
        vault.open_session("S0000000B", code, NOON)
    vault.open_session(SESSION, code, NOON)
    assert vault.items(SESSION) == hq.parts.items
    assert vault.keys(SESSION) == hq.parts.keys
    assert hq.release(KEY).code == code


def test_with_two_codes_the_answer_key_stays_shut_until_the_second_one(strict):
    vault = vault_of(strict.branch())
    unlock = strict.release(ITEMS).code
    vault.open_session(SESSION, unlock, NOON)
    with pytest.raises(CodeWrong):
        vault.open_key(SESSION, unlock, NOON)
    grading = strict.release(KEY, anchor=ANCHOR).code
    assert grading != unlock
    vault.open_key(SESSION, grading, NOON + 5 * HOUR)
    assert vault.keys(SESSION) == strict.parts.keys


@pytest.mark.parametrize(
    ("anchor", "reason"),
    [("", "missing"), ("   ", "missing"), ("7KQ2M", "shape"), ("7KQ2MX9D4TA", "shape"), ("?" * 99, "shape")],
)
def test_without_an_anchor_no_grading_code_is_told(strict, anchor, reason):
    with pytest.raises(AnchorNeeded) as refused:
        strict.release(KEY, anchor=anchor)
    assert refused.value.facts["reason"] == reason
    assert released(strict) == []


@pytest.mark.parametrize("anchor", ["7KQ2MX9D4T", "7kq2m-x9d4t", " 7KQ2M X9D4T "])
def test_the_anchor_is_kept_as_it_was_meant(strict, anchor):
    strict.release(KEY, anchor=anchor)
    assert released(strict) == [(SESSION, "key", ANCHOR, False)]


def test_a_pack_graded_at_headquarters_has_no_grading_code(hq):
    hq.publish(2, Grading.HQ_ONLY)
    hq.slots()
    (hq.stick / "1.pack").unlink()
    home = hq.branch()
    vault = vault_of(home)
    vault.open_session(SESSION, hq.release(ITEMS).code, NOON)
    assert vault.items(SESSION) == hq.parts.items
    assert [path.name for path in home.rglob("key.bin")] == []
    with pytest.raises(KeyStaysHere):
        hq.release(KEY, anchor=ANCHOR)


def test_a_second_release_gives_the_same_code_and_is_written_down_again(hq):
    first, second = hq.release(ITEMS), hq.release(ITEMS, who="li")
    assert (first.again, second.again) == (False, True)
    assert first.code == second.code
    assert released(hq) == [(SESSION, "items", "", False), (SESSION, "items", "", True)]


def test_a_code_given_out_before_its_time_is_said_to_be_early(hq):
    hq.clock.forward(-HOUR)
    assert hq.release(ITEMS).early
    hq.clock.forward(HOUR)
    assert not hq.release(ITEMS).early


def test_a_withdrawn_session_is_released_no_more_and_leaves_the_slot_file(hq):
    hq.plan("S0000000B")
    with hq.desk() as desk:
        desk.revoke("session", SESSION)
        assert [plan.session for plan in desk.write_slots(hq.stick / "s.slots").sessions] == ["S0000000B"]
    with pytest.raises(Revoked):
        hq.release(ITEMS)


def test_a_session_nobody_planned_has_no_code(hq):
    with pytest.raises(SessionUnknown):
        hq.release(ITEMS, session="S0000000X")


@pytest.mark.parametrize(
    ("plan", "reason"),
    [
        ({"session": "S00"}, "session"),
        ({"session": "s0000000b"}, "session"),
        ({"session": "S0000000I"}, "session"),
        ({"session": "S0000000B", "branch": "x"}, "branch"),
        ({"session": "S0000000B", "branch": "A|B"}, "branch"),
        ({"session": "S0000000B", "hours": 0}, "window"),
        ({"session": "S0000000B", "hours": -1}, "window"),
        ({"session": SESSION}, "taken"),
    ],
)
def test_a_session_that_cannot_be_is_not_planned(hq, plan, reason):
    with pytest.raises(SessionRefused) as refused:
        hq.plan(**plan)
    assert refused.value.facts["reason"] == reason
    with hq.desk() as desk:
        assert [one.id for one in desk.sessions()] == [SESSION]


def test_a_session_needs_a_pack_that_was_published_and_not_withdrawn(hq):
    with pytest.raises(PackUnknown):
        hq.plan("S0000000B", pack="OTHER")
    with hq.desk() as desk:
        desk.revoke("pack", "COURSE-1")
    with pytest.raises(PackUnknown):
        hq.plan("S0000000B")


def test_slots_made_before_stay_byte_for_byte_when_a_session_is_added(hq):
    hq.plan("S0000000B", branch="SH-PD02")
    with hq.desk() as desk:
        both = desk.write_slots(hq.stick / "both.slots")
        again = desk.write_slots(hq.stick / "again.slots")
        shanghai = desk.write_slots(hq.stick / "shanghai.slots", branch="SH-PD02")
    assert both.slots == again.slots
    assert {slot.branch for slot in shanghai.slots} == {"SH-PD02"}
    assert set(shanghai.slots) < set(both.slots)


def test_a_slot_file_that_cannot_be_written_is_refused_and_made_another_time(hq):
    with hq.desk() as desk:
        for place in (hq.stick, hq.stick / "1.pack" / "s.slots"):
            with pytest.raises(FileNotWritten):
                desk.write_slots(place)
        assert [plan.session for plan in desk.write_slots(hq.stick / "s.slots").sessions] == [SESSION]


def test_a_session_long_over_leaves_the_slot_file(hq):
    hq.clock.forward(31 * DAY)
    with hq.desk() as desk:
        assert desk.write_slots(hq.stick / "late.slots").slots == ()

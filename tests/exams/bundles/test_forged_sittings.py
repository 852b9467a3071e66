"""Sittings given to others, devices that are not one's own, papers that somebody chose (section 10, C11 to C19)."""

from dataclasses import replace

import pytest

from exams.devices.identity import DeviceKeys
from exams.journal.line import Event
from exams.trust.keys import SigningKey
from tests.exams.bundles.day import changed
from tests.exams.bundles.forging import consistent, forged, places
from tests.exams.bundles.hr_room import plan_of, record_for, refusals
from tests.exams.desk.branch_pc import HOUR, ZHIYUAN
from tests.exams.desk.sealed_branch import ELSEWHERE, HERE


def given_to(told, staff, att, *, paper=True):
    """The sitting's lines once more, as another person's."""
    copy = []
    for one in told:
        if one.att == att and one.event == Event.START:
            own = {**one.facts["paper"], "staff": staff} if paper else one.facts["paper"]
            one = one.saying(staff=staff, paper=own)  # noqa: PLW2901
        copy.append(one)
    return copy


def test_c11_a_sitting_copied_to_another_person_under_its_old_id_is_a_second_start(day):
    told = day.told
    copy = [one for one in given_to(told, ZHIYUAN.staff_id, day.sitting.id) if one.att == day.sitting.id]
    later = [one.after(HOUR) for one in copy]
    assert "E_DUP_ATTEMPT" in day.forge(told + later)


def test_c11_a_sitting_given_to_another_person_asks_for_another_id_and_another_paper(day):
    told = given_to(day.told, ZHIYUAN.staff_id, day.sitting.id)
    assert day.forge(told) == ["E_ATTEMPT_ID", "E_PAPER"]
    assert day.forge(told, renamed=True) == ["E_PAPER"]
    half = given_to(day.told, ZHIYUAN.staff_id, day.sitting.id, paper=False)
    assert day.forge(half, renamed=True) == ["E_ATTEMPT_SHAPE"]


def test_c11_the_same_try_begun_twice_is_a_duplicate(day):
    told = day.told
    copy = [replace(one, att="1" * 16).after(2 * HOUR) for one in told if one.att == day.sitting.id]
    copy[0] = copy[0].saying(seen=sorted(place["item"] for place in copy[0].facts["paper"]["items"]))
    assert "E_DUP_ATTEMPT" in day.forge(told + copy, renamed=True)


def test_c12_another_branchs_journal_under_ones_own_record_is_refused(day):
    own = DeviceKeys.generate()
    stolen = replace(day.bundle, record=record_for(day.pc.stick.hq, own))
    assert set(refusals(day.room.verify(stolen))) == {"E_CHECKPOINT", "E_UNSIGNED_TAIL"}
    record = record_for(day.pc.stick.hq, own, "D00000009", "SH-PD02")
    resigned = forged(replace(day.bundle, serial="D00000009", record=record), day.told, own, "D00000009")
    assert refusals(day.room.verify(resigned)) == ["E_UNKNOWN_DEVICE"]
    told = day.told
    told[0] = told[0].saying(device="D00000009")
    renamed = forged(replace(day.bundle, serial="D00000009", record=record), told, own, "D00000009", renamed=True)
    assert refusals(day.room.verify(renamed)) == ["E_SESSION"]


def test_c16_whatever_is_restored_the_paper_is_the_same(fresh, tmp_path):
    old = fresh.pc.power_cut(tmp_path / "old")
    first = fresh.begin().sitting.paper
    assert old.begin_final(code=fresh.pc.room_code).paper == first
    old.close()


def test_c16_a_paper_that_somebody_chose_is_found(day):
    told = day.told
    at = places(told, Event.START)[0]
    paper = told[at].facts["paper"]
    items = [dict(one) for one in paper["items"]]
    items[0], items[1] = {**items[1], "position": 1}, {**items[0], "position": 2}
    chosen = [
        one
        for one in changed(told, at, paper={**paper, "items": items})
        if one.event != Event.ANSWER or one.facts["position"] > 2
    ]
    chosen = consistent(day.bundle, chosen, day.room, day.pc.device)
    assert day.forge(chosen, renamed=True) == ["E_PAPER"]


@pytest.mark.parametrize(("facts", "reason"), [({"seed": "lucky"}, "seed"), ({}, "seen"), (None, "pack")])
def test_c16_the_inputs_of_the_draw_are_not_the_branchs_to_choose(day, facts, reason):
    told = day.told
    at = places(told, Event.START)[0]
    if facts is None:
        told = changed(told, at, content="0" * 64)
    elif facts:
        told = changed(told, at, paper={**told[at].facts["paper"], **facts})
    else:
        told = changed(told, at, seen=["1.1-s3"])
    verdict = day.room.verify(forged(day.bundle, told, day.pc.device, renamed=True))
    found = [one for one in verdict.findings if one.refuses]
    assert [(one.code, one.facts["reason"]) for one in found] == [("E_PAPER", reason)]


def test_c19_a_session_of_another_branch_or_one_never_released_is_refused(day):
    session = day.room.sessions[HERE.session]
    for wrong in (
        {},
        {HERE.session: plan_of(replace(HERE, branch=ELSEWHERE.branch))},
        {HERE.session: replace(session, releases=())},
    ):
        assert refusals(day.room.verify(day.bundle, sessions=wrong)) == ["E_SESSION"]
    hq = day.pc.stick.hq
    withdrawn = replace(hq.revocations, sessions=frozenset({HERE.session}))
    assert refusals(day.room.verify(day.bundle, revocations=withdrawn)) == ["E_SESSION"]


def test_nobody_but_the_ca_enrols_a_device(day):
    stranger = record_for(day.pc.stick.hq, day.pc.device, signer=SigningKey.generate())
    assert refusals(day.room.verify(replace(day.bundle, record=stranger))) == ["E_SIG"]


def swapped(told, first, second):
    """Two lines change places; each keeps the other's moment."""
    one, two = told[first], told[second]
    told = list(told)
    told[first], told[second] = replace(two, moment=one.moment), replace(one, moment=two.moment)
    return told


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda told: swapped(told, places(told, Event.SUBMIT)[0], places(told, Event.ANSWER)[-1]), "answer"),
        (lambda told: swapped(told, places(told, Event.SUBMIT)[0], places(told, Event.GRADED)[0]), "graded"),
        (lambda told: [*told, told[places(told, Event.SUBMIT)[0]].after(HOUR)], "submit"),
        (lambda told: changed(told, places(told, Event.ANSWER)[0], item="1.1-x9"), "facts"),
        (lambda told: changed(told, places(told, Event.SUBMIT)[0], cause="wish"), "facts"),
        (lambda told: changed(told, places(told, Event.ANSWER)[0], position=99), "line"),
        (lambda told: changed(told, places(told, Event.START)[0], limit_ms="soon"), "line"),
        (lambda told: changed(told, places(told, Event.START)[0], staff=["T1001"]), "start"),
    ],
)
def test_lines_that_the_app_would_not_have_written_there_are_no_sitting(day, spoil, reason):
    bundle = forged(day.bundle, spoil(day.told), day.pc.device, renamed=True)
    found = [one for one in day.room.verify(bundle).findings if one.code == "E_ATTEMPT_SHAPE"]
    assert [one.facts["reason"] for one in found] == [reason]


def test_lines_of_a_sitting_that_never_began_are_found(day):
    told = day.told
    del told[places(told, Event.START)[0]]
    assert refusals(day.room.verify(forged(day.bundle, told, day.pc.device))) == ["E_ATTEMPT_SHAPE"]


def test_a_journal_begins_once(day):
    twice = [day.told[0], *day.told]
    assert "E_UNKNOWN_DEVICE" not in day.forge(twice, renamed=True)
    assert day.forge(day.told[1:], renamed=True) == ["E_UNKNOWN_DEVICE"]

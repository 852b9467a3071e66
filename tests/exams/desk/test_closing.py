"""What a session leaves behind: incidents, sums that HR counts again, papers printed where a PC failed."""

import pytest

from exams.bundles.verify import verify_bundle
from exams.desk.errors import ForeignSitting, NoReason, NoSession, NotOnRoster
from exams.desk.incident_book import IncidentGroup
from exams.journal.line import Event
from exams.packs.briefs import RoomRules
from exams.packs.manifest import Grading
from tests.exams.bundles.forging import forged, lines_of
from tests.exams.bundles.hr_room import HrRoom, handed_in
from tests.exams.desk.branch_pc import MINUTE, XIAOYU, ZHIYUAN
from tests.exams.desk.exam_room import HERE, a_room_pc, checked_in

S, WHY = HERE.session, "fire alarm"


@pytest.fixture
def pc(sticks, tmp_path):
    pc = a_room_pc(tmp_path / "home", sticks(Grading.WITH_UNLOCK), rules=RoomRules())
    yield pc
    pc.close()


@pytest.fixture
def held(pc):
    """Two sat: one was given five minutes and handed in, the other was made void after a pause; one incident."""
    for staff_id in ("T1001", "T1002"):
        checked_in(pc, staff_id)
    first, second = (pc.begin_final(person, pc.room_code) for person in (XIAOYU, ZHIYUAN))
    pc.room.pause_session(S, WHY)
    pc.clock.forward(2 * MINUTE)
    pc.room.resume_session(S, WHY)
    pc.room.extend(first.id, 5, WHY)
    pc.room.incidents.note(S, IncidentGroup.ROOM, "the alarm rang for two minutes")
    pc.room.incidents.note(S, IncidentGroup.PERSON, "had a second badge", second.id)
    pc.room.void(second.id, "sat for somebody else")
    pc.desk(XIAOYU).hand_in(first.id)
    pc.room.close_session(S)
    return first, second


def refused(act, *args):
    with pytest.raises((NoReason, NoSession, ForeignSitting)) as refusal:
        act(*args)
    return type(refusal.value)


@pytest.mark.feature("d7")
def test_incidents_stand_in_groups_with_their_time_and_their_sitting(pc, held):
    first, second = pc.room.incidents.of(S)
    assert (first.group, first.text, first.by, first.sitting) == ("room", "the alarm rang for two minutes", "P2001", "")
    assert (second.group, second.sitting) == ("person", held[1].id)
    assert first.wt == pc.clock.now().wt
    assert Event.INCIDENT in pc.events(held[1].id)


@pytest.mark.feature("d7")
def test_an_incident_without_words_of_another_session_or_after_the_closing_is_refused(pc, held):
    note = pc.room.incidents.note
    assert refused(note, S, IncidentGroup.PC, "the screen flickers") is NoSession
    assert len(pc.room.incidents.of(S)) == 2


@pytest.mark.feature("d7")
def test_an_incident_needs_words_and_a_sitting_of_its_session(pc):
    note = pc.room.incidents.note
    assert refused(note, S, IncidentGroup.PC, " ") is NoReason
    assert refused(note, S, IncidentGroup.PC, "it flickers", "0" * 16) is ForeignSitting


@pytest.mark.feature("d12")
def test_the_closing_line_says_what_was_counted_and_the_report_says_the_same(pc, held):
    line = next(record.facts() for record in pc.records() if record.line.type == Event.SESSION_CLOSE)
    sums = line["closing"]
    assert sums == pc.room.report(S).sums
    counted = {"sittings": 2, "running": 0, "void": 1, "by_hand": 1, "by_time": 0, "forced": 0}
    times = {"extended_ms": 5 * MINUTE, "credited_ms": 0, "extra_ms": 0, "paused_ms": 4 * MINUTE}
    rest = {"checked_in": 2, "local": 0, "incidents": 2, "papers": 0, "overrides": 6, "by_phone": 0}
    assert {name: sums[name] for name in (*counted, *times, *rest)} == {**counted, **times, **rest}


@pytest.mark.feature("d12")
def test_hr_counts_again_and_believes_the_report_that_agrees(pc, held):
    room = HrRoom(pc.stick, pc.content, Grading.WITH_UNLOCK)
    assert verify_bundle(room.seal(handed_in(pc)), room.trust()).codes == ("W_NO_ANCHOR", "W_PAUSE")


@pytest.mark.feature("d12")
@pytest.mark.parametrize("name", ["sittings", "extended_ms", "incidents", "checked_in", "void"])
def test_hr_finds_a_report_that_says_less_than_the_journal(pc, held, name):
    bundle = handed_in(pc)
    told = lines_of(bundle)
    place = next(at for at, line in enumerate(told) if line.event == Event.SESSION_CLOSE)
    told[place] = told[place].saying(closing={**told[place].facts["closing"], name: 0})
    spoilt = forged(bundle, told, pc.device)
    room = HrRoom(pc.stick, pc.content, Grading.WITH_UNLOCK)
    verdict = verify_bundle(room.seal(spoilt), room.trust())
    found = [one.facts for one in verdict.findings if one.code == "E_REPORT"]
    assert found == [{"session": S, "sum": name}]


@pytest.mark.feature("c12")
def test_a_checked_in_persons_own_paper_is_printed_once_unlocked_and_that_is_written_down(pc):
    checked_in(pc)
    paper = pc.room.fallback.print_for(S, "T1001", "the PC does not start", "P2001")
    assert (paper.name, paper.seat, paper.minutes) == ("王小雨", "", 20)
    on_screen = pc.begin_final(XIAOYU, pc.room_code)
    wordings = [pc.desk().question(on_screen.id, one.position) for one in on_screen.paper.items]
    assert list(paper.questions) == wordings
    facts = next(record.facts() for record in pc.records() if record.line.type == Event.PAPER_PRINTED)
    assert (facts["staff"], facts["reason"], facts["paper"]) == ("T1001", "the PC does not start", paper.digest)
    assert pc.room.report(S).sums["papers"] == 1


@pytest.mark.feature("c12")
def test_no_paper_is_printed_without_a_reason_a_check_in_or_an_open_session(pc):
    with pytest.raises(NotOnRoster):
        pc.room.fallback.print_for(S, "T1001", WHY, "P2001")
    checked_in(pc)
    with pytest.raises(NoReason):
        pc.room.fallback.print_for(S, "T1001", "", "P2001")
    pc.room.close_session(S)
    with pytest.raises(NoSession):
        pc.room.fallback.print_for(S, "T1001", WHY, "P2001")
    assert Event.PAPER_PRINTED not in pc.events()

"""A room rehearsed before the day: the same desks and the same journal, and nothing of it counts anywhere."""

import hashlib
from dataclasses import replace

import pytest

from exams.accounts.errors import StartCodeRefused
from exams.bundles.verify import verify_bundle
from exams.desk.check_in import Seen
from exams.desk.errors import CannotBegin, NotCertifiable, SessionStillOpen, WrongCode
from exams.desk.handover import hand_over
from exams.desk.incident_book import IncidentGroup
from exams.desk.rehearsals import Mend, room_outcome
from exams.devices.errors import HandoverRefused
from exams.journal.check import check_chain
from exams.journal.line import Event
from exams.packs.briefs import NO_RULES, RoomRules
from exams.packs.manifest import Grading
from exams.papers.codec import canonical, paper_to_json
from exams.sittings.sitting import Kind, State
from exams.sittings.tries import Obstacle
from exams.store.content_errors import ExamSealed
from tests.exams.bundles.forging import forged, lines_of
from tests.exams.bundles.hr_room import HrRoom, handed_in
from tests.exams.desk.branch_pc import MINUTE, XIAOYU, ZHIYUAN
from tests.exams.desk.exam_room import HERE, an_enrolled_pc
from tests.exams.desk.sealed_branch import answers

WHY = "to try it"


@pytest.fixture
def stick(sticks):
    return sticks(Grading.WITH_UNLOCK)


@pytest.fixture
def pc(stick, tmp_path):
    """Headquarters has planned a session and given no code yet."""
    pc = an_enrolled_pc(tmp_path / "home", stick, rules=NO_RULES)
    yield pc
    pc.close()


def rehearsing(pc):
    """The session's id; the room code is kept at the PC."""
    session, pc.room_code = pc.room.rehearsals.open("演练")
    return session.id


def rehearses(pc, person=XIAOYU):
    return pc.desk(person).begin(Kind.REHEARSAL, code=pc.room_code)


def goes_through(pc):
    """One person checks in, begins, saves an answer, is paused and given time, and hands in; the session is closed."""
    session = rehearsing(pc)
    pc.room.check_in.check_in(session, "T1001", Seen(id_checked=True, seat="A1"))
    sitting = rehearses(pc)
    pc.desk().answer(sitting.id, 1, _some(sitting.paper.at(1)))
    pc.room.pause(sitting.id, WHY)
    pc.clock.forward(MINUTE)
    pc.room.resume(sitting.id, WHY)
    pc.room.extend(sitting.id, 5, WHY)
    pc.desk().hand_in(sitting.id)
    return sitting, pc.room.close_session(session)


@pytest.fixture(scope="module")
def gone(sticks, tmp_path_factory):
    """A PC on which that has happened, the sitting and the report; nobody works on it any more."""
    pc = an_enrolled_pc(tmp_path_factory.mktemp("gone") / "home", sticks(Grading.WITH_UNLOCK), rules=NO_RULES)
    yield pc, *goes_through(pc)
    pc.close()


def _some(place):
    letters = place.order or ("B",)
    return {"multiple": [letters[0]], "truefalse": True, "numerical": "12"}.get(place.type.value, letters[0])


def test_a_room_is_rehearsed_without_headquarters_and_the_exam_stays_sealed(gone):
    pc, sitting, report = gone
    ended = pc.book.load(sitting.id)
    assert (ended.kind, ended.state) == (Kind.REHEARSAL, State.GRADED)
    assert not {place.item for place in ended.paper.items} & set(answers(pc))
    assert (report.session.rehearsal, report.session.open) == (True, False)
    assert (report.sums["sittings"], report.sums["checked_in"], report.sums["extended_ms"]) == (1, 1, 5 * MINUTE)
    with pytest.raises(ExamSealed):
        pc.office.door.items_key(report.session.id)


def test_a_rehearsal_uses_no_try_gives_no_certificate_and_feeds_no_notebook(gone):
    pc, sitting, _ = gone
    assert [pc.desk().offer(kind).attempt for kind in (Kind.FINAL, Kind.MOCK)] == [1, 1]
    assert pc.desk().learning.mistakes() == ()
    with pytest.raises(NotCertifiable):
        pc.book.certified(sitting.id, "N", "0" * 64)


def test_the_final_waits_while_the_room_is_rehearsed_and_nothing_is_rehearsed_in_what_counts(pc):
    session = rehearsing(pc)
    assert pc.desk().offer(Kind.FINAL).obstacle is Obstacle.NO_SESSION
    with pytest.raises(CannotBegin):
        pc.begin_final(code=pc.room_code)
    with pytest.raises(SessionStillOpen):
        pc.unlock()
    pc.room.close_session(session)
    pc.unlock()
    assert pc.desk().offer(Kind.REHEARSAL).obstacle is Obstacle.NO_SESSION


def test_a_rehearsal_asks_for_the_code_of_the_room(pc):
    rehearsing(pc)
    with pytest.raises(WrongCode):
        pc.desk().begin(Kind.REHEARSAL, code="ABCDE-FGHJK")
    assert rehearses(pc).is_open


def test_where_the_day_has_start_codes_the_rehearsal_has_them_too(stick, tmp_path):
    pc = an_enrolled_pc(tmp_path / "coded", stick, rules=RoomRules(start_code=True))
    session = rehearsing(pc)
    with pytest.raises(StartCodeRefused):
        rehearses(pc)
    pc.room.check_in.check_in(session, "T1001", Seen(id_checked=True))
    code, _until = pc.room.check_in.start_code(session, "T1001")
    assert pc.desk().begin(Kind.REHEARSAL, code=code).is_open
    pc.close()


def test_the_journal_tells_a_rehearsal_its_chain_holds_and_the_cache_is_rebuilt_from_it(gone):
    pc = gone[0]
    told = [record.facts() for record in pc.records() if record.line.type == Event.SESSION_OPEN]
    assert [facts.get("kind") for facts in told] == ["rehearsal"]
    assert not list(check_chain(pc.office.journal.rows()))
    before = pc.caches()
    pc.book.rebuild()
    assert pc.caches() == before


def test_after_a_restart_a_rehearsal_waits_for_the_proctor_as_a_final_does(pc):
    rehearsing(pc)
    sitting = rehearses(pc)
    pc.clock.forward(5 * MINUTE)
    pc.reopen()
    assert pc.desk().open_sitting().id == sitting.id
    assert [one.id for one in pc.room.waiting()] == [sitting.id]
    assert pc.room.resume(sitting.id, WHY, 1).is_open


def test_the_paper_of_a_rehearsal_is_the_one_the_person_gets_on_the_screen(pc):
    session = rehearsing(pc)
    pc.room.check_in.check_in(session, "T1001", Seen(id_checked=True))
    printed = pc.room.fallback.print_for(session, "T1001", WHY, "P2001")
    shown = rehearses(pc).paper
    assert [one.position for one in printed.questions] == [place.position for place in shown.items]
    assert printed.digest == hashlib.sha256(canonical(paper_to_json(shown))).hexdigest()


def test_a_rehearsal_is_not_carried_to_another_pc(pc):
    rehearsing(pc)
    sitting = rehearses(pc)
    with pytest.raises(HandoverRefused):
        hand_over(pc.office, pc.room, sitting.id, b"{}", WHY)


def test_hr_takes_the_bundle_in_and_knows_of_no_result_until_the_real_final(pc, stick, content):
    goes_through(pc)
    hr = HrRoom(stick, content, Grading.WITH_UNLOCK)
    verdict = hr.take_in(handed_in(pc))
    assert (verdict.accepted, verdict.sittings) == (True, ())
    room_code = pc.unlock()
    assert pc.desk().offer(Kind.FINAL).obstacle is Obstacle.NONE
    final = pc.begin_final(code=room_code)
    pc.desk().hand_in(final.id)
    pc.room.close_session(HERE.session)
    judged = hr.verify(handed_in(pc))
    assert [(one.id, one.sitting.paper.attempt) for one in judged.sittings] == [(final.id, 1)]


def test_hr_finds_a_rehearsal_whose_closing_line_was_forged(gone, stick, content):
    pc = gone[0]
    hr, bundle = HrRoom(stick, content, Grading.WITH_UNLOCK), handed_in(pc)
    told = lines_of(bundle)
    at = next(n for n, line in enumerate(told) if line.event == Event.SESSION_CLOSE)
    closing = {**told[at].facts["closing"], "sittings": 0}
    told[at] = told[at].saying(closing=closing)
    raw = hr.seal(forged(bundle, told, pc.device))
    assert "E_REPORT" in verify_bundle(raw, hr.trust()).codes


def test_what_a_rehearsal_showed_names_all_that_is_to_be_mended(pc):
    session = rehearsing(pc)
    for staff_id in ("T1001", "T1002", "T1003"):
        pc.room.check_in.check_in(session, staff_id, Seen(id_checked=True))
    first, second = rehearses(pc), rehearses(pc, ZHIYUAN)
    pc.desk().answer(first.id, 1, _some(first.paper.at(1)))
    pc.desk().focus(first.id, True)
    pc.clock.forward(3_000)
    pc.desk().focus(first.id, False)
    pc.desk().hand_in(first.id)
    pc.room.force(second.id, WHY)
    pc.room.incidents.note(session, IncidentGroup.PC, "the mouse is broken")
    outcome = room_outcome(pc.room.close_session(session))
    assert (outcome.started, outcome.handed_in, outcome.saved) == (2, 1, 1)
    assert (outcome.window_left, outcome.away_ms) == (1, 3_000)
    assert dict(outcome.mend) == {
        Mend.NOT_BEGUN: 1,
        Mend.NOT_HANDED_IN: 1,
        Mend.NOTHING_SAVED: 1,
        Mend.WINDOW_LEFT: 1,
        Mend.INCIDENTS: 1,
    }


def test_a_room_in_which_all_went_well_has_nothing_to_mend_and_one_nobody_came_to_proves_nothing(gone):
    report = gone[2]
    assert room_outcome(report).mend == ()
    emptied = replace(report, sittings=())
    assert room_outcome(emptied).mend == ((Mend.NOBODY_BEGAN, 1),)

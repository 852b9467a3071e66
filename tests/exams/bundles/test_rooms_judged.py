"""HR holds a room against headquarters' own plan and log: who was expected, when, which minutes, and the report."""

from dataclasses import replace

import pytest

from exams.bundles.hr_trust import Granted
from exams.desk.check_in import Seen
from exams.desk.incident_book import IncidentGroup
from exams.journal.line import Event
from exams.packs.briefs import RoomRules
from tests.exams.bundles.day import changed
from tests.exams.bundles.forging import forged, places
from tests.exams.bundles.hr_room import SERIAL, handed_in, refusals
from tests.exams.desk.branch_pc import MINUTE, NOON
from tests.exams.desk.sealed_branch import HERE

S, WHY = HERE.session, "as it happened"


def planned(day, **told):
    """Headquarters' plan says more of the session."""
    return {**day.room.sessions, S: replace(day.room.sessions[S], **told)}


def codes(day, **told):
    return set(day.room.verify(day.bundle, sessions=planned(day, **told)).codes)


@pytest.mark.feature("d3")
def test_i05_who_sat_without_standing_on_the_roster_is_counted(day):
    assert codes(day, roster=frozenset({"T1001"})) == {"W_NO_ANCHOR"}
    assert codes(day, roster=frozenset({"T1002"})) == {"W_NO_ANCHOR", "W_NOT_ON_ROSTER"}


@pytest.mark.feature("d1")
def test_who_began_after_the_door_was_closed_is_not_accepted(day):
    assert codes(day, rules=RoomRules(entry_until_wt=NOON + 1)) == {"W_NO_ANCHOR"}
    assert codes(day, rules=RoomRules(entry_until_wt=NOON)) == {"W_NO_ANCHOR", "E_LATE_ENTRY"}


@pytest.mark.feature("d1")
def test_who_handed_in_earlier_than_allowed_is_counted(day):
    assert codes(day, rules=RoomRules(earliest_ms=MINUTE)) == {"W_NO_ANCHOR"}
    assert codes(day, rules=RoomRules(earliest_ms=19 * MINUTE)) == {"W_NO_ANCHOR", "W_EARLY_HAND_IN"}


def beyond(day, **facts):
    """The branch's administrator adds 45 minutes under a nonce, and chains and signs all of it anew."""
    told = day.told
    start = places(told, Event.START)[0]
    line = told[start].after(1000)
    extend = replace(line, event=Event.EXTEND, facts={"by": "P2001", "reason": WHY, "ms": 45 * MINUTE, **facts})
    return [*told[: start + 1], extend, *told[start + 1 :]]


@pytest.mark.feature("d6")
def test_minutes_above_the_limit_need_headquarters_log_and_a_forged_nonce_is_found(day):
    bundle = forged(day.bundle, beyond(day, phone="ABCDEFGHJK"), day.pc.device)

    def judged(*granted):
        return refusals(day.room.verify(bundle, granted=dict(zip(["ABCDEFGHJK"], granted, strict=False))))

    assert judged(Granted(SERIAL, "T1001", 45)) == []
    for other in ((), (Granted(SERIAL, "T1001", 44),), (Granted("D00000009", "T1001", 45),)):
        assert judged(*other) == ["E_OVERRIDE"]
    assert "E_EXTRA_TIME" in day.forge(beyond(day))


@pytest.mark.feature("d12")
def test_a_session_closed_in_a_later_bundle_is_counted_over_both(fresh):
    day = fresh
    day.proctor.check_in.check_in(S, "T1001", Seen(id_checked=True))
    day.begin().answer(1)
    day.proctor.extend(day.sitting.id, 5, WHY)
    first = day.room.seal(day.bundle)
    assert day.room.take_in(first).accepted
    size = day.pc.office.journal.head()[0]
    day.answer(2).hand_in()
    day.proctor.incidents.note(S, IncidentGroup.PC, WHY)
    sums = day.proctor.close_session(S).sums
    assert (sums["extended_ms"], sums["checked_in"], sums["incidents"]) == (5 * MINUTE, 1, 1)
    verdict = day.room.verify(handed_in(day.pc, size + 1))
    assert [one.code for one in verdict.findings if one.refuses] == []


@pytest.mark.feature("d12")
@pytest.mark.parametrize("closing", [None, {}, {"sittings": 0}])
def test_a_closing_line_that_counts_less_than_the_journal_or_nothing_is_found(day, closing):
    day.proctor.close_session(S)
    told = day.told
    at = places(told, Event.SESSION_CLOSE)[0]
    genuine = told[at].facts["closing"]
    spoilt = {**genuine, **closing} if closing else closing
    assert "E_REPORT" in day.forge(changed(told, at, closing=spoilt))
    assert day.forge(changed(told, at, closing=genuine)) == []


@pytest.mark.feature("d12")
def test_a_sitting_made_void_after_the_closing_does_not_spoil_the_report(day):
    day.proctor.close_session(S)
    day.proctor.void(day.sitting.id, WHY)
    assert "E_REPORT" not in day.room.verify(day.bundle).codes

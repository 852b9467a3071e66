"""HR joins the two halves of a sitting that changed its PC, and finds what one half hides."""

from dataclasses import replace

import pytest

from exams.bundles.retold import disagreements, retell
from exams.desk.handover import ask_handover, hand_over, take_over
from exams.journal.line import Event, Record, read_line
from exams.packs.briefs import NO_RULES
from exams.packs.manifest import Grading
from exams.trust.shapes import base64_text
from exams.trust.strict_json import read_json, write_json
from tests.exams.bundles.forging import forged, lines_of, places
from tests.exams.bundles.hr_room import HrRoom, handed_in, record_for, refusals
from tests.exams.desk.branch_pc import MINUTE
from tests.exams.desk.course import two_chapters
from tests.exams.desk.exam_room import a_room_pc
from tests.exams.desk.sealed_branch import answer_all, answers, make_stick

OLD, SPARE = "D00000001", "D00000002"
WHY = "power supply"


class Swap:
    """Two PCs of one session, and what each hands in after a sitting went from one to the other."""

    def __init__(self, folder):
        self.stick = make_stick(folder / "stick", two_chapters(folder / "assets"), Grading.WITH_UNLOCK)
        self.old, self.spare = (a_room_pc(folder / name, self.stick, name, NO_RULES) for name in (OLD, SPARE))
        old, spare = self.old, self.spare
        sitting = old.begin_final(code=old.room_code)
        right = answers(old)
        for place in sitting.paper.items[:3]:
            old.clock.forward(20_000)
            old.desk().answer(sitting.id, place.position, right[place.item])
        request = ask_handover(spare.office, spare.room)
        raw = hand_over(old.office, old.room, sitting.id, request, WHY)
        spare.clock.forward(3 * MINUTE)
        self.id = sitting.id
        sitting = take_over(spare.office, spare.room, raw)
        spare.clock.forward(MINUTE)
        answer_all(spare, sitting)
        self.done = spare.desk().hand_in(sitting.id)
        for pc in (old, spare):
            pc.reopen()  # the answers are put away
        self.halves = {OLD: handed_in(old, serial=OLD), SPARE: handed_in(spare, serial=SPARE)}

    def room(self):
        return HrRoom(self.stick, self.old.home / "packs" / "TELE-1" / "content.sqlite", Grading.WITH_UNLOCK)

    def forge(self, serial, change):
        """A half whose lines an administrator has changed under the device's own key."""
        pc, bundle = {OLD: self.old, SPARE: self.spare}[serial], self.halves[serial]
        return forged(bundle, change(lines_of(bundle)), pc.device, serial)


@pytest.fixture(scope="module")
def swap(tmp_path_factory):
    made = Swap(tmp_path_factory.mktemp("swap"))
    yield made
    made.old.close()
    made.spare.close()


def reasons(verdict, code="E_HANDOVER_PAIR"):
    return {one.facts.get("reason") for one in verdict.findings if one.code == code}


@pytest.mark.feature("d10")
@pytest.mark.parametrize("order", [(OLD, SPARE), (SPARE, OLD)])
def test_whichever_half_comes_first_the_sitting_counts_once_with_its_result(swap, order):
    room = swap.room()
    first, second = (room.take_in(swap.halves[serial]) for serial in order)
    assert (refusals(first), refusals(second)) == ([], [])
    (judged,) = [*first.sittings, *second.sittings]
    assert (judged.id, judged.accepted, judged.result) == (swap.id, True, swap.done.result)
    assert "W_HANDOVER_HALF" in first.codes
    assert "W_HANDOVER_HALF" not in second.codes
    (tried,) = room.tries["T1001"]
    assert (tried.sitting, tried.serial, tried.passed) == (swap.id, OLD, swap.done.result.passed)


def test_the_time_between_the_two_is_told_as_a_pause(swap):
    verdict = swap.room().verify(swap.halves[SPARE])
    (gap,) = [one for one in verdict.findings if one.code == "W_PAUSE"]
    assert gap.facts == {"cause": "pause", "ms": 2 * MINUTE}


def gone_on(told):
    """The old PC writes another answer behind its hand-over."""
    at = places(told, Event.HANDOVER)[-1]
    answer = told[places(told, Event.ANSWER)[0]]
    return [*told[: at + 1], answer.after(5 * MINUTE), *[one.after(5 * MINUTE) for one in told[at + 1 :]]]


@pytest.mark.feature("d10")
def test_a_sitting_that_went_on_at_both_is_found_whichever_half_comes_first(swap):
    both = swap.forge(OLD, gone_on)
    room = swap.room()
    assert "went_on" in reasons(room.take_in(both))
    room = swap.room()
    room.take_in(swap.halves[SPARE])
    assert "went_on" in reasons(room.take_in(both))


@pytest.mark.feature("d10")
def test_an_old_pc_whose_disk_was_put_back_and_that_tells_of_no_hand_over_is_found(swap):
    """As it stood before the hand-over: nothing in its own journal tells of one."""
    restored = swap.forge(OLD, lambda told: told[: places(told, Event.HANDOVER)[-1]])
    room = swap.room()
    room.take_in(swap.halves[SPARE])
    assert "went_on" in reasons(room.take_in(restored))


def test_an_old_pc_that_told_otherwise_before_its_hand_over_is_found(swap):
    """It comes first and is shorter than what it had handed over."""

    def otherwise(told):
        return better_answers(told)[: places(told, Event.HANDOVER)[-1]]

    room = swap.room()
    room.take_in(swap.forge(OLD, otherwise))
    assert reasons(room.take_in(swap.halves[SPARE])) == {"differs"}


def test_a_half_that_comes_while_the_sitting_still_ran_is_no_contradiction(swap):
    running = swap.forge(OLD, lambda told: told[: places(told, Event.HANDOVER)[-1]])
    room = swap.room()
    room.take_in(running)
    assert refusals(room.take_in(swap.halves[SPARE])) == []


def better_answers(told):
    at = places(told, Event.ANSWER)[0]
    return [*told[:at], told[at].saying(value=None), *told[at + 1 :]]


@pytest.mark.feature("d10")
def test_halves_that_tell_different_answers_are_found_whichever_comes_first(swap):
    other = swap.forge(OLD, better_answers)
    for order in ((other, swap.halves[SPARE]), (swap.halves[SPARE], other)):
        room = swap.room()
        verdicts = [room.take_in(one) for one in order]
        assert reasons(verdicts[1]) == {"differs"}


def test_answers_carried_otherwise_than_the_old_pc_wrote_them_are_found(swap):
    def change(told):
        at = places(told, Event.CARRIED)[0]
        (seq, kind, body), *rest = told[at].facts["lines"]
        return [*told[:at], told[at].saying(lines=[[seq, kind, body.replace("{", "{ ", 1)], *rest]), *told[at + 1 :]]

    verdict = swap.room().verify(swap.forge(SPARE, change))
    assert reasons(verdict) == {"differs"}


def test_lines_that_no_device_of_the_branch_has_signed_are_found(swap):
    strange = record_for(swap.stick.hq, swap.old.device, OLD, "SH-PD02")

    def unsigned(told):
        at = places(told, Event.HANDOVER)[-1]
        table = read_json(told[at].facts["envelope"].encode())
        (signature,) = table["signatures"]
        torn = write_json({**table, "signatures": [{**signature, "sig": base64_text(bytes(64))}]}).decode()
        return [*told[:at], told[at].saying(envelope=torn), *told[at + 1 :]]

    def of_another_branch(told):
        at = places(told, Event.HANDOVER)[-1]
        return [*told[:at], told[at].saying(record=base64_text(strange)), *told[at + 1 :]]

    for change in (unsigned, of_another_branch):
        verdict = swap.room().verify(swap.forge(SPARE, change))
        assert reasons(verdict) == {"signed"}
        assert not any(one.accepted for one in verdict.sittings)


def test_a_half_for_another_pc_is_not_this_ones(swap):
    third = a_room_pc(swap.old.home.parent / "third", swap.stick, "D00000003", NO_RULES)
    told = lines_of(swap.halves[SPARE])
    told[0] = told[0].saying(device="D00000003")
    bundle = replace(handed_in(third, serial="D00000003"), rows=())
    assert reasons(swap.room().verify(forged(bundle, told, third.device, "D00000003"))) == {"signed"}
    third.close()


def test_a_clock_of_the_spare_pc_that_is_behind_is_counted(swap):
    def earlier(told):
        at = places(told, Event.HANDOVER)[-1]
        return [one.after(0, wt=one.moment.wt - 10 * MINUTE) if place >= at else one for place, one in enumerate(told)]

    assert "W_CLOCK_BACK" in swap.room().verify(swap.forge(SPARE, earlier)).codes


@pytest.mark.feature("e9")
def test_a_sitting_that_changed_its_pc_is_replayed_from_its_very_start(swap):
    rows = (Record(read_line(raw), raw, body) for raw, body in swap.halves[SPARE].rows)
    told = retell([one for one in rows if one.line.att == swap.id])
    assert (told.steps[0].event, told.last.answers) == (Event.START, swap.done.answers)
    here = next(one for one in told.steps if one.event == Event.HANDOVER and one.sitting.is_open)
    assert len(told.steps[here.number - 2].sitting.answers) == 3
    assert list(disagreements(told, None, swap.done.result)) == []

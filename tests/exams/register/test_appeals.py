"""Appeals by their rules: in time, by the right person, decided by a second one, signed."""

from dataclasses import replace

import pytest

from exams.register.appeals import Appeal, AppealState, Decision, Relief, decided, entered, last_day, sign_decision
from exams.register.dispute_errors import AppealDecided, AppealLate, AppealRefused, BadDisputeRule, DecisionRefused
from exams.register.dispute_rules import DisputeRules, checked_rule
from exams.register.outcome import SittingRow
from exams.trust.envelope import Purpose, open_envelope
from exams.trust.errors import BadSignature
from exams.trust.keys import SigningKey

NOON = 1_795_608_000_000  # 2026-11-25 12:00 UTC
ROW = SittingRow(
    "s1", "D00000001", 3, "T1001", "BJ-WJ01", "TELE", "c", "final", "A", "S1", 1, NOON, NOON, "graded", 60,
    passed=False, accepted=True, settled=True, codes="", result="{}", tried="",
)  # fmt: skip
ASKED = Appeal(1, "s1", "T1001", 4, "i-4", "选项 B 也对", "2026-11-30", "", "CHEN", NOON)
FULL = Decision(AppealState.UPHELD, "两项均可，给分。", Relief.FULL)


@pytest.mark.feature("e4")
def test_the_last_day_is_counted_from_the_day_of_the_result():
    assert last_day(NOON, 15) == "2026-12-10"
    assert entered(ASKED, ROW, DisputeRules(), "2026-12-01").last_day == "2026-12-10"
    on_it = replace(ASKED, received_day="2026-12-10")
    assert entered(on_it, ROW, DisputeRules(), "2026-12-20").is_open


@pytest.mark.feature("e4", "e7")
def test_where_the_result_was_held_back_days_count_from_when_it_was_told():
    told = replace(ROW, told_wt=NOON + 4 * 86_400_000)
    assert entered(ASKED, told, DisputeRules(), "2026-12-01").last_day == "2026-12-14"
    late = replace(ASKED, received_day="2026-12-14")
    assert entered(late, told, DisputeRules(), "2026-12-20").is_open
    with pytest.raises(AppealLate):
        entered(late, ROW, DisputeRules(), "2026-12-20")


@pytest.mark.feature("e4")
def test_one_that_comes_late_is_refused_with_the_day_that_was_missed():
    late = replace(ASKED, received_day="2026-12-11")
    with pytest.raises(AppealLate) as caught:
        entered(late, ROW, DisputeRules(), "2026-12-20")
    assert caught.value.facts == {"received": "2026-12-11", "last_day": "2026-12-10"}


@pytest.mark.parametrize(
    ("change", "row", "reason"),
    [
        ({"entered_by": ""}, ROW, "name"),
        ({"staff_id": "T1002"}, ROW, "person"),
        ({}, replace(ROW, percent=-1), "result"),
        ({"reason": "  "}, ROW, "words"),
        ({"reason": "x" * 2001}, ROW, "words"),
        ({"reason": "x\u202ey"}, ROW, "words"),
        ({"reason": "x\udc80"}, ROW, "words"),
        ({"reason": "x\x00y"}, ROW, "words"),
        ({"received_day": "2026-11-24"}, ROW, "day"),
        ({"received_day": "2026-12-03"}, ROW, "day"),
        ({"received_day": "3.12."}, ROW, "day"),
    ],
)
def test_what_cannot_be_entered_says_why(change, row, reason):
    with pytest.raises(AppealRefused) as caught:
        entered(replace(ASKED, **change), row, DisputeRules(), "2026-12-02")
    assert caught.value.facts["reason"] == reason


@pytest.mark.feature("e4")
@pytest.mark.parametrize(("who", "reason"), [("CHEN", "same"), (" chen ", "same"), ("t1001", "own"), (" ", "name")])
def test_whoever_entered_it_and_whose_it_is_do_not_decide(who, reason):
    with pytest.raises(DecisionRefused) as caught:
        decided(ASKED, FULL, who, NOON, 1000)
    assert caught.value.facts["reason"] == reason


@pytest.mark.parametrize(
    ("decision", "position"),
    [
        (Decision(AppealState.OPEN, "x"), 4),
        (Decision(AppealState.REFUSED, "x", Relief.FULL), 4),
        (Decision(AppealState.REFUSED, "x", points=5), 4),
        (Decision(AppealState.UPHELD, "x"), 4),
        (Decision(AppealState.UPHELD, "x", Relief.POINTS, 0), 4),
        (Decision(AppealState.UPHELD, "x", Relief.POINTS, 1001), 4),
        (Decision(AppealState.UPHELD, "x", Relief.FULL), 0),
    ],
)
def test_points_that_do_not_fit_the_decision_are_refused(decision, position):
    with pytest.raises(DecisionRefused) as caught:
        decided(replace(ASKED, position=position), decision, "LI", NOON, 1000)
    assert caught.value.facts["reason"] == "points"


@pytest.mark.parametrize("words", ["", "x" * 2001, "x\x1b[31m", "\ud800"])
def test_an_answer_that_nobody_can_read_is_refused(words):
    with pytest.raises(DecisionRefused) as caught:
        decided(ASKED, replace(FULL, words=words), "LI", NOON, 1000)
    assert caught.value.facts["reason"] == "words"
    assert decided(ASKED, replace(FULL, words="第一行\n第二行 👍🏽"), "LI", NOON, 1000).words


def test_what_is_decided_stays_so():
    done = decided(ASKED, FULL, "LI", NOON, 1000)
    assert (done.outcome, done.points, done.decided_by) == (AppealState.UPHELD, 1000, "LI")
    with pytest.raises(AppealDecided):
        decided(done, FULL, "WU", NOON, 1000)


def test_a_wrong_key_is_only_flagged():
    done = decided(ASKED, Decision(AppealState.UPHELD, "答案有误", Relief.KEY), "LI", NOON, 1000)
    assert (done.points, done.wants_regrading) == (0, True)


@pytest.mark.feature("e4")
def test_the_signature_holds_everything_that_was_decided():
    key, done = SigningKey.generate(), decided(ASKED, FULL, "LI", NOON, 1000)
    raw = sign_decision(done, key)
    told = open_envelope(raw, Purpose.APPEAL, {key.keyid: key.public})
    assert (told["number"], told["points"], told["words"], told["decided_by"]) == (1, 1000, "两项均可，给分。", "LI")
    stranger = SigningKey.generate()
    with pytest.raises(BadSignature):
        open_envelope(raw, Purpose.APPEAL, {stranger.keyid: stranger.public})


@pytest.mark.parametrize(("name", "value"), [("appeal_days", 0), ("appeal_days", 366), ("marking_gap", -1)])
def test_a_rule_out_of_its_bounds_is_refused(name, value):
    with pytest.raises(BadDisputeRule):
        checked_rule(name, value)

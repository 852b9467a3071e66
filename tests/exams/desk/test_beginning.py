"""Before the clock starts: what is offered, what stands in the way, and that a paper depends on its seed alone."""

import pytest

from exams.desk.errors import CannotBegin, WrongCode
from exams.journal.errors import JournalBroken
from exams.journal.line import Event
from exams.sittings.sitting import Kind, State
from exams.sittings.tries import Obstacle
from exams.store.content_errors import NotInContent
from tests.exams.desk.answering import sit
from tests.exams.desk.branch_pc import (
    CODE,
    DAY,
    HOUR,
    MINUTE,
    PROCTOR,
    RUOXI,
    SESSION,
    TYPED,
    XIAOYU,
    ZHIYUAN,
    BranchPc,
)


def test_the_offer_says_what_the_blueprint_says(pc):
    offer = pc.desk().offer(Kind.FINAL)
    assert (offer.items, offer.minutes, offer.points, offer.pass_percent) == (7, 20, 12_000, 80)
    assert (offer.red_line_items, offer.red_line_needed) == (1, 1)
    assert (offer.attempt, offer.tries, offer.obstacle) == (1, 3, Obstacle.NONE)
    assert (offer.session, offer.open_sitting) == (SESSION, None)
    assert offer.titles == {"zh": "结业考试", "en": "Final examination"}


@pytest.mark.parametrize("typed", [CODE, TYPED, f"  {TYPED.upper()}  "])
def test_a_final_begins_with_the_code_of_the_open_session(pc, typed):
    sitting = pc.begin_final(code=typed)
    assert (sitting.kind, sitting.state, sitting.session) == (Kind.FINAL, State.OPEN, SESSION)
    assert sitting.remaining_ms == 20 * MINUTE


@pytest.mark.parametrize("typed", ["", CODE[:-1], CODE + "0", "7KQ2M-X9D4T-H", "验证码", "\x00"])
def test_without_the_code_nothing_begins_and_nothing_is_written(pc, typed):
    before = len(pc.records())
    with pytest.raises(WrongCode):
        pc.begin_final(code=typed)
    assert len(pc.records()) == before
    assert pc.desk().open_sitting() is None


def test_the_code_of_a_closed_session_opens_nothing(pc):
    pc.close_sessions()
    assert pc.desk().offer(Kind.FINAL).obstacle is Obstacle.NO_SESSION
    with pytest.raises(CannotBegin) as refused:
        pc.begin_final()
    assert refused.value.facts["obstacle"] == "no_session"


def test_the_code_of_yesterdays_session_does_not_open_todays(pc):
    pc.close_sessions()
    pc.clock.forward(DAY)
    pc.open_session("S00000002", "0000000000A")
    with pytest.raises(WrongCode):
        pc.begin_final()


@pytest.mark.parametrize(("kind", "chapter"), [(Kind.MOCK, None), (Kind.QUIZ, 1), (Kind.QUIZ, 2)])
def test_a_mock_and_a_quiz_need_neither_code_nor_session(pc, kind, chapter):
    pc.close_sessions()
    sitting = pc.desk().begin(kind, chapter)
    assert (sitting.kind, sitting.session) == (kind, "")


def test_a_quiz_has_no_clock(pc):
    assert pc.desk().begin(Kind.QUIZ, 1).remaining_ms is None


def test_there_is_no_quiz_for_a_chapter_that_is_not_there(pc):
    with pytest.raises(NotInContent):
        pc.desk().begin(Kind.QUIZ, 9)


@pytest.mark.feature("b8")
def test_extra_time_is_offered_given_and_written_down(pc):
    assert pc.desk(RUOXI).offer(Kind.FINAL).minutes == 30
    sitting = pc.begin_final(RUOXI)
    assert sitting.remaining_ms == 30 * MINUTE
    assert pc.records()[-1].facts()["extra_ms"] == 10 * MINUTE
    assert pc.desk(RUOXI).begin(Kind.QUIZ, 1).remaining_ms is None


@pytest.mark.feature("c5")
def test_the_same_person_in_the_same_session_gets_the_same_paper_on_another_pc(pc, tmp_path, content):
    other = BranchPc.set_up(tmp_path / "other", content)
    other.desk(ZHIYUAN).begin(Kind.QUIZ, 1)  # what else happened on the PC does not matter
    here, there = pc.begin_final(), other.begin_final()
    assert here.paper == there.paper
    assert here.id != there.id
    other.close()


@pytest.mark.feature("c5")
def test_neighbours_in_one_session_get_their_items_and_options_in_another_order(pc):
    first, second = pc.begin_final(XIAOYU).paper, pc.begin_final(ZHIYUAN).paper
    assert [(place.item, place.order) for place in first.items] != [(place.item, place.order) for place in second.items]


def test_each_mock_is_another_paper(pc):
    first = sit(pc, XIAOYU, Kind.MOCK)
    second = pc.desk().begin(Kind.MOCK)
    assert second.paper.seed != first.paper.seed


def test_beginning_twice_goes_on_with_the_first(pc):
    first = pc.begin_final()
    pc.clock.forward(minutes=1)
    again = pc.desk().begin(Kind.FINAL)
    assert (again.id, again.elapsed_ms) == (first.id, MINUTE)
    assert pc.desk().offer(Kind.FINAL).open_sitting == first.id


def test_a_quiz_does_not_go_on_as_the_quiz_of_another_chapter(pc):
    first = pc.desk().begin(Kind.QUIZ, 1)
    assert pc.desk().begin(Kind.QUIZ, 2).id != first.id


def test_a_final_is_gone_on_with_before_anything_else(pc):
    final = pc.begin_final()
    pc.desk().begin(Kind.QUIZ, 1)
    assert pc.desk().open_sitting().id == final.id


def test_the_start_line_carries_all_that_gives_the_paper_again(pc):
    sitting = pc.begin_final()
    facts = pc.records()[-1].facts()
    assert (facts["staff"], facts["session"], facts["attempt"], facts["kind"]) == ("T1001", SESSION, 1, "final")
    assert facts["content"] == pc.office.content.parts_sha256() == sitting.content
    assert "correct" not in str(facts)


def test_a_failed_final_is_repeated_after_a_day_and_no_sooner(pc):
    pc.switch("waits", on=True)
    began = pc.clock.now().wt
    sit(pc, XIAOYU, Kind.FINAL, passing=False)
    pc.clock.forward(24 * HOUR - 1)
    offer = pc.desk().offer(Kind.FINAL)
    assert (offer.obstacle, offer.next_try_wt, offer.attempt) == (Obstacle.TOO_SOON, began + DAY, 2)
    with pytest.raises(CannotBegin) as refused:
        pc.begin_final()
    assert refused.value.facts == {"obstacle": "too_soon", "next_try_wt": began + DAY}
    pc.clock.forward(1)
    assert pc.begin_final().attempt == 2


def test_after_three_failures_no_day_alone_opens_the_exam_again(pc):
    pc.switch("waits", on=True)
    for left in (3, 2, 1):
        assert pc.desk().offer(Kind.FINAL).left == left
        sit(pc, XIAOYU, Kind.FINAL, passing=False)
        pc.clock.forward(DAY)
    pc.clock.forward(60 * DAY)
    offer = pc.desk().offer(Kind.FINAL)
    assert (offer.obstacle, offer.next_try_wt, offer.left) == (Obstacle.TRIES_USED, None, 0)
    assert (offer.weak, offer.talk_needed) == ((1, 2), True)
    with pytest.raises(CannotBegin):
        pc.begin_final()


def test_whoever_has_passed_has_nothing_left_to_sit(pc):
    assert sit(pc, XIAOYU, Kind.FINAL).result.passed
    assert pc.desk().offer(Kind.FINAL).obstacle is Obstacle.ALREADY_PASSED
    assert pc.desk(ZHIYUAN).offer(Kind.FINAL).obstacle is Obstacle.NONE


@pytest.mark.feature("c5")
def test_a_retake_draws_what_was_not_seen_as_far_as_the_bank_reaches(pc):
    first = sit(pc, XIAOYU, Kind.FINAL, passing=False)
    second = pc.begin_final()
    seen = {place.item for place in first.paper.items} & {place.item for place in second.paper.items}
    assert seen == {"1.2-n1"}  # the bank has only one numerical item
    numbers = [next(p.numbers for p in sitting.paper.items if p.item == "1.2-n1") for sitting in (first, second)]
    assert numbers[0] != numbers[1]


def test_where_gates_are_on_a_chapter_opens_when_the_one_before_is_passed(pc):
    pc.rule(gating=True)
    desk = pc.desk()
    assert [chapter.locked for chapter in desk.training().chapters] == [False, True]
    assert desk.offer(Kind.QUIZ, 2).obstacle is Obstacle.QUIZZES_MISSING
    with pytest.raises(CannotBegin):
        desk.begin(Kind.QUIZ, 2)
    sit(pc, XIAOYU, Kind.QUIZ, 1, passing=False)
    assert desk.training().chapters[1].locked
    sit(pc, XIAOYU, Kind.QUIZ, 1)
    assert not desk.training().chapters[1].locked
    assert desk.begin(Kind.QUIZ, 2).state is State.OPEN


def test_where_gates_are_on_the_final_wants_all_quizzes_passed(pc):
    pc.rule(gating=True)
    assert pc.desk().offer(Kind.FINAL).obstacle is Obstacle.QUIZZES_MISSING
    for chapter in (1, 2):
        sit(pc, XIAOYU, Kind.QUIZ, chapter)
    assert pc.desk().offer(Kind.FINAL).obstacle is Obstacle.NONE


@pytest.mark.feature("e8")
def test_no_sitting_starts_on_a_journal_that_was_altered(pc):
    pc.begin_final()
    start = pc.line_of(Event.START)
    text = "replace(CAST(body AS TEXT), 'T1001', 'T1003')"
    pc.tamper(f"UPDATE journal SET body = CAST({text} AS BLOB) WHERE seq = ?", start)
    with pytest.raises(JournalBroken) as refused:
        pc.desk(ZHIYUAN).begin(Kind.QUIZ, 1)
    assert refused.value.facts == {"seq": start, "fault": "E_JOURNAL_BODY"}


def test_the_start_line_names_the_items_that_the_draw_passed_over(pc):
    first = sit(pc, XIAOYU, Kind.FINAL, passing=False)
    second = pc.begin_final()
    starts = [record.facts() for record in pc.records() if record.line.type == Event.START]
    assert [start["seen"] for start in starts] == [[], sorted(place.item for place in first.paper.items)]
    assert second.attempt == 2


def test_extra_time_from_the_roster_and_the_proctor_together_keeps_the_cap(pc):
    pc.desk(PROCTOR).grant_extra(RUOXI.staff_id, 55, "a broken arm")
    assert pc.desk(RUOXI).offer(Kind.FINAL).minutes == 20 + 60
    assert pc.begin_final(RUOXI).extra_ms == 60 * MINUTE

"""Handing in: final, graded at once by the pure function, explained only where the policy allows."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exams.desk.errors import NoReview, NotCertifiable
from exams.grading.grade import grade
from exams.grading.marks import MarkState
from exams.grading.policy import GradingPolicy
from exams.items.item import ItemType
from exams.journal.line import Event
from exams.sittings.codec import result_to_json
from exams.sittings.errors import SittingClosed
from exams.sittings.sitting import Kind, State
from tests.exams.desk.answering import answer_all, positions, right, sit, wrong
from tests.exams.desk.branch_pc import XIAOYU, BranchPc


def graded_apart(pc, sitting):
    """The same answers graded by the pure function, with everything read anew."""
    store = pc.office.content
    items = {place.item: store.item(place.item, place.version) for place in sitting.paper.items}
    keys = {place.item: store.key(place.item, place.version) for place in sitting.paper.items}
    policy = GradingPolicy.of(store.blueprint(sitting.paper.blueprint))
    return grade(sitting.paper, keys, items, sitting.answers, policy)


@pytest.mark.feature("e1")
def test_handing_in_grades_at_once_and_writes_both_down(pc):
    sitting = sit(pc, XIAOYU, Kind.FINAL)
    assert (sitting.state, sitting.result.percent, sitting.result.passed) == (State.GRADED, 100, True)
    assert sitting.ended_wt == pc.clock.now().wt
    submitted, graded = pc.records()[-2:]
    assert (submitted.line.type, graded.line.type) == (Event.SUBMIT, Event.GRADED)
    assert submitted.facts()["cause"] == "hand"
    assert graded.facts()["result"] == result_to_json(sitting.result)


@pytest.fixture(scope="module")
def steady(tmp_path_factory, content):
    """One branch PC for many sittings."""
    pc = BranchPc.set_up(tmp_path_factory.mktemp("steady") / "home", content)
    yield pc
    pc.close()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["right", "wrong", "blank"]), min_size=4, max_size=4), st.sampled_from([1, None]))
def test_the_journalled_result_is_what_the_pure_function_gives(steady, plan, chapter):
    desk = steady.desk()
    sitting = desk.begin(Kind.QUIZ if chapter else Kind.MOCK, chapter)
    for position, how in zip(positions(sitting), plan, strict=True):
        if how != "blank":
            desk.answer(sitting.id, position, (right if how == "right" else wrong)(steady, sitting, position))
    ended = desk.hand_in(sitting.id)
    assert ended.result == graded_apart(steady, ended)
    assert ended.result.score == 1000 * plan.count("right")
    assert [mark.state.value for mark in ended.result.marks] == plan


def test_the_result_tells_each_chapter_apart(pc):
    sitting = pc.begin_final()
    of_two = [place.position for place in sitting.paper.items if place.chapter == 2]
    answer_all(pc, pc.desk(), sitting, but_wrong=of_two)
    result = pc.desk().hand_in(sitting.id).result
    assert result.by_chapter == {1: (10_000, 10_000), 2: (0, 2_000)}
    assert (result.score, result.max_score, result.percent, result.passed) == (10_000, 12_000, 83, True)


def test_a_missed_red_line_fails_whatever_the_points(pc):
    sitting = pc.begin_final()
    red = [place.position for place in sitting.paper.items if place.red_line]
    answer_all(pc, pc.desk(), sitting, but_wrong=red)
    result = pc.desk().hand_in(sitting.id).result
    assert len(red) == 1
    assert (result.percent, result.red_line_right, result.red_line_needed) == (91, 0, 1)
    assert not result.passed


def test_an_empty_paper_can_be_handed_in_and_fails(pc):
    sitting = pc.begin_final()
    result = pc.desk().hand_in(sitting.id).result
    assert (result.score, result.passed) == (0, False)
    assert {mark.state for mark in result.marks} == {MarkState.BLANK}


def test_after_handing_in_nothing_changes_any_more(pc):
    sitting = sit(pc, XIAOYU, Kind.FINAL, passing=False)
    desk = pc.desk()
    before = pc.records()
    for ask in (
        lambda: desk.answer(sitting.id, 1, right(pc, sitting, 1)),
        lambda: desk.clear(sitting.id, 1),
        lambda: desk.show(sitting.id, 1),
        lambda: desk.flag(sitting.id, 1, True),
        lambda: desk.hand_in(sitting.id),
    ):
        with pytest.raises(SittingClosed):
            ask()
    pc.clock.forward(minutes=60)
    assert desk.refresh(sitting.id) == desk.sitting(sitting.id) == sitting
    assert [record.facts() for record in pc.records()[len(before) :]] == [
        {"code": "E_SITTING_CLOSED", "position": 1}
    ] * 2  # the two answers, refused and recorded


def test_the_digest_of_all_answers_is_sealed_with_the_hand_in(pc):
    first, second = (sit(pc, XIAOYU, Kind.MOCK, passing=passing) for passing in (True, False))
    told = {r.line.att: r.facts()["answers"] for r in pc.records() if r.line.type == Event.SUBMIT}
    assert told[first.id] != told[second.id]
    assert all(len(digest) == 64 for digest in told.values())


def test_a_quiz_is_explained_option_by_option_in_both_languages(pc):
    sitting = sit(pc, XIAOYU, Kind.QUIZ, 1, passing=False)
    reviews = pc.desk().review(sitting.id)
    assert [one.question.position for one in reviews] == list(positions(sitting))
    for one in reviews:
        assert one.mark.state is MarkState.WRONG
        assert one.response != one.correct
        letters = {letter for letter, _ in one.question.options["zh"]}
        for lang in ("zh", "en"):
            assert one.explanations[lang].text
            assert one.explanations[lang].options.keys() == letters
        assert one.section in {"1.1", "1.2"}


def test_an_unanswered_question_is_explained_as_well(pc):
    sitting = pc.desk().begin(Kind.QUIZ, 1)
    pc.desk().hand_in(sitting.id)
    assert {(one.mark.state, one.response) for one in pc.desk().review(sitting.id)} == {(MarkState.BLANK, None)}


@pytest.mark.parametrize(("kind", "chapter"), [(Kind.FINAL, None), (Kind.QUIZ, 2)])
def test_nothing_is_explained_where_the_blueprint_does_not_say_so(pc, kind, chapter):
    sitting = sit(pc, XIAOYU, kind, chapter)
    with pytest.raises(NoReview):
        pc.desk().review(sitting.id)


def test_nothing_is_explained_while_the_clock_runs(pc):
    sitting = pc.desk().begin(Kind.MOCK)
    with pytest.raises(NoReview):
        pc.desk().review(sitting.id)


def test_the_questions_of_a_final_are_gone_once_it_has_ended(pc):
    sitting = pc.begin_final()
    assert pc.desk().question(sitting.id, 1).stems
    pc.desk().hand_in(sitting.id)
    with pytest.raises(NoReview):
        pc.desk().question(sitting.id, 1)


def test_the_questions_of_a_mock_can_be_looked_at_again(pc):
    sitting = sit(pc, XIAOYU, Kind.MOCK)
    assert pc.desk().question(sitting.id, 1).type is ItemType.SINGLE


def test_a_certificate_is_journalled_once_and_stands_in_the_lists(pc):
    sitting = sit(pc, XIAOYU, Kind.FINAL)
    for _ in range(2):
        pc.office.record_certificate(sitting.id, "BJ-2026-000001", "ab" * 32)
    assert pc.events(sitting.id).count(Event.CERTIFICATE) == 1
    assert pc.desk().history()[0].certificate == "BJ-2026-000001"
    assert pc.desk().training().certificate == "BJ-2026-000001"


@pytest.mark.parametrize(("kind", "passing"), [(Kind.FINAL, False), (Kind.MOCK, True)])
def test_no_certificate_is_journalled_for_anything_but_a_passed_final(pc, kind, passing):
    sitting = sit(pc, XIAOYU, kind, passing=passing)
    before = len(pc.records())
    with pytest.raises(NotCertifiable):
        pc.office.record_certificate(sitting.id, "BJ-2026-000001", "ab" * 32)
    assert len(pc.records()) == before
    assert pc.desk().training().certificate is None

"""From marks to pass or fail: sums, gates, refusals."""

import hashlib
from dataclasses import replace

import pytest

from exams.grading.errors import NotGradable, UnknownGrader
from exams.grading.grade import GRADERS, correct_response, grade
from exams.grading.marks import GRADER_VERSION
from exams.grading.policy import WHOLE, GradingPolicy
from exams.items.item import BestWorst, ItemType
from exams.papers.blueprint import Marking
from tests.exams.grading.places import Place, a_form, a_paper
from tests.exams.papers.full_form import full_blueprint

SINGLE, MULTIPLE, NUMERICAL = ItemType.SINGLE, ItemType.MULTIPLE, ItemType.NUMERICAL


def singles(count, **facts):
    return tuple(Place(SINGLE, number, **facts) for number in range(1, count + 1))


def graded(places, responses, **policy):
    return grade(*a_paper(*places), responses, GradingPolicy(**{"pass_percent": 80, **policy}))


def first_right(count):
    return dict.fromkeys(range(1, count + 1), "B")


@pytest.mark.feature("e1")
@pytest.mark.parametrize(("right", "passed"), [(7, False), (8, True), (10, True), (0, False)])
def test_pass_is_reached_at_the_pass_mark_itself(right, passed):
    result = graded(singles(10), first_right(right))
    assert (result.score, result.max_score, result.pass_score, result.passed) == (right * 1000, 10_000, 8000, passed)


def test_pass_compares_milli_points_never_the_shown_percent():
    places = (Place(MULTIPLE, 1, points=3), *(Place(SINGLE, n, points=1) for n in range(2, 4)))
    result = graded(places, {1: ("A",), 2: "B", 3: "B"}, pass_percent=81)
    assert (result.score, result.max_score, result.pass_score, result.percent) == (4, 5, 5, 80)
    assert not result.passed
    assert graded(places, {1: ("A",), 2: "B", 3: "B"}, pass_percent=80).passed


def test_points_that_do_not_divide_round_the_pass_mark_up():
    result = graded((Place(SINGLE, 1, points=667),), {}, pass_percent=80)
    assert result.pass_score == 534


@pytest.mark.parametrize(("red_right", "passed"), [(5, False), (6, True), (8, True)])
def test_the_red_line_gate_fails_a_person_whatever_the_score(red_right, passed):
    places = (*singles(40), *(Place(SINGLE, n, red_line=True, chapter=4) for n in range(41, 49)))
    result = graded(places, first_right(40 + red_right), red_line_needed=6)
    assert result.percent >= 80
    assert (result.red_line_right, result.red_line_needed, result.passed) == (red_right, 6, passed)


def test_half_right_is_not_right_for_the_red_line_gate():
    places = (Place(MULTIPLE, 1, red_line=True, points=10), *(Place(SINGLE, n) for n in range(2, 12)))
    right = dict.fromkeys(range(2, 12), "B")
    assert not graded(places, {1: ("A", "C"), **right}, red_line_needed=1).passed
    assert graded(places, {1: ("A", "C", "D"), **right}, red_line_needed=1).passed


def test_a_chapter_below_its_own_pass_mark_fails():
    places = (*singles(8), *(Place(SINGLE, n, chapter=4) for n in (9, 10)))
    answers = {**first_right(8), 9: "B"}
    assert graded(places, answers).passed
    assert graded(places, answers, chapter_pass={4: 50, 1: 100}).passed
    assert not graded(places, answers, chapter_pass={4: 60}).passed
    assert graded(places, answers, chapter_pass={6: 60}).passed


def test_scores_are_kept_by_chapter_and_level():
    places = (Place(SINGLE, 1), Place(MULTIPLE, 2, chapter=3), Place(SINGLE, 3, chapter=3))
    result = graded(places, {1: "B", 2: ("A",), 3: "A"})
    assert result.by_chapter == {1: (1000, 1000), 3: (1000, 3000)}
    assert result.by_level == {"apply": (2000, 4000)}


def test_the_score_falls_to_the_floor_and_no_further():
    wrong = dict.fromkeys(range(1, 6), "A")
    result = graded(singles(5), wrong, negative=WHOLE)
    assert (result.score, [mark.points for mark in result.marks]) == (0, [-1000] * 5)
    assert graded(singles(5), wrong, negative=WHOLE // 3, floor=-9999).score == -1665
    assert graded(singles(5), wrong, negative=WHOLE // 3, floor=-500).score == -500


def test_negative_marking_without_a_chapter_gate_fails_no_chapter():
    places = (*singles(20), Place(SINGLE, 21, chapter=2))
    assert graded(places, {**first_right(20), 21: "A"}, negative=WHOLE // 4).passed


def test_an_empty_paper_is_not_passed():
    result = graded((), {})
    assert (result.passed, result.percent, result.max_score) == (False, 0, 0)


def test_all_right_is_everything_and_all_blank_is_nothing():
    places = a_form(70)
    right = {place.paper.position: correct_response(place.item, place.key, place.paper) for place in places}
    full = graded(places, right, red_line_needed=6)
    assert (full.score, full.percent, full.passed) == (full.max_score, 100, True)
    blank = graded(places, {}, red_line_needed=6)
    assert (blank.score, blank.passed, blank.red_line_right) == (0, False, 0)


def test_answers_to_places_that_do_not_exist_change_nothing():
    assert graded(singles(3), {**first_right(3), 0: "B", 4: "B", -1: "A"}) == graded(singles(3), first_right(3))


def test_the_policy_of_a_blueprint_carries_its_gates():
    assert GradingPolicy.of(full_blueprint()) == GradingPolicy(pass_percent=80, red_line_needed=6)
    marking = Marking(negative=WHOLE // 4, floor=-2000, chapter_pass={4: 60})
    assert GradingPolicy.of(replace(full_blueprint(), marking=marking)) == GradingPolicy(
        pass_percent=80, red_line_needed=6, chapter_pass={4: 60}, negative=WHOLE // 4, floor=-2000
    )


@pytest.mark.parametrize("missing", ["key", "item"])
def test_a_missing_key_or_item_is_named_not_guessed(missing):
    paper, keys, items = a_paper(*singles(2))
    given = {"key": keys, "item": items}[missing]
    del given["1.1-single2"]
    with pytest.raises(NotGradable) as refused:
        grade(paper, keys, items, {}, GradingPolicy(80))
    assert refused.value.facts == {"item": "1.1-single2", "version": 2, "missing": missing}


def test_a_key_of_another_version_does_not_count():
    paper, keys, items = a_paper(*singles(1))
    keys = {name: replace(key, version=3) for name, key in keys.items()}
    with pytest.raises(NotGradable):
        grade(paper, keys, items, {}, GradingPolicy(80))


@pytest.mark.parametrize("numbers", [{}, {"offered": "0", "answered": "0", "within": "0"}])
def test_numbers_that_no_draw_gives_are_not_gradable(numbers):
    with pytest.raises(NotGradable) as refused:
        graded((Place(NUMERICAL, 1, numbers=numbers),), {1: "5"})
    assert refused.value.facts["missing"] == "generator"


def test_a_result_names_its_grader_and_unknown_versions_are_refused():
    paper, keys, items = a_paper(*singles(1))
    assert GRADER_VERSION in GRADERS
    assert grade(paper, keys, items, {}, GradingPolicy(80), version=1).grader == 1
    with pytest.raises(UnknownGrader):
        grade(paper, keys, items, {}, GradingPolicy(80), version=99)


def test_version_1_gives_the_pinned_marks_for_ever():
    places = a_form(60, b"pinned")
    answers = {n: ("B", ("A", "C"), True, "78.8", BestWorst("C", "B"))[(n - 1) % 5] for n in range(1, 61)}
    answers |= {n: correct_response(p.item, p.key, p.paper) for n, p in enumerate(places, 1) if n % 4}
    result = grade(*a_paper(*places), answers, GradingPolicy(80, 5, {2: 60}, WHOLE // 4), version=1)
    spelled = ";".join(f"{mark.position},{mark.state},{mark.fraction},{mark.points}" for mark in result.marks)
    assert (result.score, hashlib.sha256(spelled.encode()).hexdigest()) == (
        99000,
        "061b6c8991e8886a397280ba7a9acbce7f0bfbd8b0344dd839ff8a69daa6f2a6",
    )

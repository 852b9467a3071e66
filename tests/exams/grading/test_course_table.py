"""The course's table "Scoring and rules", row by row, on the whole form of 70 items and 100 points."""

from dataclasses import replace
from decimal import Decimal

import pytest

from exams.grading.answers import correct_response
from exams.grading.grade import grade
from exams.grading.marks import MarkState
from exams.grading.policy import WHOLE, GradingPolicy
from exams.items.item import AnswerKey, BestWorst, ItemType
from exams.papers.blueprint import Marking
from exams.papers.draw import Candidate, draw_from
from exams.papers.pool import prepare
from tests.exams.papers.full_form import LEVELS, TODAY, full_bank, full_blueprint

S, M, T, N, J = ItemType.SINGLE, ItemType.MULTIPLE, ItemType.TRUEFALSE, ItemType.NUMERICAL, ItemType.BEST_WORST
RIGHT = {S: "B", M: ("A", "C", "D"), T: True, N: "", J: BestWorst("C", "A")}
WRONG = {S: "A", M: ("B",), T: False, N: "0", J: BestWorst("A", "C")}
CHAPTER_POINTS = {1: 10, 2: 35, 3: 15, 4: 26, 5: 7, 6: 7}


class Sat:
    """One person's final: the paper, its keys, and responses to be changed before it is graded."""

    def __init__(self, tolerance="0.02"):
        pool = prepare(full_blueprint(), full_bank(), TODAY)
        self.paper = draw_from(pool, Candidate("s", "A001", "S1", 1))
        self.items = {place.item: pool.items[place.item] for place in self.paper.items}
        self.keys = {
            place.item: AnswerKey(place.item, place.version, RIGHT[place.type], {}, tolerance)
            for place in self.paper.items
        }
        self.responses = {place.position: self.right(place) for place in self.paper.items}

    def right(self, place):
        return correct_response(self.items[place.item], self.keys[place.item], place)

    def answer(self, response, *, count=1, red_line=False, kind=None):
        """The same response to the first so many places of a type, of those still answered right."""
        chosen = [
            place
            for place in self.paper.items
            if (kind is None or place.type is kind)
            and place.red_line is red_line
            and self.responses[place.position] == self.right(place)
        ][:count]
        assert len(chosen) == count
        for place in chosen:
            self.responses[place.position] = WRONG[place.type] if response is WRONG else response
        return self

    def result(self, **policy):
        given = GradingPolicy.of(full_blueprint())
        return grade(self.paper, self.keys, self.items, self.responses, replace(given, **policy))


def points(result):
    return result.score / 1000


@pytest.mark.parametrize(
    ("kind", "items", "each"), [(S, 36, 1), (M, 14, 2), (T, 12, 1), (N, 4, 3), (J, 4, 3)], ids="SMTNJ"
)
def test_types_items_and_points(kind, items, each):
    sat = Sat()
    places = {place.position for place in sat.paper.items if place.type is kind}
    full = [mark.points for mark in sat.result().marks if mark.position in places]
    assert full == [each * 1000] * items


ROWS = {
    "S right is full": (S, "B", 1),
    "S else 0": (S, "A", 0),
    "S nothing is 0": (S, None, 0),
    "T right is full": (T, True, 1),
    "T else 0": (T, False, 0),
    "T nothing is 0": (T, None, 0),
    "M all right is 2": (M, ("D", "C", "A"), 2),
    "M one of the right ones is 1": (M, ("A",), 1),
    "M two of the right ones are 1": (M, ("A", "D"), 1),
    "M all right and a wrong one is 0": (M, ("A", "B", "C", "D"), 0),
    "M a right and a wrong one is 0": (M, ("A", "B"), 0),
    "M nothing is 0": (M, (), 0),
    "J best and worst are 3": (J, BestWorst("C", "A"), 3),
    "J best alone is 2": (J, BestWorst("C", "D"), 2),
    "J best without a worst is 2": (J, BestWorst("C", ""), 2),
    "J worst alone is 1": (J, BestWorst("D", "A"), 1),
    "J worst without a best is 1": (J, BestWorst("", "A"), 1),
    "J the worst taken for the best is 0": (J, BestWorst("A", "B"), 0),
    "J the two taken for each other are 0": (J, BestWorst("A", "C"), 0),
    "J neither is 0": (J, BestWorst("D", "E"), 0),
    "N nothing is 0": (N, "", 0),
}


@pytest.mark.parametrize(("kind", "response", "earned"), ROWS.values(), ids=ROWS)
def test_marks_of_a_type(kind, response, earned):
    most = full_blueprint().points[kind] / 1000
    assert points(Sat().answer(response, kind=kind).result()) == 100 - most + earned


@pytest.mark.parametrize(
    ("tolerance", "away", "earned"),
    [
        ("0.02", "0", 3),
        ("0.02", "0.02", 3),
        ("0.02", "-0.02", 3),
        ("0.02", "0.020001", 0),
        ("0.02", "0.03", 0),
        ("0.05", "0.05", 3),
        ("0.05", "-0.05", 3),
        ("0.05", "0.06", 0),
    ],
)
def test_numbers_are_right_within_two_hundredths_and_five_for_loans(tolerance, away, earned):
    sat = Sat(tolerance)
    place = next(place for place in sat.paper.items if place.type is N)
    sat.responses[place.position] = f"{Decimal(sat.right(place)) + Decimal(away):f}"
    assert points(sat.result()) == 97 + earned


def test_there_is_no_negative_marking():
    sat = Sat()
    for place in sat.paper.items:
        sat.responses[place.position] = WRONG[place.type]
    result = sat.result()
    assert {mark.state for mark in result.marks} == {MarkState.WRONG}
    assert {mark.points for mark in result.marks} == {0}
    assert result.score == 0


@pytest.mark.parametrize(("wrong", "passed"), [(0, True), (19, True), (20, True), (21, False)])
def test_pass_is_80_of_100(wrong, passed):
    result = Sat().answer(WRONG, kind=S, count=wrong).result()
    assert (points(result), result.pass_score, result.passed) == (100 - wrong, 80_000, passed)


@pytest.mark.parametrize(("wrong", "passed"), [(0, True), (2, True), (3, False), (8, False)])
def test_red_line_at_least_6_of_8_otherwise_fail_whatever_the_score(wrong, passed):
    result = Sat().answer(WRONG, red_line=True, count=wrong).result()
    assert points(result) >= 80
    assert (result.red_line_right, result.red_line_needed, result.passed) == (8 - wrong, 6, passed)


def test_right_for_the_red_line_means_full_marks():
    sat = Sat()
    for name, response in (("multiple", ("A", "C")), ("best_worst", BestWorst("C", ""))):
        place = next(place for place in sat.paper.items if place.type.value == name)
        marked = place._replace(red_line=True)
        others = [one._replace(red_line=False) for one in sat.paper.items if one is not place]
        paper = replace(sat.paper, items=(marked, *others))
        half = grade(paper, sat.keys, sat.items, {**sat.responses, place.position: response}, GradingPolicy(0, 1))
        assert (half.red_line_right, half.passed) == (0, False)
        assert grade(paper, sat.keys, sat.items, sat.responses, GradingPolicy(0, 1)).passed


def test_feedback_is_a_score_by_chapter_and_level():
    result = Sat().result()
    assert {chapter: most / 1000 for chapter, (_, most) in result.by_chapter.items()} == CHAPTER_POINTS
    assert {score == most for score, most in result.by_chapter.values()} == {True}
    named = [sum(row[column] for row in LEVELS.values()) for column in range(3)]
    sat = Sat()
    counts = {name: sum(place.level == name for place in sat.paper.items) for name in result.by_level}
    assert [counts["remember"], counts["understand"], counts["apply"]] == named == [17, 21, 21]
    assert sum(counts.values()) == 70
    assert sum(most for _, most in result.by_level.values()) == 100_000


@pytest.mark.parametrize(("right", "passed"), [(6, False), (7, True)])
def test_a_chapter_quiz_passes_at_70(right, passed):
    sat = Sat()
    ten = [place for place in sat.paper.items if place.type is S][:10]
    quiz = replace(sat.paper, items=tuple(place._replace(position=n) for n, place in enumerate(ten, start=1)))
    answers = {n: "B" if n <= right else "A" for n in range(1, 11)}
    assert grade(quiz, sat.keys, sat.items, answers, GradingPolicy(70)).passed is passed


POLICIES = {
    "a chapter's own pass mark, missed by one item": ({"chapter_pass": {6: 90}}, 1, 99, False),
    "a chapter's own pass mark, kept": ({"chapter_pass": {6: 85}}, 1, 99, True),
    "a quarter lost per wrong answer": ({"negative": WHOLE // 4}, 4, 95, True),
    "a quarter lost per wrong answer fails where none would": ({"negative": WHOLE // 4}, 17, 78.75, False),
    "all lost per wrong answer, and the pass mark just kept": ({"negative": WHOLE}, 10, 80, True),
}


@pytest.mark.parametrize(("policy", "wrong", "score", "passed"), POLICIES.values(), ids=POLICIES)
def test_policies_beside_the_course_table(policy, wrong, score, passed):
    sat = Sat()
    chosen = [place for place in sat.paper.items if place.type is S and not place.red_line]
    chosen.sort(key=lambda place: -place.chapter)
    for place in chosen[:wrong]:
        sat.responses[place.position] = "A"
    result = sat.result(**policy)
    assert (points(result), result.passed) == (score, passed)


@pytest.mark.parametrize(("floor", "score"), [(0, 0), (-30_000, -30), (-100_000, -100), (-999_000, -100)])
def test_negative_marking_stops_at_the_floor_of_the_policy(floor, score):
    sat = Sat()
    sat.responses = {place.position: WRONG[place.type] for place in sat.paper.items}
    policy = GradingPolicy.of(replace(full_blueprint(), marking=Marking(negative=WHOLE, floor=floor)))
    assert points(grade(sat.paper, sat.keys, sat.items, sat.responses, policy)) == score

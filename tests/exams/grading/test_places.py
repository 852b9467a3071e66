"""Text, order and several places, marked by interop 4.1, 4.3, 4.6 and 4.7."""

import pytest

from exams.grading import rules_v1, rules_v2
from exams.grading.answers import correct_response, key_of_place
from exams.grading.errors import NotGradable
from exams.grading.grade import grade, mark_one
from exams.grading.marks import MarkState
from exams.grading.policy import WHOLE, GradingPolicy
from exams.items.item import AnswerKey, Difficulty, Item, ItemType, Level, Use, Wording
from exams.papers.paper import Paper, PaperItem

POLICY = GradingPolicy(60)


def share(kind, right, response, how="0"):
    """In whole percent of the points."""
    return rules_v2.fraction(kind, right, how, response) * 100 // WHOLE


def test_a_short_answer_fits_its_first_pattern_without_regard_to_case_where_that_is_not_asked():
    key = "口头挂失\n%50%挂失*\n%30%ATM"
    given = {"口头挂失": 100, " 口头挂失 ": 100, "挂失": 50, "挂失业务": 50, "atm": 30, "止付": 0}
    assert {text: share(ItemType.SHORTANSWER, key, text) for text in given} == given
    assert share(ItemType.SHORTANSWER, "ATM", "atm", "1") == 0


def test_full_width_digits_do_not_fit_and_composed_letters_do():
    assert share(ItemType.SHORTANSWER, "95588", "９５５８８") == 0
    assert share(ItemType.SHORTANSWER, "caf\u00e9", "cafe\u0301") == 100


def test_right_places_count_of_all_places():
    key = ("A", "B", "C", "A")
    assert share(ItemType.MATCHING, key, ("A", "B", "A", "")) == 50
    assert share(ItemType.DROPDOWN, key, key) == 100
    assert share(ItemType.FILL, ("挂失", "%50%冻结\n止付"), ("挂失", "冻结")) == 75


def test_places_weigh_as_the_key_says():
    assert share(ItemType.CASE, ("A", "AC", "=95588"), ("A", "", ""), "3 1 1") == 60
    assert share(ItemType.CASE, ("A", "AC", "=95588"), ("A", "AC", "95588"), "3 1 1") == 100


def test_in_a_case_some_right_letters_earn_half_and_a_wrong_one_nothing_and_a_text_is_no_letters():
    key = ("AC", "=ATM")
    assert share(ItemType.CASE, key, ("A", "")) == 25
    assert share(ItemType.CASE, key, ("AB", "")) == 0
    assert share(ItemType.CASE, key, ("AC", "atm")) == 100


@pytest.mark.parametrize(
    ("way", "order", "percent"),
    [
        ("-1", "ABCD", 100),
        ("-1", "ABDC", 0),
        ("0", "ABDC", 50),
        ("1", "BCDA", 66),
        ("5", "BCDA", 75),
        ("7", "BACD", 83),
    ],
)
def test_an_order_is_counted_in_the_way_the_key_says(way, order, percent):
    assert share(ItemType.ORDERING, tuple("ABCD"), tuple(order), way) == percent


@pytest.mark.parametrize("kind", sorted(rules_v2.TYPES - rules_v1.TYPES))
def test_an_answer_of_another_shape_earns_nothing(kind):
    right = "x" if kind is ItemType.SHORTANSWER else ("A", "B")
    for response in (True, ("A",), "A" if isinstance(right, tuple) else ("x",)):
        assert rules_v2.fraction(kind, right, "0", response) == 0


def test_the_five_types_of_version_1_are_marked_as_ever():
    for kind, right, response in ((ItemType.SINGLE, "A", "A"), (ItemType.MULTIPLE, ("A", "B"), ("A",))):
        assert rules_v2.fraction(kind, right, "0", response) == rules_v1.fraction(kind, right, "0", response)


def an_item(kind, letters=()):
    words = {lang: Wording("?", tuple((letter, letter) for letter in letters)) for lang in ("zh", "en")}
    return Item("1.1-x1", 1, Use.EXAM, kind, 1, "1.1", "1.1-1", (), Level.APPLY, Difficulty.EASY, words)


def a_place(kind, letters=()):
    return PaperItem(1, "1.1-x1", 1, kind, 1, "apply", 3000, order=tuple(letters))


def test_what_is_shown_as_the_right_answer_earns_full_marks():
    for kind, letters, correct in (
        (ItemType.SHORTANSWER, (), "%50%half\n955*88"),
        (ItemType.FILL, ("1", "2"), ("挂失\n口挂", r"3 \* 4")),
        (ItemType.CASE, ("1", "1A", "1B", "2"), ("B", "=%30%x\nfull*")),
        (ItemType.ORDERING, ("A", "B", "C"), ("C", "A", "B")),
    ):
        item, place, key = an_item(kind, letters), a_place(kind, letters), AnswerKey("1.1-x1", 1, correct, {})
        assert key_of_place(item, key, place) == correct
        mark = mark_one(item, key, place, correct_response(item, key, place), POLICY)
        assert (mark.state, mark.points) == (MarkState.RIGHT, 3000)


def test_the_first_version_of_the_rules_refuses_types_it_does_not_know():
    paper = Paper("final", "s", "T1", "S1", 1, (a_place(ItemType.ORDERING, "ABC"),))
    key = {"1.1-x1": AnswerKey("1.1-x1", 1, tuple("ABC"), {})}
    with pytest.raises(NotGradable):
        grade(paper, key, {"1.1-x1": an_item(ItemType.ORDERING, "ABC")}, {}, POLICY, 1)

"""Interop 4.3, 4.6, 4.7, 4.12: matching, blanks, cloze, the nine gradings of ordering."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.interop.grading.door import grade_case
from exams.interop.grading.errors import BadCase

PAIRS = [["France", "Paris"], ["Italy", "Rome"], ["Spain", "Madrid"], ["", "Oslo"]]


def matching(response):
    return grade_case({"type": "matching", "pairs": PAIRS}, response)


def test_matching_earns_right_pairs_of_all_pairs():
    assert matching([["France", "Paris"], ["Italy", "Rome"], ["Spain", "Madrid"]]).state == "right"
    assert matching([["France", "Paris"], ["Italy", "Madrid"], ["Spain", "Oslo"]]).fraction * 3 == 1
    assert matching([["France", "Rome"]]).state == "wrong"


def test_matching_nothing_is_blank():
    assert matching([["France", ""], ["Italy", None]]).state == "blank"
    assert matching([]).state == "blank"


def test_a_left_side_twice_needs_both_its_right_sides():
    question = {"type": "matching", "pairs": [["a", "1"], ["a", "2"]]}
    assert grade_case(question, [["a", "2"], ["a", "1"]]).state == "right"
    assert grade_case(question, [["a", "1"], ["a", "1"]]).state == "partial"


def test_a_pair_that_stands_twice_must_be_given_twice():
    question = {"type": "matching", "pairs": [["a", "1"], ["a", "1"]]}
    assert float(grade_case(question, [["a", "1"], ["a", "2"]]).fraction) == 0.5


def test_pairs_that_are_none_are_refused():
    with pytest.raises(BadCase):
        matching(["France", "Paris"])


def blanks(kind, response, *parts, **options):
    return grade_case({"type": kind, "parts": list(parts)}, response, options)


def sa(text, **more):
    return {"type": "shortanswer", "answers": [{"text": text, "fraction": 1}], **more}


def mc(right, *wrong):
    return {"type": "single", "answers": [{"text": right, "fraction": 1}, *({"text": t, "fraction": 0} for t in wrong)]}


def test_blanks_earn_right_ones_of_all():
    assert blanks("fill", ["a", "b"], sa("a"), sa("b")).state == "right"
    assert float(blanks("fill", ["a", "x"], sa("a"), sa("b")).fraction) == 0.5
    assert blanks("fill", ["", ""], sa("a"), sa("b")).state == "blank"


def test_a_blank_left_out_at_the_end_is_wrong():
    assert float(blanks("fill", ["a"], sa("a"), sa("b")).fraction) == 0.5


def test_more_answers_than_blanks_are_refused():
    with pytest.raises(BadCase):
        blanks("fill", ["a", "b", "c"], sa("a"), sa("b"))


def test_blanks_keep_their_order_unless_the_options_free_it():
    assert blanks("fill", ["b", "a"], sa("a"), sa("b")).state == "wrong"
    assert blanks("fill", ["b", "a"], sa("a"), sa("b"), order_free=True).state == "right"


def test_free_blanks_take_each_answer_once_and_as_many_as_can_be():
    assert float(blanks("fill", ["a", "a"], sa("a"), sa("b"), order_free=True).fraction) == 0.5
    assert blanks("fill", ["ax", "a"], sa("a*"), sa("ax"), order_free=True).state == "right"


def test_a_cloze_weighs_its_blanks():
    parts = (sa("a", mark=1), sa("b", mark=3))
    assert float(blanks("cloze", ["a", "x"], *parts).fraction) == 0.25
    assert float(blanks("cloze", ["x", "b"], *parts).fraction) == 0.75


def test_a_cloze_mixes_types():
    number = {"type": "numerical", "answers": [{"text": "5", "fraction": 1, "tolerance": 0.1}]}
    assert blanks("cloze", ["5.1", "yes", "word"], number, mc("yes", "no"), sa("word")).state == "right"
    assert blanks("cloze", ["5.2", "no", "word"], number, mc("yes", "no"), sa("word")).fraction * 3 == 1


def test_a_blank_of_several_choices_sums_them():
    several = {
        "type": "multiple",
        "answers": [{"text": t, "fraction": f} for t, f in (("a", 0.5), ("b", 0.5), ("c", -1))],
    }
    assert blanks("cloze", [["a", "b"]], several).state == "right"
    assert blanks("cloze", [["a", "c"]], several).state == "wrong"


def test_a_blank_minds_case_where_it_says_so():
    assert blanks("cloze", ["A"], sa("a", options={"usecase": True})).state == "wrong"
    assert blanks("cloze", ["A"], sa("a")).state == "right"


def test_dropdowns_compare_texts():
    assert blanks("dropdowns", ["red", "blue"], mc("red", "blue"), mc("blue", "red")).state == "right"
    assert blanks("gapselect", ["red", "red"], mc("red", "blue"), mc("blue", "red")).state == "partial"


def test_in_a_blank_a_text_counts_more_than_a_letter():
    assert blanks("cloze", ["B"], mc("B", "A")).state == "right"
    assert blanks("cloze", ["A"], mc("yes", "no")).state == "right"


def test_of_words_that_are_offered_twice_the_right_one_was_meant():
    twice = {"type": "single", "answers": [{"text": "the", "fraction": 0}, {"text": "the", "fraction": 1}]}
    assert blanks("ddwtos", ["the"], twice).state == "right"


ITEMS = list("abcdef")


def order(response, kind=None, items=ITEMS):
    options = {} if kind is None else {"gradingtype": kind}
    return grade_case({"type": "ordering", "items": list(items)}, list(response), options).fraction


@pytest.mark.parametrize("kind", range(-1, 8))
def test_the_right_order_is_right_in_every_grading(kind):
    assert order("abcdef", kind) == 1


ORDERED = [
    (-1, "abcdfe", 0, 1),
    (0, "abcdfe", 4, 6),
    (0, "bcdefa", 0, 6),
    (1, "bcdefa", 4, 5),
    (1, "abcdfe", 3, 5),
    (2, "bcdefa", 4, 6),
    (2, "abcdfe", 3, 6),
    (3, "abcdfe", 7, 12),
    (3, "fedcba", 0, 12),
    (4, "bacdef", 28, 30),
    (4, "fedcba", 0, 30),
    (5, "bcdefa", 5, 6),
    (5, "acebdf", 4, 6),
    (5, "fedcba", 0, 6),
    (6, "abdecf", 3, 6),  # one follows the other by value, whatever stands between
    (6, "cdefab", 4, 6),
    (6, "fedcba", 0, 6),
    (7, "bacdef", 28, 30),
    (7, "fedcba", 12, 30),
]


@pytest.mark.parametrize(("kind", "response", "count", "total"), ORDERED)
def test_a_spoilt_order_in_each_grading(kind, response, count, total):
    assert order(response, kind) * total == count


def test_absolute_position_is_what_counts_where_nothing_is_said():
    assert order("abcdfe") == order("abcdfe", 0)


def test_a_grading_may_be_named():
    assert order("abcdfe", "ALL_OR_NOTHING") == 0
    assert order("bcdefa", "longest_ordered_subset") * 6 == 5


def test_an_unknown_grading_is_refused():
    with pytest.raises(BadCase):
        order("abcdef", 8)


def test_an_item_that_is_not_of_the_list_is_nowhere():
    assert order("xbcdef", 0) * 6 == 5
    assert order("xbcdef", 5) * 6 == 5


def test_no_order_at_all_is_blank():
    assert grade_case({"type": "ordering", "items": ITEMS}, []).state == "blank"


@given(st.permutations(list("abcde")))
def test_the_longest_ordered_subset_is_found_by_looking_at_all(response):
    sizes = (
        len(chosen)
        for size in range(6)
        for chosen in itertools.combinations(response, size)
        if list(chosen) == sorted(chosen)
    )
    longest = max(sizes)
    assert order(response, 5, "abcde") * 5 == (longest if longest > 1 else 0)


@given(st.permutations(list("abcde")), st.integers(-1, 7))
def test_an_order_earns_between_nothing_and_all(response, kind):
    assert 0 <= order(response, kind, "abcde") <= 1

"""Responses: their JSON form in, a value out, the same JSON form back."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exams.items.errors import BadResponse
from exams.items.item import BestWorst, ItemType
from exams.items.response import is_blank, parse_response, response_json

LETTERS = ("C", "A", "D", "B")

GOOD = [
    (ItemType.SINGLE, "B", "B"),
    (ItemType.MULTIPLE, ["C", "A"], ("A", "C")),
    (ItemType.MULTIPLE, ["A", "A", "B"], ("A", "B")),
    (ItemType.MULTIPLE, ("D",), ("D",)),
    (ItemType.TRUEFALSE, True, True),
    (ItemType.TRUEFALSE, False, False),
    (ItemType.NUMERICAL, "1,234.50 元", "1,234.50 元"),
    (ItemType.BEST_WORST, {"best": "C", "worst": "A"}, BestWorst("C", "A")),
    (ItemType.BEST_WORST, {"best": "C", "worst": ""}, BestWorst("C", "")),
    (ItemType.BEST_WORST, {"best": "", "worst": "A"}, BestWorst("", "A")),
]

BAD = [
    (ItemType.SINGLE, "E"),
    (ItemType.SINGLE, "b"),
    (ItemType.SINGLE, ""),
    (ItemType.SINGLE, ["B"]),
    (ItemType.SINGLE, 1),
    (ItemType.SINGLE, None),
    (ItemType.MULTIPLE, []),
    (ItemType.MULTIPLE, "AC"),
    (ItemType.MULTIPLE, ["A", "E"]),
    (ItemType.MULTIPLE, ["A", ["B"]]),
    (ItemType.MULTIPLE, ["A"] * 21),
    (ItemType.MULTIPLE, {"A": True}),
    (ItemType.TRUEFALSE, "true"),
    (ItemType.TRUEFALSE, 1),
    (ItemType.TRUEFALSE, None),
    (ItemType.NUMERICAL, 5),
    (ItemType.NUMERICAL, "1e999999999"),
    (ItemType.NUMERICAL, ""),
    (ItemType.BEST_WORST, {"best": "C"}),
    (ItemType.BEST_WORST, {"best": "C", "worst": "C"}),
    (ItemType.BEST_WORST, {"best": "", "worst": ""}),
    (ItemType.BEST_WORST, {"best": "C", "worst": "A", "other": "B"}),
    (ItemType.BEST_WORST, {"best": "C", "worst": None}),
    (ItemType.BEST_WORST, ["C", "A"]),
]


@pytest.mark.parametrize(("kind", "value", "response"), GOOD)
def test_each_type_reads_its_own_form(kind, value, response):
    assert parse_response(kind, LETTERS, value) == response


@pytest.mark.parametrize(("kind", "value"), BAD)
def test_other_forms_are_refused_with_a_code_and_a_reason(kind, value):
    with pytest.raises(BadResponse) as refused:
        parse_response(kind, LETTERS, value)
    assert refused.value.code in {"E_RESPONSE", "E_NUMBER"}
    assert refused.value.facts["type"] == kind.value
    assert refused.value.facts["reason"]


@pytest.mark.parametrize(("kind", "value", "response"), GOOD)
def test_a_response_comes_back_from_its_json_form(kind, value, response):
    text = json.dumps(response_json(response))
    assert parse_response(kind, LETTERS, json.loads(text)) == response


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(LETTERS),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["best", "worst", "x"]), inner),
    max_leaves=6,
)


@given(st.sampled_from(ItemType), anything)
@example(ItemType.SHORTANSWER, "")
def test_any_value_is_read_or_refused_and_what_is_read_comes_back(kind, value):
    try:
        response = parse_response(kind, LETTERS, value)
    except BadResponse:
        return
    assert not is_blank(response) or kind is ItemType.SHORTANSWER
    assert parse_response(kind, LETTERS, response_json(response)) == response


@pytest.mark.parametrize("text", ["", " ", "\u3000"])
def test_a_typed_answer_may_be_emptied_again_and_is_none_then(text):
    assert is_blank(parse_response(ItemType.SHORTANSWER, LETTERS, text))


def test_nothing_chosen_is_blank_and_false_is_not():
    assert all(is_blank(nothing) for nothing in (None, (), "", " ", BestWorst("", "")))
    assert not any(is_blank(something) for something in (False, "A", ("A",), BestWorst("", "A")))

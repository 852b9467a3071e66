"""A paper comes back from the journal as it went in, or not at all."""

import json

import pytest

from exams.papers.codec import paper_bytes, paper_from_json, paper_to_json
from exams.papers.draw import Candidate, draw_from
from exams.papers.errors import PaperUnreadable
from exams.papers.pool import prepare
from tests.exams.papers.full_form import TODAY, full_bank, full_blueprint


@pytest.fixture(scope="module")
def paper():
    return draw_from(prepare(full_blueprint(), full_bank(), TODAY), Candidate("种", "A001", "S", 2))


def test_a_paper_comes_back_from_its_bytes(paper):
    assert paper_from_json(json.loads(paper_bytes(paper))) == paper
    assert paper_bytes(paper_from_json(paper_to_json(paper))) == paper_bytes(paper)


@pytest.mark.parametrize("value", [None, [], "paper", {}, {"items": []}])
def test_what_is_no_paper_is_refused(value):
    with pytest.raises(PaperUnreadable):
        paper_from_json(value)


@pytest.mark.parametrize(
    ("field", "value"),
    [("seed", 5), ("attempt", True), ("attempt", 0), ("attempt", "1"), ("items", {}), ("items", [None]), ("more", 1)],
)
def test_an_odd_field_of_a_paper_is_refused(paper, field, value):
    with pytest.raises(PaperUnreadable):
        paper_from_json({**paper_to_json(paper), field: value})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("position", 2),
        ("position", 1.0),
        ("item", ""),
        ("item", None),
        ("version", 0),
        ("type", "essay"),
        ("level", "guess"),
        ("points", -1),
        ("points", 10**9),
        ("red_line", 1),
        ("order", ["A", "A"]),
        ("order", [1]),
        ("order", "AB"),
        ("numbers", {"a": 1}),
        ("numbers", {"a": "1e999999999"}),
        ("more", 1),
    ],
)
def test_an_odd_field_of_a_place_is_refused_and_named(paper, field, value):
    spelled = paper_to_json(paper)
    spelled["items"][0][field] = value
    with pytest.raises(PaperUnreadable) as refused:
        paper_from_json(spelled)
    assert refused.value.code == "E_PAPER"
    assert str(refused.value.facts["where"]).startswith("items/1")


def test_a_missing_field_of_a_place_is_refused(paper):
    for field in paper_to_json(paper)["items"][0]:
        spelled = paper_to_json(paper)
        del spelled["items"][3][field]
        with pytest.raises(PaperUnreadable):
            paper_from_json(spelled)


def test_a_paper_of_endless_items_is_refused(paper):
    spelled = paper_to_json(paper)
    spelled["items"] = spelled["items"] * 8
    with pytest.raises(PaperUnreadable):
        paper_from_json(spelled)

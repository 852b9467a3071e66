"""Interop 4.11: the templates of QTI, mappings and areas."""

from fractions import Fraction

import pytest

from tests.exams.interop.grading.qti_pieces import SCORE, declared, fraction, graded, template

MATCH = [
    ("single", "identifier", ["A"], "A", 1),
    ("single", "identifier", ["A"], "B", 0),
    ("single", "identifier", ["A"], "a", 0),
    ("single", "string", ["York"], "york", 0),
    ("single", "string", ["York"], "York", 1),
    ("single", "integer", ["4"], "4", 1),
    ("single", "integer", ["4"], 4, 1),
    ("single", "float", ["0.5"], "0.50", 1),
    ("single", "boolean", ["true"], True, 1),
    ("multiple", "identifier", ["A", "B"], ["B", "A"], 1),
    ("multiple", "identifier", ["A", "B"], ["A"], 0),
    ("multiple", "identifier", ["A", "B"], ["A", "B", "C"], 0),
    ("multiple", "identifier", ["A", "B"], ["A", "A", "B"], 0),
    ("ordered", "identifier", ["A", "B"], ["A", "B"], 1),
    ("ordered", "identifier", ["A", "B"], ["B", "A"], 0),
    ("multiple", "pair", ["A B", "C D"], ["D C", "B A"], 1),
    ("multiple", "pair", ["A B", "C D"], [["D", "C"], ["B", "A"]], 1),
    ("multiple", "directedPair", ["A B", "C D"], ["C D", "A B"], 1),
    ("multiple", "directedPair", ["A B"], ["B A"], 0),
    ("single", "directedPair", ["A B"], ["A", "B"], 1),
    ("single", "point", ["10 20"], "10 20", 1),
    ("single", "point", ["10 20"], [10, 20], 1),
]


@pytest.mark.parametrize(("cardinality", "base", "correct", "response", "score"), MATCH)
def test_match_correct(cardinality, base, correct, response, score):
    pieces = (declared(cardinality, base, correct), SCORE, template("match_correct"))
    assert fraction(*pieces, response=response) == score


def test_match_correct_without_a_response_is_blank():
    told = graded(declared(correct=["A"]), SCORE, template("match_correct"), response=None)
    assert told.to_json() == {"fraction": 0.0, "state": "blank"}


@pytest.mark.parametrize("address", ["match_correct.xml", "CC2_match", "cc2_match_basic"])
def test_a_template_is_known_in_every_spelling_of_its_address(address):
    assert fraction(declared(correct=["A"]), SCORE, template(address), response="A") == 1


def test_an_unknown_template_waits_for_a_person():
    assert graded(declared(correct=["A"]), SCORE, template("our_own"), response="A").state == "manual"


def mapping(*entries, **bounds):
    said = "".join(f' {name}="{value}"' for name, value in bounds.items())
    inside = "".join(f'<mapEntry mapKey="{k}" mappedValue="{v}"{more}/>' for k, v, more in entries)
    return f"<mapping{said}>{inside}</mapping>"


def test_a_mapping_says_for_its_entries_whether_case_matters():
    mapped = mapping(("York", 1, ""), ("Ely", 1, ' caseSensitive="true"'), caseSensitive="false")
    item = (declared(base="string", inside=mapped), SCORE, template("map_response"))
    assert [fraction(*item, response=word) for word in ("YORK", "Ely", "ELY")] == [1, 1, 0]


H2O = mapping(("H", 1, ""), ("O", 1, ""), ("Cl", -1, ""), lowerBound=0, upperBound=2, defaultValue=-2)

MAPPED = [
    (["H", "O"], 2),
    (["H"], 1),
    (["H", "H"], 1),
    (["H", "Cl"], 0),
    (["H", "O", "Cl"], 1),
    (["Cl"], 0),
    (["H", "O", "He"], 0),
]


@pytest.mark.parametrize(("response", "score"), MAPPED)
def test_map_response_sums_distinct_values_within_its_bounds(response, score):
    pieces = (declared("multiple", correct=["H", "O"], inside=H2O), SCORE, template("map_response"))
    assert fraction(*pieces, response=response) == Fraction(score, 2)


def test_map_response_of_nothing_is_nothing_even_with_a_default():
    pieces = (declared(inside=mapping(("A", 1, ""), defaultValue=1)), SCORE, template("map_response"))
    assert graded(*pieces, response=None).state == "blank"
    assert fraction(*pieces, response="B") == 1


def test_a_mapping_minds_case_unless_the_entry_says_otherwise():
    York = mapping(("York", 1, ""), ("york", "0.5", ""))  # noqa: N806
    loose = mapping(("York", 1, ' caseSensitive="false"'))
    assert fraction(declared(base="string", inside=York), SCORE, template("map_response"), response="york") == 0.5
    assert fraction(declared(base="string", inside=loose), SCORE, template("map_response"), response="YORK") == 1


def test_a_negative_mapping_without_a_bound_costs():
    pieces = (declared(inside=mapping(("A", 1, ""), ("B", -1, ""))), SCORE, template("map_response"))
    assert graded(*pieces, response="B").to_json() == {"fraction": -1.0, "state": "wrong"}


def test_an_upper_bound_is_the_whole_mark():
    inside = mapping(("A", 1, ""), ("B", 1, ""), upperBound=1)
    pieces = (declared("multiple", correct=["A"], inside=inside), SCORE, template("map_response"))
    assert fraction(*pieces, response=["A"]) == fraction(*pieces, response=["A", "B"]) == 1


def areas(*entries, default=0):
    inside = "".join(f'<areaMapEntry shape="{s}" coords="{c}" mappedValue="{v}"/>' for s, c, v in entries)
    return f'<areaMapping defaultValue="{default}">{inside}</areaMapping>'


AREAS = [
    ("circle", "10,10,5", "13 14", 1),
    ("circle", "10,10,5", "14 14", 0),
    ("rect", "0,0,10,20", "10 20", 1),
    ("rect", "0,0,10,20", "11 20", 0),
    ("poly", "0,0,10,0,0,10", "2 2", 1),
    ("poly", "0,0,10,0,0,10", "5 5", 1),
    ("poly", "0,0,10,0,0,10", "6 6", 0),
    ("ellipse", "0,0,10,5", "0 5", 1),
    ("ellipse", "0,0,10,5", "0 6", 0),
    ("default", "", "99 99", 1),
]


@pytest.mark.parametrize(("shape", "coords", "point", "score"), AREAS)
def test_a_point_in_or_outside_an_area(shape, coords, point, score):
    pieces = (declared(base="point", inside=areas((shape, coords, 1))), SCORE, template("map_response_point"))
    assert fraction(*pieces, response=point) == score


def test_an_area_counts_once_and_points_outside_add_the_default():
    inside = areas(("rect", "0,0,10,10", 1), ("rect", "20,20,30,30", 1), default="-0.5")
    pieces = (declared("multiple", "point", inside=inside), SCORE, template("map_response_point"))
    assert fraction(*pieces, response=["1 1", "2 2"]) == Fraction(1, 2)
    assert fraction(*pieces, response=["1 1", "25 25"]) == 1
    assert fraction(*pieces, response=["1 1", "50 50"]) == Fraction(1, 4)


def test_the_first_of_two_areas_over_each_other_takes_the_point():
    inside = areas(("circle", "0,0,5", 1), ("circle", "0,0,50", "0.5"))
    pieces = (declared(base="point", inside=inside), SCORE, template("map_response_point"))
    assert fraction(*pieces, response="0 0") == 1
    assert fraction(*pieces, response="0 20") == Fraction(1, 2)

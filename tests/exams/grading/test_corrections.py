"""A key or a policy put right: what the same answers are worth then, by the one grading function."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exams.grading.answers import correct_response
from exams.grading.correction import Correction, Remedy, Sheet, concerns, grade_sheet, in_force
from exams.grading.grade import grade
from exams.grading.marks import MarkState
from exams.grading.policy import WHOLE, GradingPolicy
from exams.items.item import BestWorst, ItemType
from tests.exams.grading.places import RIGHT, Place, a_form, a_paper

POLICY = GradingPolicy(60)
WRONG = {
    ItemType.SINGLE: "A",
    ItemType.MULTIPLE: ("B",),
    ItemType.TRUEFALSE: True,
    ItemType.NUMERICAL: "1",
    ItemType.BEST_WORST: BestWorst("A", "B"),
}


def sheet(places, answers, policy=POLICY, version=2):
    paper, keys, items = a_paper(*places)
    return Sheet(paper, answers, keys, items, policy, version)


def key(place, *accepted):
    return Correction(Remedy.KEY, place.item.id, place.item.version, accepted)


def void(place, remedy):
    return Correction(remedy, place.item.id, place.item.version)


def points(told):
    return {mark.position: mark.points for mark in told.marks}


def test_without_a_correction_it_is_the_same_grading():
    one = sheet(a_form(20), {1: "B", 2: ("A",)})
    assert grade_sheet(one) == grade(one.paper, one.keys, one.items, one.answers, one.policy, 2)


@pytest.mark.feature("e5")
@pytest.mark.parametrize(("given_answer", "before", "after"), [("B", 1000, 0), ("C", 0, 1000), ("A", 0, 0)])
def test_a_key_put_right_gives_the_points_to_whoever_was_right(given_answer, before, after):
    place = Place(ItemType.SINGLE)
    one = sheet([place], {1: given_answer})
    assert (points(grade_sheet(one)), points(grade_sheet(one, [key(place, "C")]))) == ({1: before}, {1: after})


def test_of_several_right_answers_each_gets_the_most_that_one_gives():
    place = Place(ItemType.MULTIPLE)
    both = key(place, ("A", "C", "D"), ("A", "B"))
    answers = ("A", "B"), ("A", "C", "D")
    worth = {answer: points(grade_sheet(sheet([place], {1: answer}), [both]))[1] for answer in answers}
    assert set(worth.values()) == {2000}
    assert points(grade_sheet(sheet([place], {1: ("C",)}), [both]))[1] < 2000


@pytest.mark.parametrize("kind", RIGHT)
@pytest.mark.parametrize("answer", ["wrong", "blank"])
def test_credit_gives_everybody_full_points(kind, answer):
    place = Place(kind, points=3000)
    answers = {1: WRONG[kind]} if answer == "wrong" else {}
    told = grade_sheet(sheet([place], answers, GradingPolicy(60, negative=WHOLE // 2)), [void(place, Remedy.CREDIT)])
    assert (told.score, told.marks[0].state) == (3000, MarkState.RIGHT)


def test_a_removed_question_counts_on_neither_side():
    first, second = Place(ItemType.SINGLE), Place(ItemType.MULTIPLE, 2)
    told = grade_sheet(sheet([first, second], {2: ("A", "C", "D")}), [void(first, Remedy.REMOVE)])
    assert (told.score, told.max_score, [mark.item for mark in told.marks]) == (2000, 2000, [second.item.id])


def test_of_red_lines_as_many_are_asked_for_as_are_left():
    red = [Place(ItemType.SINGLE, one, red_line=True) for one in (1, 2)]
    one = sheet(red, {1: "B"}, GradingPolicy(0, red_line_needed=2))
    assert not grade_sheet(one).passed
    told = grade_sheet(one, [void(red[1], Remedy.REMOVE)])
    assert (told.red_line_needed, told.passed) == (1, True)


def test_other_gates_decide_about_the_same_points():
    place = [Place(ItemType.SINGLE, one) for one in (1, 2)]
    one = sheet(place, {1: "B", 2: "A"})
    assert not grade_sheet(one).passed
    eased = Correction(Remedy.POLICY, blueprint="final", pass_percent=50)
    assert grade_sheet(one, [eased]).passed
    assert not grade_sheet(one, [replace(eased, blueprint="renewal")]).passed
    harder = Correction(Remedy.POLICY, blueprint="final", negative=WHOLE)
    assert grade_sheet(one, [harder]).score == 0


def test_another_version_of_the_question_is_another_question():
    place = Place(ItemType.SINGLE)
    old = Correction(Remedy.CREDIT, place.item.id, place.item.version - 1)
    one = sheet([place], {})
    assert not concerns(old, one.paper)
    assert grade_sheet(one, [old]) == grade_sheet(one)


def test_of_two_corrections_of_one_question_the_later_counts_and_policies_add_up():
    place = Place(ItemType.SINGLE)
    gates = [Correction(Remedy.POLICY, blueprint="final", pass_percent=50),
             Correction(Remedy.POLICY, blueprint="final", red_line_needed=1)]  # fmt: skip
    told = in_force([key(place, "C"), *gates, void(place, Remedy.CREDIT)])
    assert set(told) == {
        void(place, Remedy.CREDIT),
        Correction(Remedy.POLICY, blueprint="final", pass_percent=50, red_line_needed=1),
    }


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_only_the_corrected_place_is_marked_otherwise(data):
    places = a_form(10)
    right = {one.paper.position: correct_response(one.item, one.key, one.paper) for one in places}
    answers = {
        one.paper.position: data.draw(st.sampled_from([right[one.paper.position], WRONG[one.paper.type]]))
        for one in places
        if data.draw(st.booleans())
    }
    place = data.draw(st.sampled_from(places))
    told = data.draw(st.sampled_from([void(place, Remedy.CREDIT), key(place, WRONG[place.paper.type])]))
    if place.paper.type is ItemType.NUMERICAL:
        told = void(place, Remedy.CREDIT)
    one = sheet(places, answers)
    before, after = points(grade_sheet(one)), points(grade_sheet(one, [told]))
    assert {at for at in before if before[at] != after[at]} <= {place.paper.position}

"""Places to answer in, spelled as letters; what may be answered there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.errors import AcademyError
from exams.items.errors import BadResponse
from exams.items.item import ItemType
from exams.items.response import is_blank, parse_response, response_json
from exams.items.slots import Slot, accepted, example, own_letters, shuffled_letters, slots_of

FILL = ("1", "2")
MATCHING = ("1", "1A", "1B", "2", "2A", "2B")
CASE = ("1", "1A", "1B", "2", "2+A", "2+B", "2+C", "3")


def test_letters_spell_places_with_what_they_offer():
    assert slots_of(CASE) == (Slot("1", ("A", "B")), Slot("2", ("A", "B", "C"), many=True), Slot("3"))
    assert slots_of(("1A", "1B")) == (Slot("1", ("A", "B")),)


@pytest.mark.parametrize(
    "letters", [(), ("0",), ("A",), ("1AB",), ("1", "1A", "1+B"), ("100",), [str(n) for n in range(1, 22)]]
)
def test_what_spells_no_places_is_refused(letters):
    with pytest.raises(ValueError, match=r".*"):
        slots_of(letters)


def test_the_options_of_all_places_are_shown_in_one_new_order():
    assert shuffled_letters(MATCHING, "BA") == ("1", "1B", "1A", "2", "2B", "2A")
    assert own_letters(CASE) == ("A", "B", "C")


@pytest.mark.parametrize(
    ("kind", "letters", "value"),
    [
        (ItemType.SHORTANSWER, (), "口头挂失"),
        (ItemType.FILL, FILL, ["挂失", ""]),
        (ItemType.MATCHING, MATCHING, ["B", ""]),
        (ItemType.DROPDOWN, MATCHING, ["A", "A"]),
        (ItemType.CASE, CASE, ["A", "AC", "95588"]),
        (ItemType.ORDERING, ("B", "A", "C"), ["C", "A", "B"]),
    ],
)
def test_an_answer_goes_into_its_json_form_and_back(kind, letters, value):
    response = parse_response(kind, letters, value)
    assert response_json(response) == value
    assert not is_blank(response)


@pytest.mark.parametrize(
    ("kind", "letters", "value"),
    [
        (ItemType.SHORTANSWER, (), 5),
        (ItemType.SHORTANSWER, (), "x" * 201),
        (ItemType.SHORTANSWER, (), "two\nlines"),
        (ItemType.SHORTANSWER, (), "\ud800"),
        (ItemType.FILL, FILL, ["one"]),
        (ItemType.FILL, FILL, ["one", 2]),
        (ItemType.FILL, FILL, "one"),
        (ItemType.MATCHING, MATCHING, ["C", "A"]),
        (ItemType.MATCHING, MATCHING, ["AB", "A"]),
        (ItemType.CASE, CASE, ["A", "CA", ""]),
        (ItemType.CASE, CASE, ["A", "AA", ""]),
        (ItemType.ORDERING, ("A", "B", "C"), ["A", "B"]),
        (ItemType.ORDERING, ("A", "B", "C"), ["A", "B", "B"]),
        (ItemType.ORDERING, ("A", "B", "C"), [1, 2, 3]),
    ],
)
def test_what_is_no_answer_to_such_a_question_is_refused(kind, letters, value):
    with pytest.raises(BadResponse):
        parse_response(kind, letters, value)


@given(
    st.sampled_from([ItemType.SHORTANSWER, ItemType.FILL, ItemType.CASE, ItemType.ORDERING]),
    st.sampled_from([FILL, MATCHING, CASE]),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=4), lambda one: st.lists(one, max_size=3)
    ),
)
def test_whatever_stands_there_is_an_answer_or_a_refusal(kind, letters, value):
    try:
        response = parse_response(kind, letters, value)
    except AcademyError:
        return
    assert response_json(response) == value


def test_open_places_alone_are_no_answer():
    assert is_blank(("", " "))
    assert not is_blank(("", "x"))


def test_accepted_answers_stand_one_a_line_with_what_they_are_worth():
    assert [(one, float(part)) for one, part in accepted("挂失\n%50%口挂*\n%0%*")] == [
        ("挂失", 1.0),
        ("口挂*", 0.5),
        ("*", 0.0),
    ]
    assert example("%50%half\n955*88") == "95588"
    assert example(r"=3 \* 4") == "3 * 4"
    assert example("%50%half") == ""

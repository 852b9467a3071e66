"""What is read aloud of a question, and what of it is not."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.speech.spoken import MOST, check_text, question_text, readable, sentences
from desktop.widgets.values import Option
from tests.exams.desk.every_card import BARE, REGIONS


def test_a_question_is_read_with_its_task_and_its_options_by_the_letters_on_the_screen():
    options = (Option("C", "Report the loss"), Option("A", "Wait"))
    assert question_text("Choose one.", "What **first**?", options).splitlines() == [
        "Choose one.",
        "What first ?",
        "A: Report the loss。",
        "B: Wait。",
    ]


def test_an_option_struck_out_is_passed_over_and_the_others_keep_their_letters():
    options = (Option("C", "One"), Option("A", "Two"))
    assert question_text("", "Stem?", options, frozenset("C")).splitlines() == ["Stem?", "B: Two。"]


def test_places_of_a_case_are_read_by_number_and_their_lists_by_letter():
    options = (Option("1", "First question"), Option("1A", "yes"), Option("1B", "no"), Option("2+", "Second"))
    assert question_text("", "", options).splitlines() == ["1: First question。", "A: yes。", "B: no。", "2: Second。"]


def test_a_picture_is_read_by_what_it_shows_and_its_regions_by_their_letters():
    options = tuple(Option(letter, text) for letter, text in (("0", BARE), ("A", "the left box"), ("B", "the circle")))
    assert question_text("", "Where?", options).splitlines() == [
        "Where?",
        "two boxes and a circle。",
        "A: the left box。",
        "B: the circle。",
    ]
    assert question_text("", "Where?", (Option("0", REGIONS),)).splitlines() == ["Where?"]


def test_a_checked_self_check_says_after_each_option_why():
    options = (Option("A", "Yes", why="It is the rule."), Option("B", "No", why="It is not."))
    read = check_text("Right?", options, "See 1.2.").splitlines()
    assert read == ["Right?", "A: Yes。", "It is the rule.", "B: No。", "It is not.", "See 1.2."]


@given(st.text(max_size=200))
def test_nothing_that_a_speech_program_takes_for_a_command_is_left(text):
    read = readable(text)
    assert "[[" not in read
    assert all(char.isprintable() or char == " " for char in read if ord(char) < 128)


def test_a_text_without_end_is_cut():
    assert len(sentences(["很" * 3 * MOST])) == MOST + 1

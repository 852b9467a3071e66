"""What is saved, what is not, and where the exam leads: without a window."""

import pytest

from desktop.screens.take_exam.state import Hint
from desktop.widgets.values import PlaceState, SaveState
from tests.desktop.screens.take_exam.exam_desk import MULTIPLE, NUMERICAL, PAIR, SINGLE, TRUEFALSE, Exam, Screen


@pytest.fixture(params=[(SINGLE, "A"), (MULTIPLE, ["A", "C"]), (TRUEFALSE, False), (NUMERICAL, "78.80")])
def answered(request):
    position, value = request.param
    exam = Exam(position)
    exam.presenter.choose(value)
    return exam, value


def test_the_question_shown_is_noted_once_however_often_it_is_drawn():
    exam = Exam()
    exam.presenter.attach(Screen())
    exam.presenter.show()
    exam.presenter.show()
    assert exam.desk.written == [("show", SINGLE, None)]


@pytest.mark.feature("b7")
def test_saved_stands_only_beside_what_the_desk_has_taken(answered):
    exam, value = answered
    assert exam.state.saved is SaveState.SAVED
    assert exam.state.value == value
    assert exam.desk.answers_written() == [(exam.state.position, value)]


@pytest.mark.feature("b7")
def test_nothing_says_saved_before_the_desk_returns():
    exam = Exam()
    seen = []
    answer = exam.desk.answer
    exam.desk.answer = lambda *words: seen.append(exam.state.saved) or answer(*words)
    exam.presenter.choose("A")
    assert seen == [SaveState.IDLE]
    assert all(state.saved is not SaveState.SAVED for state in exam.screen.states[:-1])


@pytest.mark.feature("b7")
def test_a_refused_save_says_so_tells_why_and_keeps_what_was_chosen():
    exam = Exam()
    exam.desk.fill_disk()
    exam.presenter.choose("B")
    assert exam.state.saved is SaveState.FAILED
    assert exam.state.hint is Hint.NOT_SAVED
    assert exam.state.draft == "B"
    assert exam.state.value is None
    assert exam.told == ["E_DISK_FULL"]


def test_a_refused_save_is_tried_again_on_request():
    exam = Exam()
    exam.desk.fill_disk()
    exam.presenter.choose("B")
    exam.desk.broken = None
    exam.presenter.try_again()
    assert exam.state.saved is SaveState.SAVED
    assert exam.state.value == "B"
    assert exam.state.draft is None


def test_nobody_leaves_a_question_whose_answer_the_disk_refuses():
    exam = Exam()
    exam.desk.fill_disk()
    exam.presenter.choose("B")
    exam.presenter.go_next()
    exam.presenter.ask_summary()
    assert exam.state.position == SINGLE
    assert "summary" not in exam.told
    exam.desk.broken = None
    exam.presenter.go_next()
    assert exam.state.position == MULTIPLE
    assert exam.desk.answers_written() == [(SINGLE, "B")]


def test_an_answer_taken_back_is_cleared_and_that_is_saved_too(answered):
    exam, _ = answered
    exam.presenter.choose(None)
    assert exam.state.value is None
    assert exam.state.saved is SaveState.SAVED
    assert exam.state.answered == 0
    assert exam.desk.written[-1][0] == "clear"


def test_an_empty_multiple_choice_is_no_answer():
    exam = Exam(MULTIPLE)
    exam.presenter.choose(["A"])
    exam.presenter.choose(None)
    assert exam.state.places[MULTIPLE - 1].state is PlaceState.SEEN


def test_coming_back_to_an_answered_question_shows_that_it_is_saved(answered):
    exam, value = answered
    here = exam.state.position
    exam.presenter.go_to(PAIR)
    assert exam.state.saved is SaveState.IDLE
    exam.presenter.go_to(here)
    assert exam.state.value == value
    assert exam.state.saved is SaveState.SAVED


def test_the_same_answer_again_is_written_once(answered):
    exam, value = answered
    exam.presenter.choose(value)
    assert len(exam.desk.answers_written()) == 1


@pytest.mark.feature("b3")
def test_what_is_being_typed_is_saved_with_every_keystroke():
    exam = Exam(NUMERICAL)
    for typed in ("7", "78", "78."):
        exam.presenter.keep_draft(typed)
        assert exam.state.saved is SaveState.SAVED
    assert exam.desk.written[1:] == [
        ("answer", NUMERICAL, "7"),
        ("answer", NUMERICAL, "78"),
        ("draft", NUMERICAL, "78."),
    ]
    assert (exam.state.value, exam.state.draft, exam.state.hint) == (None, "78.", Hint.NO_NUMBER_YET)
    assert exam.state.places[NUMERICAL - 1].state is PlaceState.SEEN
    exam.presenter.keep_draft("78.8")
    assert (exam.state.value, exam.state.draft, exam.state.hint) == ("78.8", None, Hint.NONE)
    assert exam.state.places[NUMERICAL - 1].state is PlaceState.ANSWERED


def test_what_the_disk_does_not_take_is_not_called_saved():
    exam = Exam(NUMERICAL)
    exam.desk.fill_disk()
    exam.presenter.keep_draft("7")
    assert (exam.state.saved, exam.state.draft, exam.told) == (SaveState.FAILED, "7", ["E_DISK_FULL"])
    exam.desk.broken = None
    exam.presenter.try_again()
    assert (exam.state.saved, exam.state.value) == (SaveState.SAVED, "7")


def test_what_is_no_number_yet_is_there_again_in_another_process_and_said_to_be_none():
    exam = Exam(NUMERICAL, on_disk={NUMERICAL: "12 a"})
    assert (exam.state.draft, exam.state.hint, exam.state.saved) == ("12 a", Hint.NO_NUMBER_YET, SaveState.SAVED)
    assert exam.state.fault == ""
    exam.presenter.choose("12 a")
    assert (exam.state.hint, exam.state.draft) == (Hint.UNREADABLE, "12 a")


def test_an_emptied_field_is_an_answer_taken_back():
    exam = Exam(NUMERICAL)
    exam.presenter.keep_draft("-")
    exam.presenter.keep_draft(None)
    assert (exam.state.draft, exam.state.hint, exam.desk.written[-1]) == (None, Hint.NONE, ("clear", NUMERICAL, None))


@pytest.mark.parametrize("leave", ["go_next", "go_back", "ask_summary"])
def test_a_typed_number_is_saved_before_the_question_is_left(leave):
    exam = Exam(NUMERICAL)
    exam.presenter.keep_draft("78.80")
    getattr(exam.presenter, leave)()
    assert exam.desk.answers_written() == [(NUMERICAL, "78.80")]
    assert exam.state.position != NUMERICAL or exam.told == ["summary"]


@pytest.mark.parametrize("typed", ["abc", "78,,8", "12 km"])
def test_what_cannot_be_read_as_a_number_says_so_in_place_and_opens_no_sheet(typed):
    exam = Exam(NUMERICAL)
    exam.presenter.choose(typed)
    assert exam.state.hint is Hint.UNREADABLE
    assert exam.state.saved is SaveState.FAILED
    assert exam.state.draft == typed
    assert exam.state.fault
    assert exam.told == []
    exam.presenter.keep_draft("78")
    assert exam.state.fault == ""


def test_leaving_an_unreadable_number_stops_once_and_its_text_is_there_on_coming_back():
    exam = Exam(NUMERICAL)
    exam.presenter.keep_draft("abc")
    exam.presenter.go_next()
    assert exam.state.position == NUMERICAL
    assert exam.state.fault
    exam.presenter.go_next()
    assert exam.state.position == PAIR
    exam.presenter.go_back()
    assert exam.state.draft == "abc"
    assert exam.state.places[NUMERICAL - 1].state is PlaceState.SEEN


def test_half_a_pair_is_saved_as_half_and_counts_as_unanswered():
    exam = Exam(PAIR)
    exam.presenter.keep_draft({"best": "A"})
    assert exam.desk.answers_written() == [(PAIR, {"best": "A", "worst": ""})]
    assert exam.state.saved is SaveState.SAVED
    assert exam.state.hint is Hint.HALF
    assert exam.state.answered == 0
    assert exam.state.places[PAIR - 1].state is PlaceState.SEEN
    exam.presenter.go_back()
    assert exam.state.hint is Hint.NONE
    exam.presenter.go_next()
    assert exam.state.value == {"best": "A", "worst": ""}
    assert exam.state.hint is Hint.HALF
    exam.presenter.choose({"best": "A", "worst": "B"})
    assert exam.state.hint is Hint.NONE
    assert exam.state.answered == 1


def test_drafts_outlive_the_way_over_the_summary():
    exam = Exam(NUMERICAL)
    exam.presenter.keep_draft("abc")
    exam.presenter.ask_summary()
    assert exam.state.fault
    exam.presenter.ask_summary()
    assert exam.told == ["summary"]
    assert Exam(NUMERICAL, on_disk=exam.desk.sitting.drafts).state.draft == "abc"


@pytest.mark.feature("b1")
def test_the_navigator_knows_unseen_seen_answered_flagged():
    exam = Exam()
    exam.presenter.choose("A")
    exam.presenter.go_next()
    exam.presenter.flag()
    places = exam.state.places
    assert [place.state for place in places[:3]] == [PlaceState.ANSWERED, PlaceState.SEEN, PlaceState.UNSEEN]
    assert [place.flagged for place in places[:3]] == [False, True, False]
    assert exam.state.flagged
    exam.presenter.flag()
    assert not exam.state.flagged


def test_a_flag_set_while_typing_loses_nothing():
    exam = Exam(NUMERICAL)
    exam.presenter.keep_draft("78.8")
    exam.presenter.flag()
    assert exam.state.value == "78.8"


def test_after_the_last_question_comes_the_summary_and_before_the_first_nothing():
    exam = Exam(PAIR)
    exam.presenter.go_next()
    assert exam.told == ["summary"]
    first = Exam()
    first.presenter.go_back()
    assert first.state.position == SINGLE

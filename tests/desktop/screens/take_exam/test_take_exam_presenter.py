"""What is saved, what is not, and where the exam leads: without a window."""

import pytest

from desktop.screens.take_exam.presenter import Exits, TakeExamPresenter
from desktop.screens.take_exam.state import Alert, Hint
from desktop.widgets.values import PlaceState, SaveState
from tests.desktop.screens.take_exam.exam_desk import (
    MULTIPLE,
    NUMERICAL,
    PAIR,
    SINGLE,
    TITLES,
    TRUEFALSE,
    Desk,
    Screen,
)


class Exam:
    """A presenter with its desk and screen, and all the places it led to."""

    def __init__(self, position=SINGLE, drafts=None, **changes):
        self.desk = Desk(position=position, **changes)
        self.screen = Screen()
        self.told = []
        exits = Exits(
            summary=lambda: self.told.append("summary"),
            over=lambda: self.told.append("over"),
            failed=lambda error: self.told.append(error.code),
        )
        self.presenter = TakeExamPresenter(self.desk, self.desk.sitting, TITLES, exits, drafts)
        self.presenter.attach(self.screen)
        self.presenter.show()

    @property
    def state(self):
        return self.screen.state


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


def test_what_is_being_typed_is_not_called_saved():
    exam = Exam(NUMERICAL)
    exam.presenter.choose("7")
    exam.presenter.keep_draft("78")
    assert exam.state.saved is SaveState.SAVING
    assert exam.state.value == "7"
    exam.presenter.keep_draft("7")
    assert exam.state.saved is SaveState.SAVED
    assert exam.state.draft is None


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
    drafts = {}
    exam = Exam(NUMERICAL, drafts)
    exam.presenter.keep_draft("abc")
    exam.presenter.ask_summary()
    exam.presenter.ask_summary()
    assert exam.told == ["summary"]
    assert Exam(NUMERICAL, drafts).state.draft == "abc"


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
    assert exam.state.draft == "78.8"


def test_after_the_last_question_comes_the_summary_and_before_the_first_nothing():
    exam = Exam(PAIR)
    exam.presenter.go_next()
    assert exam.told == ["summary"]
    first = Exam()
    first.presenter.go_back()
    assert first.state.position == SINGLE


def test_a_second_costs_no_redrawing_of_the_question():
    exam = Exam()
    drawn = len(exam.screen.states)
    exam.desk.leave(900)
    exam.presenter.tick()
    assert exam.screen.seconds == [900]
    assert len(exam.screen.states) == drawn


@pytest.mark.feature("b2")
def test_short_time_is_said_at_five_minutes_and_at_one():
    exam = Exam()
    said = []
    for seconds in (301, 300, 299, 61, 60, 1):
        exam.desk.leave(seconds)
        exam.presenter.tick()
        said.append(exam.state.alert)
    assert said == [Alert.NONE, Alert.SOON, Alert.SOON, Alert.SOON, Alert.URGENT, Alert.URGENT]


def test_whoever_comes_back_late_is_told_at_once():
    exam = Exam(elapsed_ms=19 * 60_000)
    assert exam.state.alert is Alert.URGENT


def test_a_clock_put_away_stays_away():
    exam = Exam()
    exam.presenter.hide_clock(True)
    exam.presenter.go_next()
    assert exam.state.clock_hidden


def test_when_time_is_over_the_result_comes_by_itself_and_once():
    exam = Exam()
    exam.desk.leave(0)
    exam.presenter.tick()
    exam.presenter.tick()
    exam.presenter.choose("A")
    assert exam.told == ["over"]


def test_the_last_keystrokes_are_saved_before_time_is_over():
    exam = Exam(NUMERICAL)
    exam.desk.leave(1)
    exam.presenter.tick()
    exam.presenter.keep_draft("42")
    exam.presenter.tick()
    assert exam.desk.answers_written() == [(NUMERICAL, "42")]


def test_an_answer_after_the_end_frightens_nobody():
    exam = Exam()
    exam.desk.leave(0)
    exam.desk.refresh("")
    exam.presenter.choose("A")
    assert exam.told == ["over"]


@pytest.mark.feature("b15")
def test_a_paused_sitting_shows_no_question_and_changes_nothing():
    exam = Exam()
    exam.presenter.choose("A")
    exam.desk.pause()
    exam.presenter.tick()
    assert exam.state.paused
    assert exam.state.stem == ""
    assert exam.state.options == ()
    assert exam.state.value is None
    for action in (exam.presenter.go_next, exam.presenter.flag, exam.presenter.ask_summary):
        action()
    exam.presenter.choose("B")
    assert exam.told == []
    exam.desk.pause(False)
    exam.presenter.tick()
    assert exam.state.stem == "Stem 1"
    assert exam.state.value == "A"


def test_a_sitting_that_is_resumed_while_paused_can_be_shown():
    exam = Exam(state=Desk().sitting.state.PAUSED)
    assert exam.state.paused
    assert exam.told == []


def test_an_answer_that_meets_the_pause_is_kept_for_after_it():
    exam = Exam()
    exam.desk.pause()
    exam.presenter.choose("C")
    assert exam.told == []
    assert exam.state.paused
    exam.desk.pause(False)
    exam.presenter.tick()
    assert exam.state.draft == "C"


def test_a_disk_that_fails_at_every_tick_is_told_once():
    exam = Exam()
    exam.desk.fill_disk()
    for _ in range(5):
        exam.presenter.tick()
    assert exam.told == ["E_DISK_FULL"]
    exam.desk.broken = None
    exam.presenter.tick()
    exam.desk.fill_disk()
    exam.presenter.tick()
    assert exam.told == ["E_DISK_FULL", "E_DISK_FULL"]


def test_an_exam_whose_first_note_fails_still_shows_its_question():
    desk = Desk()
    desk.fill_disk()
    screen, told = Screen(), []
    exits = Exits(summary=lambda: None, over=lambda: None, failed=told.append)
    presenter = TakeExamPresenter(desk, desk.sitting, TITLES, exits)
    presenter.attach(screen)
    presenter.show()
    assert screen.state.stem == "Stem 1"
    assert len(told) == 1

"""The home offers one next step, says how far everything is, and leads where its buttons say."""

import pytest

from desktop.screens.my_training.presenter import Exits, MyTrainingPresenter
from desktop.screens.my_training.state import Stage
from desktop.widgets.values import FaceKind, Tone
from exams import AcademyError, Kind, Obstacle, SectionState
from tests.desktop.screens.my_training.study_desk import NOON, StudyDesk, a_line, chinese

MOCK = a_line("m1", "mock", percent=85)


class Screen:
    def show_state(self, state):
        self.state = state


class Home:
    """A presenter with a screen that remembers, and exits that write down where they led."""

    def __init__(self, desk):
        self.led = []
        names = (
            "section",
            "offer",
            "resume",
            "result",
            "certificate",
            "search",
            "glossary",
            "history",
            "calls",
            "loop",
        )
        exits = Exits(**{name: lambda *facts, name=name: self.led.append((name, *facts)) for name in names})
        self.presenter, self.screen = MyTrainingPresenter(desk, exits), Screen()
        self.presenter.attach(self.screen)
        self.presenter.show()

    @property
    def state(self):
        return self.screen.state

    def row(self, key):
        rows = [row for chapter in self.state.chapters for row in chapter.rows]
        return next(row for row in (*rows, *self.state.exams) if row.key == key)


def learned(**other):
    return StudyDesk(passed_quizzes=(1,), **other).read("1.1", "1.2")


@pytest.mark.parametrize(
    ("desk", "action", "led"),
    [
        (StudyDesk(), "Start reading", ("section", "1.1")),
        (StudyDesk(states={"1.1": SectionState.STARTED}), "Read on", ("section", "1.1")),
        (StudyDesk().read("1.1", "1.2"), "To the quiz", ("offer", Kind.QUIZ, 1)),
        (learned(), "To the mock exam", ("offer", Kind.MOCK, None)),
        (learned(lines=(MOCK,), obstacle=Obstacle.NONE), "To the exam", ("offer", Kind.FINAL, None)),
        (learned(lines=(MOCK,)), "See the terms of the exam", ("offer", Kind.FINAL, None)),
        (learned(lines=(MOCK,), obstacle=Obstacle.TOO_SOON), "Practise with a mock exam", ("offer", Kind.MOCK, None)),
        (StudyDesk(open_sitting="s9"), "Go on where you were", ("resume", "s9")),
        (learned(certificate="C-7"), "See your certificate", ("certificate", "C-7")),
    ],
)
def test_the_first_thing_undone_is_the_one_step_offered(desk, action, led):
    home = Home(desk)
    assert home.state.next.action == action
    home.presenter.go_on()
    assert home.led == [led]


def test_a_passed_final_without_its_certificate_leads_to_the_result_that_makes_it():
    final = a_line("f1", "final")
    home = Home(learned(lines=(final, MOCK), obstacle=Obstacle.ALREADY_PASSED))
    home.presenter.go_on()
    assert home.led == [("result", "f1")]


def test_waiting_names_the_moment_from_which_it_goes_on():
    home = Home(learned(lines=(MOCK,), obstacle=Obstacle.TOO_SOON, next_try_wt=NOON))
    assert "24 Nov 2026" in home.state.next.text
    assert "24 Nov 2026" in home.row("final").subtitle


@pytest.mark.parametrize("obstacle", list(Obstacle))
def test_every_obstacle_has_words_of_its_own_on_the_row_and_on_the_card(obstacle):
    home = Home(learned(lines=(MOCK,), obstacle=obstacle))
    others = {Home(learned(lines=(MOCK,), obstacle=one)).state.next.title for one in Obstacle if one is not obstacle}
    assert home.state.next.title not in others
    assert home.row("final").badge
    assert "{" not in home.state.next.text + home.row("final").subtitle


def test_an_unfinished_exam_says_how_many_answers_are_safe():
    line = a_line("s9", "final", state="open", percent=None, passed=None, answered=7, items=20)
    home = Home(StudyDesk(open_sitting="s9", lines=(line,)))
    assert home.state.next.title == "Final exam"
    assert "7 of 20 answered" in home.state.next.text


def test_who_has_the_certificate_is_told_neither_how_much_is_left_to_read_nor_how_likely_a_pass_is():
    held = StudyDesk(certificate="BA-2026-000123", lines=(a_line("f1", "final", certificate="BA-2026-000123"),))
    assert "left to read" in Home(StudyDesk()).state.time
    assert "left to read" not in Home(held).state.time
    assert (Home(StudyDesk()).state.gauge is None, Home(held).state.gauge is None) == (False, True)


def test_a_chapter_says_how_far_it_is_and_only_time_really_spent_counts():
    home = Home(StudyDesk(right={"1.1": 1}).read("1.1"))
    (chapter,) = home.state.chapters
    assert (chapter.percent, chapter.progress) == (50, "1 of 2 sections read · about 7 minutes left")
    assert home.state.time == "7 minutes read so far · about 7 minutes left to read"
    assert home.row("1.1").subtitle == "7 minutes · self-checks right: 1 of 2"
    assert (home.row("1.1").badge, home.row("1.2").badge) == ("Read", "Unread")
    home.presenter.open_row("1.2")
    assert home.led == [("section", "1.2")]


def test_quiz_and_mock_say_their_best_result():
    home = Home(learned(lines=(MOCK, a_line("m0", "mock", percent=40, passed=False))))
    assert home.row("quiz-1").badge == "Passed, best 80%"
    assert home.row("mock").badge == "Passed, best 85%"
    home.presenter.open_row("quiz-1")
    home.presenter.open_row("mock")
    assert home.led == [("offer", Kind.QUIZ, 1), ("offer", Kind.MOCK, None)]


def test_a_result_below_the_line_is_not_called_passed():
    home = Home(learned(lines=(a_line("m0", "mock", percent=40, passed=False),)))
    assert (home.row("mock").badge, home.row("mock").tone) == ("Best 40%", Tone.WARN)


def test_a_chapter_behind_an_unpassed_quiz_is_locked_and_says_why():
    home = Home(StudyDesk(chapters=2, gating=True))
    home.presenter.fold("2")
    assert not home.row("2.1").enabled
    assert not home.row("quiz-2").enabled
    assert home.state.chapters[1].note == "Opens once the quiz of the chapter before is passed."
    free = Home(StudyDesk(chapters=2, gating=False))
    free.presenter.fold("2")
    assert free.row("2.1").enabled


def test_of_several_chapters_the_one_a_person_is_at_lies_open():
    home = Home(StudyDesk(chapters=2, passed_quizzes=(1,)).read("1.1", "1.2"))
    assert [chapter.unfolded for chapter in home.state.chapters] == [False, True]
    home.presenter.fold("1")
    home.presenter.fold("2")
    assert [chapter.unfolded for chapter in home.state.chapters] == [True, False]


def test_the_way_marks_the_first_milestone_undone():
    stages = [milestone.stage for milestone in Home(StudyDesk().read("1.1", "1.2")).state.way]
    assert stages == [Stage.DONE, Stage.NOW, Stage.LATER, Stage.LATER]
    passed = learned(lines=(MOCK,), obstacle=Obstacle.ALREADY_PASSED)
    assert {milestone.stage for milestone in Home(passed).state.way} == {Stage.DONE}


def test_a_failure_is_told_and_another_try_heals_it():
    desk = StudyDesk(fault=AcademyError())
    home = Home(desk)
    assert home.state.face.kind is FaceKind.ERROR
    home.presenter.go_on()
    assert home.led == []
    desk.fault = None
    home.presenter.show()
    assert home.state.face is None


def test_the_person_is_named_as_the_language_writes_it():
    home = Home(StudyDesk())
    assert home.state.name == "Wang Xiaoyu"
    with chinese():
        home.presenter.show()
        assert home.state.name == "王小雨"
        assert home.state.next.action == "开始学习"


def test_an_exam_that_is_handed_in_and_not_graded_is_not_called_unfinished():
    line = a_line("s9", "final", state="submitted", percent=None, passed=None, ended_wt=None)
    home = Home(StudyDesk(open_sitting="s9", lines=(line,)))
    card, final = home.state.next, home.state.exams[-1]
    assert (card.overline, card.action) == ("Handed in", "See how it stands")
    assert (final.badge, "it waits for its grade" in final.subtitle) == ("Handed in", True)

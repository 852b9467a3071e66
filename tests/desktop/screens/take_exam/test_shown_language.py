"""In which language a question stood on the screen is written down with it: HR replays it so."""

import pytest

from desktop.words import use_language
from tests.desktop.screens.take_exam.exam_desk import Exam


@pytest.mark.feature("e9")
def test_each_question_is_noted_with_the_language_that_it_stands_in():
    exam = Exam()
    exam.presenter.aids.toggle_language()
    exam.presenter.choose("B")
    exam.presenter.go_next()
    assert exam.desk.langs == ["en", "zh", "en"]


def test_the_language_of_the_app_changed_in_an_exam_is_noted_once(chinese):
    exam = Exam()
    use_language("zh", chinese)
    exam.presenter.show()
    exam.presenter.show()
    use_language("en")
    assert exam.desk.langs == ["en", "zh"]

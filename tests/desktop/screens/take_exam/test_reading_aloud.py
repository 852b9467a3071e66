"""A question is read aloud when asked, in its language, and the voice stops with the question."""

import pytest
from PySide6.QtCore import Qt

from desktop.speech.voice import use_voice
from exams import Kind
from tests.desktop.screens.take_exam.way import begin_final
from tests.drivers.listening import FakeVoice


@pytest.fixture
def voice():
    made = FakeVoice()
    use_voice(made)
    yield made
    use_voice(None)


@pytest.mark.feature("i3")
def test_v_reads_the_question_with_its_options_and_v_again_is_silence(voice, way):
    sitting = begin_final(way)
    single = way.position_of("single", sitting)
    way.exam.go_to(single)
    way.exam.key(Qt.Key.Key_V)
    ((text, lang),) = voice.said
    assert lang == "en"
    assert text.splitlines()[:2] == [
        "Choose the one right answer.",
        f"{way.exam.stem}。".replace(".。", ".").replace("?。", "?"),
    ]
    assert [line[:2] for line in text.splitlines()[2:]] == ["A:", "B:", "C:", "D:"]
    assert way.exam.text("read_aloud") == "Stop reading"
    way.exam.key(Qt.Key.Key_V)
    assert voice.silent
    assert way.exam.text("read_aloud") == "Read aloud"


def test_the_next_question_and_the_summary_break_the_voice_off(voice, way):
    begin_final(way)
    way.exam.press("read_aloud")
    assert not voice.silent
    way.exam.next()
    assert voice.silent
    way.exam.press("read_aloud")
    way.exam.press("summary")
    assert voice.silent


def test_a_question_in_the_other_language_is_read_in_that_language_and_without_the_task(voice, way):
    begin_final(way)
    way.exam.press("question_language")
    way.exam.press("read_aloud")
    ((text, lang),) = voice.said
    assert lang == "zh"
    assert "Choose" not in text


def test_when_the_text_is_over_the_button_offers_it_again(voice, way):
    begin_final(way)
    way.exam.press("read_aloud")
    voice.end()
    assert way.exam.text("read_aloud") == "Read aloud"
    way.exam.press("read_aloud")
    assert len(voice.said) == 2


def test_a_pc_that_cannot_speak_offers_nothing(way):
    use_voice(FakeVoice(speaks=False))
    way.room.open_offer(Kind.FINAL)
    begin_final(way)
    assert not way.exam.has("read_aloud")
    way.exam.key(Qt.Key.Key_V)
    use_voice(None)

"""A section is read aloud from where one stands, and the page goes along."""

import pytest
from PySide6.QtCore import Qt

from desktop.speech.voice import use_voice
from tests.drivers.listening import FakeVoice


@pytest.fixture
def voice():
    made = FakeVoice()
    use_voice(made)
    yield made
    use_voice(None)


@pytest.mark.feature("a2")
def test_every_block_is_heard_in_turn_and_the_page_follows(voice, opened):
    room = opened()
    room.page.press("read_aloud")
    assert room.page.has("stop_reading")
    places = [room.page.position]
    while not voice.silent:
        voice.end()
        places.append(room.page.position)
    read = "\n".join(text for text, _ in voice.said)
    assert all(
        words in read for words in ("The first", "Second", "Say it", "A bridge with two ends", "Third", "Self-check")
    )
    assert "pages. 1" not in read.replace("\n", " ")  # the number of a source
    assert {lang for _, lang in voice.said} == {"en"}
    assert places[:-1] == sorted(places[:-1])
    assert places[-2] > places[0]
    assert not room.page.has("stop_reading")


def test_it_begins_where_one_stands_and_stops_by_key(voice, opened, qtbot):
    room = opened()
    qtbot.waitUntil(lambda: not room.page.busy)
    room.page.to_end()
    room.page.key(Qt.Key.Key_R, modifier=Qt.KeyboardModifier.ControlModifier)
    assert voice.said
    assert "The first" not in voice.said[0][0]
    room.page.key(Qt.Key.Key_R, modifier=Qt.KeyboardModifier.ControlModifier)
    assert voice.silent


def test_another_section_or_home_is_silence(voice, opened):
    room = opened()
    room.page.press("read_aloud")
    room.room.open_section("1.2")
    assert voice.silent


def test_a_pc_that_cannot_speak_offers_nothing(opened):
    use_voice(FakeVoice(speaks=False))
    room = opened()
    assert not room.page.has("read_aloud")
    use_voice(None)

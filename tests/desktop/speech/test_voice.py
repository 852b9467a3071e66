"""The voice runs the PC's program, gives it the text, and is silent when told."""

import sys
from pathlib import Path

import pytest

from desktop.speech.engine import Engine
from desktop.speech.voice import ProgramVoice

WRITES = "import sys; open(sys.argv[1], 'wb').write(sys.stdin.buffer.read())"
STAYS = "import sys, time; open(sys.argv[1], 'w').close(); time.sleep(600)"


@pytest.fixture
def voice_of(qapp):
    made = []

    def voice(script, *arguments):
        engine = Engine(sys.executable, {lang: ("-c", script, *arguments, lang) for lang in ("zh", "en")})
        made.append(ProgramVoice(lambda: engine))
        return made[-1]

    yield voice
    for one in made:
        one.stop()


def test_the_text_reaches_the_program_whole_and_its_end_is_told(qtbot, voice_of, tmp_path):
    heard, ended = tmp_path / "heard", []
    voice_of(WRITES, str(heard)).speak("挂失\n𠮷 first", "zh", lambda: ended.append(True))
    qtbot.waitUntil(lambda: ended == [True])
    assert heard.read_bytes().decode() == "挂失\n𠮷 first"


def test_a_voice_that_is_stopped_leaves_no_program_and_tells_nobody(qtbot, voice_of, tmp_path):
    begun, ended = tmp_path / "begun", []
    voice = voice_of(STAYS, str(begun))
    voice.speak("long", "en", lambda: ended.append(True))
    qtbot.waitUntil(begun.exists)
    voice.stop()
    assert not running(begun)
    assert ended == []


def test_a_second_text_breaks_off_the_first(qtbot, voice_of, tmp_path):
    begun, ended = tmp_path / "begun", []
    voice = voice_of(STAYS, str(begun))
    voice.speak("first", "en", lambda: ended.append("first"))
    qtbot.waitUntil(begun.exists)
    voice.speak("second", "zh", lambda: ended.append("second"))
    voice.stop()
    assert ended == []


def test_a_program_that_cannot_be_started_has_ended(qtbot, tmp_path):
    ended = []
    voice = ProgramVoice(lambda: Engine(str(tmp_path / "gone"), {"en": ()}))
    voice.speak("text", "en", lambda: ended.append(True))
    qtbot.waitUntil(lambda: ended == [True])


def test_a_pc_without_a_program_cannot_speak_and_says_so(qapp):
    ended = []
    voice = ProgramVoice(lambda: None)
    assert not voice.can_speak()
    voice.speak("text", "en", lambda: ended.append(True))
    assert ended == [True]


def running(mark):
    """Whether a process still has the mark among its arguments."""
    lines = (path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if path.exists())
    return any(str(mark).encode() in line for line in lines)

"""Which program speaks, and what eSpeak NG makes of both languages."""

import subprocess
import wave

import pytest

from desktop.speech.engine import found_engine


def test_elsewhere_than_on_windows_espeak_is_asked_and_the_text_goes_to_its_input():
    engine = found_engine("linux", {"espeak-ng": "/usr/bin/espeak-ng"}.get)
    assert engine.program == "/usr/bin/espeak-ng"
    assert engine.arguments("zh") == ("-b", "1", "-v", "cmn", "--stdin")
    assert engine.arguments("en")[3] == "en"


def test_a_language_that_no_voice_is_known_for_is_read_as_english():
    engine = found_engine("linux", lambda name: name)
    assert engine.arguments("fr") == engine.arguments("en")


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_a_pc_without_a_program_that_speaks_has_no_engine(platform):
    assert found_engine(platform, lambda _: None) is None


def test_windows_own_voices_are_called_by_the_whole_path_and_never_with_the_text():
    engine = found_engine("win32", lambda name: name, r"C:\Windows\System32")
    assert engine.program == r"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe"
    assert "zh-CN" in engine.arguments("zh")[-1]
    assert "en-US" in engine.arguments("en")[-1]
    assert "{" not in engine.arguments("en")[-1].replace("try {", "").replace("catch {", "")


@pytest.mark.tool("espeak-ng")
@pytest.mark.parametrize(
    ("lang", "text"), [("zh", "先核对身份，再办理挂失。"), ("en", "Check who it is, then report the loss.")]
)
def test_espeak_makes_sound_of_both_languages(lang, text, tmp_path):
    engine = found_engine("linux")
    sound = tmp_path / "said.wav"
    command = [engine.program, *engine.arguments(lang), "-w", str(sound)]
    subprocess.run(command, input=text.encode(), check=True, timeout=30)
    with wave.open(str(sound)) as said:
        assert 1 < said.getnframes() / said.getframerate() < 15

"""Which program of this PC speaks, and how it is called. Pure: the text goes to its standard input, in UTF-8."""

import ctypes
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PureWindowsPath

Which = Callable[[str], str | None]

_LONGEST_PATH = 260
_ESPEAK_VOICES = {"zh": "cmn", "en": "en"}
_CULTURES = {"zh": "zh-CN", "en": "en-US"}
_SPEAK = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; "
    "Add-Type -AssemblyName System.Speech; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "try {{ $culture = [Globalization.CultureInfo]::GetCultureInfo('{culture}'); "
    "$voice.SelectVoiceByHints('NotSet', 'NotSet', 0, $culture) }} catch {{ }}; "
    "$voice.Speak([Console]::In.ReadToEnd())"
)
"""Windows' own voices; a language without one is read by the voice that there is."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A program that reads aloud until it ends; `calls` are its arguments by language."""

    program: str
    calls: Mapping[str, tuple[str, ...]]

    def arguments(self, lang: str) -> tuple[str, ...]:
        """How it is called for a language of the app; one that it does not know is read as English."""
        return self.calls.get(lang, self.calls["en"])


def found_engine(platform: str = sys.platform, which: Which = shutil.which, system: str = "") -> Engine | None:
    """The engine of this PC, None where it has none: Windows' speech, elsewhere eSpeak NG."""
    if platform == "win32":
        return _windows_engine(which, system or _system_folder())
    program = which("espeak-ng")
    if program is None:
        return None
    return Engine(program, {lang: ("-b", "1", "-v", voice, "--stdin") for lang, voice in _ESPEAK_VOICES.items()})


def _windows_engine(which: Which, system: str) -> Engine | None:
    # By its whole path: a program of the same name in the folder the app was started from must not be run.
    program = which(str(PureWindowsPath(system, "WindowsPowerShell", "v1.0", "powershell.exe")))
    if program is None:
        return None
    asked = ("-NoProfile", "-NonInteractive", "-Command")
    return Engine(program, {lang: (*asked, _SPEAK.format(culture=culture)) for lang, culture in _CULTURES.items()})


def _system_folder() -> str:
    """As Windows itself tells it: a variable of the environment is anybody's."""
    told = ctypes.create_unicode_buffer(_LONGEST_PATH)
    if sys.platform == "win32":
        ctypes.windll.kernel32.GetSystemDirectoryW(told, _LONGEST_PATH)
    return told.value

"""The one voice of the app, as there is one language: speaks a text, can be stopped, tells when it has ended."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QProcess

from desktop.speech.engine import Engine, found_engine

Ended = Callable[[], None]

_PATIENCE_MS = 1_000


class Voice(Protocol):
    """What reads aloud; tests listen to one of their own."""

    def can_speak(self) -> bool:
        """False where this PC has no program that speaks."""
        ...

    def speak(self, text: str, lang: str, ended: Ended) -> None:
        """Read a text, breaking off another; `ended` is called once it is over, not where it is stopped."""
        ...

    def stop(self) -> None:
        """Be silent, at once."""
        ...


class ProgramVoice(QObject):
    """Speaks through a program of the PC; looks for it when it is first asked."""

    def __init__(self, find: Callable[[], Engine | None] = found_engine) -> None:
        super().__init__()
        self._find = find
        self._engine: Engine | None = None
        self._looked = False
        self._ended: Ended | None = None
        self._program = QProcess(self)
        self._program.setStandardOutputFile(QProcess.nullDevice())
        self._program.setStandardErrorFile(QProcess.nullDevice())
        self._program.finished.connect(self._over)
        self._program.errorOccurred.connect(self._failed)

    def can_speak(self) -> bool:
        """True where there is a program for it."""
        return self._found() is not None

    def speak(self, text: str, lang: str, ended: Ended) -> None:
        """Start the program and give it the text; one that cannot be started has ended at once."""
        self.stop()
        engine = self._found()
        if engine is None:
            ended()
            return
        self._ended = ended
        self._program.start(engine.program, list(engine.arguments(lang)))
        self._program.write(text.encode())
        self._program.closeWriteChannel()

    def stop(self) -> None:
        """End the program; nobody is told."""
        self._ended = None
        if self._program.state() is not QProcess.ProcessState.NotRunning:
            self._program.kill()
            self._program.waitForFinished(_PATIENCE_MS)

    def _found(self) -> Engine | None:
        if not self._looked:
            self._engine, self._looked = self._find(), True
        return self._engine

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # any other failure is followed by `finished`
            self._over()

    def _over(self, *_how: object) -> None:
        ended, self._ended = self._ended, None
        if ended is not None:
            ended()


class _Mirror:
    """Holds the voice in use."""

    def __init__(self) -> None:
        self.voice: Voice | None = None


_mirror = _Mirror()


def voice() -> Voice:
    """The voice in use."""
    if _mirror.voice is None:
        _mirror.voice = ProgramVoice()
    return _mirror.voice


def use_voice(new: Voice | None) -> None:
    """Make this the voice in use; None: the PC's own again."""
    _mirror.voice = new

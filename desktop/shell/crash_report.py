"""What happens when there is a bug: it is logged, shown with a report to copy, and the app goes on."""

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.style.look import look
from desktop.version import VERSION
from desktop.widgets.buttons import primary
from desktop.widgets.layout import STRETCH, boxed, column, row
from desktop.widgets.naming import label, named
from desktop.words import tr
from desktop.words.errors import sentence

LOG = "crash.log"
LONGEST = 1_000_000


class CrashReport:
    """The hook for everything nobody expected. Keep it as long as the app runs."""

    def __init__(self, home: Path, show: Callable[[str, QWidget], None]) -> None:
        self._log = home / "logs" / LOG
        self._show = show
        self._showing = False

    def install(self) -> None:
        """Catch what reaches the end of the main thread or of another."""
        sys.excepthook = self.caught
        threading.excepthook = lambda args: self._write(report_text(args.exc_type, args.exc_value, args.exc_traceback))

    def caught(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Log the failure and show it; never fail here in turn."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        report = report_text(kind, error, trace)
        self._write(report)
        if not self._showing:
            self._showing = True
            self._show(sentence("E_BUG").what, report_widget(report))
            self._showing = False

    def _write(self, report: str) -> None:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            if self._log.exists() and self._log.stat().st_size > LONGEST:
                self._log.replace(self._log.with_suffix(".old.log"))
            with self._log.open("a", encoding="utf-8") as file:
                file.write(f"{report}\n\n")
        except OSError:
            sys.stderr.write(report)


def report_text(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> str:
    """The report: when, which version, where; nothing about people or answers."""
    now = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC"
    head = f"{now} · {VERSION} · {platform.platform()} · Python {platform.python_version()}"
    return "\n".join((head, *(line.rstrip() for line in traceback.format_exception(kind, error, trace))))


def report_widget(report: str) -> QWidget:
    """What the sheet shows: the sentence, the report, a button to copy it."""
    text = named(QPlainTextEdit(report), "crash_text", tr("Report"))
    text.setReadOnly(True)
    text.setMinimumHeight(look().px(220))
    copy = primary(tr("Copy the report"), "copy", name="crash_copy")
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
    return boxed(column(label(sentence("E_BUG").next), text, row(copy, STRETCH), gap="m"))

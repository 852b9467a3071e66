"""What happens when there is a bug: it is logged, shown with a report to copy, and the app goes on."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.shell.bug_text import report_text
from desktop.style.look import look
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.layout import STRETCH, boxed, column, row
from desktop.widgets.naming import label, named
from desktop.words import tr
from desktop.words.errors import sentence

AskForPlace = Callable[[str, Callable[[Path], None]], None]
"""Asks where a file of that name goes, and calls back with the place; whoever cancels hears nothing."""

LOG = "crash.log"
FILE = "branch-academy-report.txt"
LONGEST = 1_000_000


class CrashReport:
    """The hook for everything nobody expected. Keep it as long as the app runs."""

    def __init__(self, home: Path, show: Callable[[str, QWidget], None], ask: AskForPlace | None = None) -> None:
        self._log = home / "logs" / LOG
        self._show = show
        self._ask = ask
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
            self._show(sentence("E_BUG").what, report_widget(report, self._ask))
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


def report_widget(report: str, ask: AskForPlace | None = None) -> QWidget:
    """What the sheet shows: the sentence, the report, a button to copy it and, where `ask` can, one to save it."""
    text = named(QPlainTextEdit(report), "crash_text", tr("Report"))
    text.setReadOnly(True)
    text.setMinimumHeight(look().px(220))
    copy = primary(tr("Copy the report"), "copy", name="crash_copy")
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
    outcome = named(label(""), "crash_saved", tr("What became of the file"))
    save = secondary(tr("Save as a file"), "save", name="crash_save")
    save.setVisible(ask is not None)
    if ask is not None:
        save.clicked.connect(lambda: ask(FILE, lambda path: outcome.setText(_saved(path, report))))
    return boxed(column(label(sentence("E_BUG").next), text, row(copy, save, STRETCH), outcome, gap="m"))


def _saved(path: Path, report: str) -> str:
    try:
        path.write_text(f"{report}\n", encoding="utf-8")
    except OSError as error:
        return tr("It was not saved: {detail}").format(detail=error.strerror or "")
    return tr("Saved: {path}").format(path=path)

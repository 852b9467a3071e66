"""The tour with a name that is markup, watched after every step: whatever stands on the screen stands there as letters.

`python -m tests.attacks.watched_tour OUT NAME HOME` prints what was found as JSON.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QMessageBox, QTextEdit, QWidget

from desktop.tour.walk import Look, walk
from desktop.widgets.safe_view import SafeView

QTS_OWN = "QTipLabel"  # the tip itself: its text is watched where it was set


def faults_of(widget: QWidget) -> list[str]:
    """What on a widget Qt would read as markup."""
    found = []
    if isinstance(widget, QLabel) and widget.metaObject().className() != QTS_OWN:
        found += [] if widget.textFormat() is Qt.TextFormat.PlainText else [f"label: {widget.text()[:60]}"]
    if isinstance(widget, QTextEdit) and not isinstance(widget, SafeView):
        found.append(f"text view: {widget.objectName()}")
    if isinstance(widget, QMessageBox):
        found.append(f"message box: {widget.text()[:60]}")
    if isinstance(widget, QAbstractItemView):
        tips = (index.data(Qt.ItemDataRole.ToolTipRole) or "" for index in cells(widget))
        found += [f"tip of a cell: {told[:60]}" for told in tips if is_markup(told)]
    if is_markup(widget.toolTip()):
        found.append(f"tip: {widget.toolTip()[:60]}")
    return found


def is_markup(told: str) -> bool:
    """Whether a tip holds more than letters in one paragraph."""
    return "<" in told.removeprefix("<p>").removesuffix("</p>")


def says(widget: QWidget, name: str) -> bool:
    """Whether the name stands on a widget, letter by letter."""
    if isinstance(widget, QAbstractItemView):
        return any(name in str(index.data()) for index in cells(widget))
    return isinstance(widget, QLabel | QAbstractButton) and name in widget.text()


def cells(view: QAbstractItemView) -> list[QModelIndex]:
    """Every cell of a table; its delegate paints letters only, so a tip is all that could be markup."""
    model = view.model()
    if model is None:
        return []
    return [model.index(row, at) for row in range(model.rowCount()) for at in range(model.columnCount())]


def main(out: str, name: str, home: str) -> None:
    """Walk, watch, tell."""
    faults: list[str] = []
    seen: list[str] = []

    def told(step: object) -> None:
        widgets = QApplication.allWidgets()
        faults.extend(f"{step.name}: {fault}" for widget in widgets for fault in faults_of(widget))
        if any(says(widget, name) for widget in widgets):
            seen.append(step.name)

    report = walk(Path(home), Path(out), Look("en"), name, told)
    sys.stdout.write(json.dumps({**report.as_json(), "faults": faults, "seen": seen}))


if __name__ == "__main__":
    main(*sys.argv[1:])

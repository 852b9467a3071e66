"""A calculator that is typed into: one line, the result, and the sums before."""

from PySide6.QtWidgets import QWidget

from desktop.widgets.fields import TextField
from desktop.widgets.layout import column
from desktop.widgets.naming import label, show_if
from desktop.words import tr
from desktop.words.errors import error_sentence
from exams import AcademyError, calculated

MOST_CHARACTERS = 200
KEPT = 4
"""Sums that stay to be seen."""


class Calculator(QWidget):
    """Enter works the line out in decimals; the result stands below and is the start of the next sum."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = TextField(
            tr("Sum"),
            hint=tr("Type a sum and press Enter: + − × ÷ ( ) ^ %. * and / mean × and ÷."),
            max_length=MOST_CHARACTERS,
            name="sum",
        )
        self._result = label("", "heading", name="sum_result")
        self._before = label("", "muted", name="sums_before")
        self._sums: list[str] = []
        self.setLayout(column(self._field, self._result, self._before, gap="s"))
        show_if(self._result, False)
        show_if(self._before, False)
        self._field.submitted.connect(self._work_out)
        self.setFocusProxy(self._field.edit)

    def _work_out(self) -> None:
        typed = self._field.text().strip()
        try:
            value = calculated(typed)
        except AcademyError as error:
            self._field.show_error(error_sentence(error).text)
            return
        if self._result.text():
            self._sums = [self._result.text(), *self._sums][:KEPT]
        self._result.setText(f"{typed.rstrip('=＝ ')} = {value}")
        self._before.setText("\n".join(self._sums))
        show_if(self._result, True)
        show_if(self._before, bool(self._sums))
        self._field.set_text(value)
        self._field.edit.selectAll()

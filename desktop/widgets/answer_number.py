"""The answer to a calculation: a number as typed, with its unit."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.style.icons import pixmap
from desktop.style.look import look
from desktop.widgets.answer_choice import AnswerInput
from desktop.widgets.fields import TextField
from desktop.widgets.layout import STRETCH, column, row
from desktop.widgets.naming import label, set_state, show_if
from desktop.widgets.option import MARKS
from desktop.widgets.values import Option, OptionMark
from desktop.words import tr

PAUSE_MS = 500
MAX_LENGTH = 32
_COPY, _CUT = QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut


class NumberAnswer(AnswerInput):
    """Reports every keystroke as a draft; as an answer when the typing pauses, at Enter, and when the field is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: str = ""
        self._unit = label("", "strong", wrap=False)
        self._field = TextField(tr("Your answer"), max_length=MAX_LENGTH, name="number", trailing=self._unit)
        self._field.edit.setMinimumWidth(look().px(200))
        self._field.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._field.edit.setDragEnabled(False)
        self._field.edit.installEventFilter(self)
        self._field.edit.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self._picture = label(wrap=False)
        self._feedback = label("", "body")
        line = row(self._field, STRETCH, gap="s")
        self._picture.setVisible(False)
        review = row(self._picture, gap="s")
        review.addWidget(self._feedback, 1)
        self.setLayout(column(line, review, gap="m"))
        self._feedback.setVisible(False)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        self._field.edit.textEdited.connect(self._typed)
        self._field.submitted.connect(self.commit)
        self._field.edit.editingFinished.connect(self.commit)

    def show_question(self, options: tuple[Option, ...] = (), unit: str = "") -> None:  # noqa: D102, ARG002
        self._unit.setText(unit)
        show_if(self._unit, bool(unit))
        self._field.edit.setAccessibleDescription(tr("in {unit}").format(unit=unit) if unit else "")
        self.set_value(None)
        self.show_mark(OptionMark.NONE, "")

    def set_value(self, value: object) -> None:  # noqa: D102
        self._told = str(value or "")
        self._field.set_text(self._told)
        self._pause.stop()

    def set_draft(self, value: object) -> None:  # noqa: D102
        self._field.set_text(str(value or ""))

    def value(self) -> object:  # noqa: D102
        return self._field.text().strip() or None

    def set_read_only(self, read_only: bool) -> None:  # noqa: D102
        self._field.edit.setReadOnly(read_only)

    def commit(self) -> None:  # noqa: D102
        self._pause.stop()
        typed = self._field.text().strip()
        if typed != self._told:
            self._told = typed
            self.answered.emit(typed or None)

    def show_fault(self, sentence: str) -> None:
        """Say below the field why the number cannot be read."""
        self._field.show_error(sentence)

    def show_marks(self, options: tuple[Option, ...]) -> None:
        """Numbers have no options; use `show_mark`."""

    def show_mark(self, mark: OptionMark, text: str) -> None:
        """Show in a review how the number fared."""
        icon, colour, _ = MARKS[mark]
        show_if(self._picture, bool(icon))
        if icon:
            self._picture.setPixmap(pixmap(icon, colour, 22))
        self._feedback.setText(text)
        show_if(self._feedback, bool(text))
        set_state(self._feedback, "tone", colour)

    def focus_first(self) -> None:  # noqa: D102
        self._field.focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        # Nothing of an exam goes to the clipboard; what stands there may be pasted, and is judged like what is typed.
        if isinstance(event, QKeyEvent) and (event.matches(_COPY) or event.matches(_CUT)):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102
        # What was put away must not speak up later, when another question is on the screen.
        self._pause.stop()
        super().hideEvent(event)

    def _typed(self, text: str) -> None:
        self._pause.start()
        self.drafted.emit(text.strip() or None)

"""The tools below an answer: their buttons, and the one panel that is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.take_exam.keys import TYPE_TASKS
from desktop.screens.take_exam.state import AidState, Panel, TakeExamState
from desktop.screens.take_exam.wishes import Wish, telling
from desktop.speech.aloud import ReadAloud
from desktop.speech.spoken import Piece, question_text
from desktop.widgets.buttons import Button, quiet, secondary
from desktop.widgets.calculator import Calculator
from desktop.widgets.layout import STRETCH, FlowRow, boxed, column, row
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.saved import SavedMark
from desktop.widgets.tabs import Segmented
from desktop.widgets.text_area import TextArea
from desktop.widgets.values import SaveState
from desktop.words import language, mark, tr

SCRATCH_MOST = 4000
REMARK_MOST = 500
REMARK_KINDS = (
    ("unclear", mark("Unclear")),
    ("key", mark("No answer, or several, are right")),
    ("translation", mark("The languages differ")),
    ("other", mark("Something else")),
)


class ExamTools(QWidget):
    """Buttons for what helps while answering; a panel opens below them and Esc closes it.

    Signals:
        strike_asked, highlight_asked, language_asked, keys_asked: the buttons
        panel_asked: the `Panel` to open, or to close
        noted: the scratch notes as they stand
        remarked: the kind and the text of a remark
        left: Esc in a panel: back to the answer
        opened: a panel has opened, and wants to be seen
    """

    strike_asked = Signal()
    highlight_asked = Signal()
    language_asked = Signal()
    keys_asked = Signal()
    panel_asked = Signal(object)
    noted = Signal(str)
    remarked = Signal(str, str)
    left = Signal()
    opened = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Panel.NONE
        self._strike = quiet(tr("Strike out"), "minus", name="strike")
        self._highlight = quiet(tr("Highlight"), "term", name="highlight")
        self._notes_button = quiet(tr("Notes"), "note", name="notes")
        self._sum_button = quiet(tr("Calculator"), "calculator", name="calculator")
        self._language = quiet("", "language", name="question_language")
        self._remark_button = quiet(tr("Report a problem"), "warn", name="report_problem")
        self._speak = quiet("", "speaker", name="read_aloud")
        self._spoken = Piece("", "zh")
        self._aloud = ReadAloud(self._speak, lambda: (self._spoken,))
        self._keys = quiet(tr("Keys"), "info", name="keys")
        self._saying = label("", "small", name="striking")
        self._notes = TextArea(tr("Scratch notes"), name="scratch", most=SCRATCH_MOST, hint=tr("Kept, never graded."))
        self._kept = named(SavedMark(), "notes_saved")
        self._calculator = Calculator()
        choices = tuple((key, tr(words)) for key, words in REMARK_KINDS)
        self._kind = Segmented(choices, "unclear", tr("What is wrong"))
        self._remark = TextArea(tr("What is wrong with this question?"), name="remark", most=REMARK_MOST, lines=3)
        self._send = secondary(tr("Keep for HR"), "check", name="keep_remark")
        self._thanks = label("", "small", name="remark_kept")
        self._panels = {
            Panel.NOTES: boxed(column(self._notes, row(self._kept, STRETCH), gap="s")),
            Panel.CALCULATOR: self._calculator,
            Panel.REMARK: boxed(column(self._kind, self._remark, row(self._send, STRETCH), self._thanks, gap="s")),
        }
        self._lay_out()
        self._connect()

    def show_aids(self, state: TakeExamState) -> None:
        """Make the tools agree with the question; another question breaks off what is read aloud."""
        aids = state.aids
        self._show_spoken(state)
        show_if(self._strike, state.item_type in ("single", "multiple"))
        show_if(self._sum_button, aids.calculates)
        words = tr("Click an option, or press its letter, to strike it out. Press Strike out again to choose.")
        self._saying.setText(words if aids.striking else "")
        show_if(self._saying, aids.striking)
        self._language.setText(f" {tr('In English') if aids.lang == 'zh' else tr('In Chinese')}")
        self._notes.set_text(aids.scratch)
        kept = bool(aids.scratch) and self._notes.text() == aids.scratch
        self._kept.show_saved(SaveState.SAVED if kept else SaveState.IDLE, tr("Saved on this PC") if kept else "")
        self._show_remark(aids)
        self._show_panel(aids.panel)
        for part in self._buttons():
            part.setEnabled(state.open)

    def wishes(self) -> dict[str, Wish]:
        """What the letters of the tools do."""
        return {
            "S": self._notes_button.click,
            "K": self._ask_calculator,
            "L": self._language.click,
            "R": self._remark_button.click,
            "V": self._aloud.toggle,
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() == Qt.Key.Key_Escape and self._shown is not Panel.NONE:
            self.panel_asked.emit(self._shown)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102
        super().hideEvent(event)
        self._aloud.stop()

    def _show_spoken(self, state: TakeExamState) -> None:
        asked = "" if state.waiting else question_text(_task(state), state.stem, state.options, state.aids.strikes)
        spoken = Piece(asked, state.aids.lang)
        if spoken != self._spoken:
            self._aloud.stop()
            self._spoken = spoken

    def _show_remark(self, aids: AidState) -> None:
        kind, text = aids.remark
        if kind and not self._remark.edit.hasFocus():
            self._kind.set_current(kind)
            self._remark.set_text(text)
        kept = tr("Kept. HR reads it with your exam; the question counts as it stands until HR decides.")
        self._thanks.setText(kept if kind else "")
        show_if(self._thanks, bool(kind))

    def _show_panel(self, panel: Panel) -> None:
        if panel is self._shown:
            return
        self._shown = panel
        for key, part in self._panels.items():
            show_if(part, key is panel)
        if panel is Panel.REMARK and not self._thanks.text():
            self._remark.set_text("")
        first = {Panel.NOTES: self._notes, Panel.CALCULATOR: self._calculator, Panel.REMARK: self._remark}.get(panel)
        if first is not None:
            first.setFocus()
            self.opened.emit(self._panels[panel])

    def _buttons(self) -> tuple[Button, ...]:
        first = (self._strike, self._highlight, self._notes_button, self._sum_button)
        return (*first, self._language, self._remark_button)

    def _lay_out(self) -> None:
        buttons = FlowRow(*self._buttons(), self._speak, self._keys, gap="xs")
        self.setLayout(column(buttons, self._saying, *self._panels.values(), gap="s"))
        for part in (self._saying, self._thanks, *self._panels.values()):
            show_if(part, False)

    def _connect(self) -> None:
        self._strike.clicked.connect(telling(self.strike_asked))
        self._highlight.clicked.connect(telling(self.highlight_asked))
        self._language.clicked.connect(telling(self.language_asked))
        self._keys.clicked.connect(telling(self.keys_asked))
        self._notes_button.clicked.connect(lambda: self.panel_asked.emit(Panel.NOTES))
        self._sum_button.clicked.connect(lambda: self.panel_asked.emit(Panel.CALCULATOR))
        self._remark_button.clicked.connect(lambda: self.panel_asked.emit(Panel.REMARK))
        self._notes.typed.connect(self.noted)
        self._send.clicked.connect(self._tell_remark)

    def _ask_calculator(self) -> None:
        if not self._sum_button.isHidden():
            self._sum_button.click()

    def _tell_remark(self) -> None:
        if self._remark.text().strip():
            self.remarked.emit(self._kind.current(), self._remark.text())


def _task(state: TakeExamState) -> str:
    """What is to be done, where the question stands in the language of the app: a voice speaks one language."""
    return tr(TYPE_TASKS[state.item_type]) if state.aids.lang == language() else ""

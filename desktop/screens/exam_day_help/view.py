"""Draws a `HelpState`: inside the sheet over whatever page one is on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QScrollArea, QWidget

from desktop.handout import Handout
from desktop.screens.exam_day_help.pages import NAMES, Reader
from desktop.screens.exam_day_help.state import HelpState
from desktop.widgets.buttons import quiet, secondary
from desktop.widgets.layout import FlowRow, boxed, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.tabs import Segmented
from desktop.words import tr

_STEPS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
}


class HelpView(QWidget):
    """A page of questions and answers, with the other roles' pages at hand.

    Signals:
        reader_chosen: another role's page
        print_asked: the page onto paper
        check_asked: on to the slip of this PC
    """

    reader_chosen = Signal(str)
    print_asked = Signal()
    check_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        choices = tuple((reader.value, tr(name)) for reader, name in NAMES.items())
        self._readers = named(Segmented(choices, Reader.TRAINEE.value, tr("Whose page")), "help_readers")
        self._told = label("", "muted", name="help_told")
        self._passages = column(gap="m")
        self._print = secondary(tr("Print this page"), "print", name="print_help")
        self._check = quiet(tr("Is this PC ready?"), "check", name="check_pc")
        buttons = FlowRow(self._print, self._check)
        self.setLayout(column(self._readers, self._told, boxed(self._passages), buttons, gap="m"))
        self._readers.chosen.connect(self.reader_chosen)
        self._print.clicked.connect(self.print_asked)
        self._check.clicked.connect(self.check_asked)

    def show_state(self, state: HelpState) -> None:
        """Make the widgets agree with the state."""
        self._readers.set_current(state.reader.value)
        self._told.setText(state.page.told)
        self._show_page(state.page)
        show_if(self._print, state.can_print)
        show_if(self._check, state.can_check)

    def focus_first(self) -> None:
        """Put the keyboard on the choice of pages: from there it also turns the page up and down."""
        chosen = self._readers.findChild(QWidget, f"segment_{self._readers.current()}")
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        step = _STEPS.get(Qt.Key(event.key()))
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if step is None or around is None:
            super().keyPressEvent(event)
        else:
            around.verticalScrollBar().triggerAction(step)

    def _show_page(self, page: Handout) -> None:
        clear_layout(self._passages)
        for passage in page.passages:
            lines = (label(line) for line in passage.lines)
            self._passages.addLayout(column(label(passage.title, "subheading"), *lines, gap="xs"))

"""Draws a `SessionCodeState`; reports that the code is written down."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.session_code.state import SessionCodeState
from desktop.widgets.buttons import primary
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.layout import STRETCH, FlowRow, column
from desktop.widgets.naming import label, named
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr


class SessionCodeView(QWidget):
    """The code, large.

    Signals:
        leave_asked: it is written down
    """

    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("", "subheading", name="code_title")
        self._groups = named(FlowRow(gap="l"), "code")
        self._leave = primary(tr("I have written it down"), "check", name="written")
        warning = NoticeValue(
            Tone.WARN,
            tr("The code is shown only this once"),
            detail=tr("Only a check of it is kept. Write it on paper before you leave this page."),
        )
        card = Card()
        for part in (
            self._title,
            self._groups,
            label(tr("Read it out to those who sit. 0 is always the digit zero, 1 always the digit one.")),
        ):
            card.add(part)
        page = ScrollPage("text")
        page.add(SectionHeader(tr("Code of the session"), level=1))
        for below in (named(NoticeBar(warning), "once"), card, FlowRow(self._leave)):
            page.add(below)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))
        self._leave.clicked.connect(self.leave_asked)

    def show_state(self, state: SessionCodeState) -> None:
        """Make the widgets agree with the state."""
        self._title.setText(state.title)
        self._groups.clear()
        for group in state.groups:
            self._groups.add(label(group, "figure", wrap=False))
        spelled = ", ".join(" ".join(group) for group in state.groups)
        self._groups.setAccessibleName(f"{tr('Code of the session')}: {spelled}")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

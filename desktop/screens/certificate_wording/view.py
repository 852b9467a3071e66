"""Draws a `WordingState`; reports which layout and specimen are looked at."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from certificates import Picture
from desktop.screens.certificate_wording.state import LAYOUTS, SPECIMENS, WordingState
from desktop.style.look import look
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import SectionHeader
from desktop.widgets.layout import FlowRow, boxed, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.panel import StatePanel
from desktop.widgets.picture import PictureView
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.tabs import Segmented
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr

REFRESH_MS = 1000
_A4_ACROSS = 210 / 297


class WordingView(QWidget):
    """Choose a layout and a specimen, see the page and what is wrong with its words.

    Signals:
        layout_chosen, specimen_chosen: what to look at
        folder_asked: where the words lie
        look_asked: check them now
        leave_asked: the quiet button, or Esc
        ticked: a second has gone
    """

    layout_chosen = Signal(str)
    specimen_chosen = Signal(str)
    folder_asked = Signal()
    look_asked = Signal()
    leave_asked = Signal()
    ticked = Signal()

    def __init__(self, back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faults: tuple[NoticeValue, ...] | None = None
        self._shown: Picture | None = None
        self._build(back)
        self._connect()

    def show_state(self, state: WordingState) -> None:
        """Make the widgets agree with the state."""
        folder = tr("Words from {folder}").format(folder=state.folder)
        self._folder.setText(folder if state.folder else tr("The words that came with the program."))
        self._layouts.set_current(state.layout)
        self._specimens.set_current(state.specimen)
        self._look.set_busy(state.busy)
        if state.faults != self._faults:
            self._faults = state.faults
            clear_layout(self._notices)
            for fault in state.faults:
                self._notices.addWidget(named(NoticeBar(fault), "wording_fault"))
        good = NoticeValue(Tone.GOOD, tr("Every text finds its place in all three layouts."))
        self._good.show_notice(good if state.good and not state.busy else None)
        show_if(self._panel, state.face is not None)
        if state.face is not None:
            self._panel.show_face(state.face)
        show_if(self._picture, state.picture is not None)
        if state.picture is not None and state.picture is not self._shown:
            self._shown = state.picture
            self._picture.show_picture(state.picture.width, state.picture.height, state.picture.rgba)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._grow)  # a layout at work hears nothing of new limits

    def _grow(self) -> None:
        tall = round(self._picture.width() * _A4_ACROSS) + look().px(84)
        if abs(tall - self._picture.minimumHeight()) > look().px(16):
            self._picture.setMinimumHeight(tall)

    def _build(self, back: str) -> None:
        self._choose = primary(tr("Choose a folder with words"), "folder", name="choose_words")
        self._look = secondary(tr("Check again"), "refresh", name="check_words")
        self._back = quiet(back, "arrow_left", name="leave_wording")
        self._folder = label("", "muted", name="words_folder", selectable=True)
        languages = (tr("Both languages"), tr("Chinese"), tr("English"))
        self._layouts = named(Segmented(tuple(zip(LAYOUTS, languages, strict=True)), "both", tr("Layout")), "layouts")
        names = (tr("Short name"), tr("Longest name and title"))
        self._specimens = named(
            Segmented(tuple(zip(SPECIMENS, names, strict=True)), "short", tr("Specimen")), "specimens"
        )
        self._notices = column(gap="s")
        self._good = named(NoticeBar(), "wording_good")
        self._panel = named(StatePanel(), "wording_panel")
        self._picture = named(PictureView(tr("The specimen as a picture")), "specimen")
        told = tr("Edit zh.toml and en.toml with any editor; the page follows each time you save.")
        page = ScrollPage("wide")
        page.add(SectionHeader(tr("Words of the certificate"), told, level=1))
        page.add(FlowRow(self._choose, self._look, self._back))
        choices = FlowRow(self._layouts, self._specimens, gap="l")
        for part in (self._folder, choices, boxed(self._notices), self._good, self._panel, self._picture):
            page.add(part)
        self.setLayout(column(page))

    def _connect(self) -> None:
        self._choose.clicked.connect(self.folder_asked)
        self._look.clicked.connect(self.look_asked)
        self._back.clicked.connect(self.leave_asked)
        self._layouts.chosen.connect(self.layout_chosen)
        self._specimens.chosen.connect(self.specimen_chosen)
        for keys, asked in (("Esc", self.leave_asked), ("F5", self.look_asked), ("Ctrl+O", self.folder_asked)):
            QShortcut(QKeySequence(keys), self).activated.connect(asked)
        timer = QTimer(self)
        timer.setObjectName("wording_clock")
        timer.setInterval(REFRESH_MS)
        timer.timeout.connect(self.ticked)
        timer.start()

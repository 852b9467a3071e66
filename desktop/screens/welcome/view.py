"""Draws a `WelcomeState`."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.screens.welcome.state import Finding, WelcomeState
from desktop.style.icons import pixmap
from desktop.widgets.brand import BrandMark
from desktop.widgets.buttons import quiet
from desktop.widgets.layout import STRETCH, CardGrid, FlowRow, boxed, column, row
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.panel import StatePanel
from desktop.widgets.progress import ProgressBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.start_card import StartCard
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import mark, tr

_PARTS = (
    ("book_open", mark("Study"), mark("A course in Chinese and English, with cases, pictures and self-checks.")),
    ("exam", mark("Sit the exam"), mark("Timed, drawn for each person, saved after every answer.")),
    ("certificate", mark("Hold the certificate"), mark("A PDF that HR can check without a network.")),
)


class WelcomeView(QWidget):
    """The first page, or a sentence about data that cannot be opened.

    Signals:
        set_up_asked: make the demonstration
        mend_asked: put the newest good copy back, or look again
        packs_asked: take in what headquarters has sent
        pc_asked: have this PC enrolled
    """

    set_up_asked = Signal()
    mend_asked = Signal()
    packs_asked = Signal()
    pc_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._card.started.connect(self.set_up_asked)
        self._panel.action_asked.connect(self.mend_asked)
        self._packs.clicked.connect(self.packs_asked)
        self._pc.clicked.connect(self.pc_asked)

    def show_state(self, state: WelcomeState) -> None:
        """Make the widgets agree with the state."""
        fresh = state.finding is Finding.NOTHING
        show_if(self._fresh, fresh)
        show_if(self._trouble, not fresh)
        if not fresh:
            self._panel.show_face(_face(state))
        if state.busy:
            self.setFocus()  # else the keyboard would wander off the button, to whatever comes next
        self._card.set_busy(state.busy)
        for button in (self._packs, self._pc):
            button.setEnabled(not state.busy)
        self._card.set_note(tr("It goes into {home}").format(home=_breakable(state.home)) if fresh else "")
        show_if(self._progress, state.busy)
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)

    def focus_action(self) -> None:
        """Put the keyboard on the button there is."""
        for name in ("set_up", "panel_action"):
            button = self.findChild(QWidget, name)
            if button is not None and button.isVisibleTo(self):
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._fault = named(NoticeBar(), "fault")
        self._progress = ProgressBar(tr("Setting up"))
        self._progress.set_busy(tr("Setting up. This takes a few seconds."))
        self._panel = named(StatePanel(), "panel")
        self._trouble = boxed(column(STRETCH, self._panel, STRETCH))
        self._card = StartCard(
            tr("Look around in a demonstration"),
            tr("Set up the demonstration"),
            text=tr("Six people at different stages, one open exam session, everything as in a branch."),
            icon="play",
            tone=Tone.ACCENT,
            name="set_up",
        )
        self._packs = quiet(tr("Take in what headquarters has sent"), "folder", name="take_in")
        head = row(BrandMark(56), column(_title(), _lead(), gap="xs"), STRETCH, gap="m")
        self._pc = quiet(tr("Enrol this PC at headquarters"), "shield", name="enrol_pc")
        foot = (self._progress, FlowRow(self._packs, self._pc))
        self._fresh = boxed(column(STRETCH, head, self._parts(), self._card, *foot, STRETCH, gap="xl"))
        page = ScrollPage("wide")
        page.add(self._fault)
        page.add(self._fresh, 1)
        page.add(self._trouble, 1)
        self.setLayout(column(page))

    def _parts(self) -> CardGrid:
        grid = CardGrid(min_width=280)
        for icon, title, text in _PARTS:
            picture = label(wrap=False)
            picture.setPixmap(pixmap(icon, "accent", 28))
            words = (label(tr(title), "subheading"), label(tr(text), "muted"))
            grid.add(boxed(column(picture, *words, STRETCH, gap="s")))
        return grid


def _title() -> QWidget:
    return label(tr("Welcome to Branch Academy"), "display", name="welcome_title")


def _lead() -> QWidget:
    return label(tr("Training and exams for branches, without a network."), "muted")


def _breakable(path: str) -> str:
    """A path that may go on in the next line after each of its steps."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")


def _face(state: WelcomeState) -> Face:
    if state.busy:
        return Face(FaceKind.LOADING, tr("Putting the copy back."), tr("This takes a few seconds."))
    if state.finding is Finding.NEWER:
        return Face(
            FaceKind.ERROR,
            tr("The data were written by a newer version of the program."),
            tr("Install the newest version; nothing was changed."),
            tr("Look again"),
        )
    title = tr("The database of this PC cannot be read.")
    if not state.backup:
        text = tr("There is no good copy here. Call your administrator; delete nothing.")
        return Face(FaceKind.ERROR, title, text, tr("Look again"))
    text = tr("The newest good copy is from {when}. What stands there now will be kept.").format(when=state.backup)
    return Face(FaceKind.ERROR, title, text, tr("Put the copy back"))

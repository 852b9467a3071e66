"""The gallery as pictures: every page in every look, and what lies over a page."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop.app import App, build_app
from desktop.gallery.bank import bank
from desktop.gallery.bank_making import bank_making
from desktop.gallery.basics import basics
from desktop.gallery.calls import calls
from desktop.gallery.cards import cards, moving
from desktop.gallery.cards_of_answers import answers
from desktop.gallery.disputes import appeals, marking, replay
from desktop.gallery.exam import exam
from desktop.gallery.exam_day import exam_day
from desktop.gallery.hr_desk import hr_desk
from desktop.gallery.learning import learning
from desktop.gallery.proctor import move_away, proctor, take_over
from desktop.gallery.reading import reading
from desktop.gallery.register import register
from desktop.gallery.regrade import regrade
from desktop.gallery.rehearsal import rehearsal
from desktop.gallery.telling import telling
from desktop.gallery.verify import verify
from desktop.gallery.waiting import waiting
from desktop.shell.crash_report import report_widget
from desktop.shell.preferences import Preferences
from desktop.shell.screen import Screen
from desktop.shell.window import SIZE, Window
from desktop.style.tokens import Theme
from desktop.widgets.layout import STRETCH, boxed, column, row
from desktop.widgets.navigation import SideNav
from desktop.widgets.values import Ask, Crumb, Fact, NavItem, Tone
from desktop.words import mark, tr

PAGES: dict[str, tuple[str, Callable[[], QWidget], str]] = {
    "basics": (mark("Words, buttons, fields"), basics, "gallery_first"),
    "cards": (mark("Cards and rows"), cards, "row_1.2"),
    "moving": (mark("Finding the way"), moving, "place_9"),
    "exam": (mark("Questions and answers"), exam, "option_B"),
    "answers": (mark("Cards of questions"), answers, "step_B"),
    "waiting": (mark("Time and waiting"), waiting, "proctor_signs_in"),
    "reading": (mark("Text of the course"), reading, "figure_describe"),
    "telling": (mark("Notices, panels, tables"), telling, "panel_action"),
    "calls": (mark("Simulated calls"), calls, "reply_1"),
    "learning": (mark("Learning loop"), learning, "mark_bookmark"),
    "exam_day": (mark("Help on exam day"), exam_day, "print_help"),
    "proctor": (mark("Proctor's desk"), proctor, "check_in"),
    "take_over": (mark("Take over an exam"), take_over, "write_request"),
    "move_away": (mark("Move to another PC"), move_away, "confirm"),
    "rehearsal": (mark("Rehearse the room"), rehearsal, "copy_report"),
    "verify": (mark("Verdicts on certificates"), verify, "ask_second"),
    "register": (mark("HR's register"), register, "gallery_matrix"),
    "hr_desk": (mark("HR's desk"), hr_desk, "release_held"),
    "replay": (mark("Replay of a sitting"), replay, "time_line"),
    "appeals": (mark("Appeals"), appeals, "enter_appeal"),
    "marking": (mark("Marking by hand"), marking, "gather"),
    "regrade": (mark("Graded again"), regrade, "open_packs"),
    "bank": (mark("Question bank"), bank, "gallery_questions"),
    "bank_making": (mark("Blueprints"), bank_making, "gallery_sample"),
}
"""Each page: its title, what draws it, and the part that has the focus in its picture."""

LOOKS = tuple(f"{code}-{theme.value}-{zoom}" for code in ("zh", "en") for theme in Theme for zoom in (100, 200))
"""Each look by its name: language, theme, size in percent."""

TALLEST = 9600


def draw_gallery(out: Path, pages: tuple[str, ...] = (), looks: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Draw these pages, or all, in these looks, or in all twelve; gives back the names of the pictures."""
    out.mkdir(parents=True, exist_ok=True)
    app = build_app(out, Preferences("zh"))
    app.window.show()
    drawn = []
    for name, window in _looks(app, looks or LOOKS):
        for page in pages or PAGES:
            _show(window, page)
            _focus(window, PAGES[page][2])
            _stretch(window)
            drawn.append(_save(window, out / f"{page}-{name}.png"))
        window.resize(*SIZE)
        for number, over in enumerate((_ask, _warn, _crash), 1):
            _show(window, "cards")
            over(window)
            drawn.append(_save(window, out / f"over{number}-{name}.png"))
            window.close_sheet()
    (out / "preferences.json").unlink(missing_ok=True)
    return tuple(drawn)


def show_gallery(home: Path, language: str) -> int:
    """The gallery in a window."""
    app = build_app(home, Preferences(language))
    _show(app.window, "basics")
    app.window.show()
    code: int = app.qt.exec()
    return code


def _looks(app: App, names: tuple[str, ...]) -> Iterator[tuple[str, Window]]:
    for name in names:
        code, theme, zoom = name.split("-")
        app.window.clear()  # what is on the screen would be dressed and drawn anew three times
        _settle()
        app.window.set_language(code)
        app.window.set_theme(theme)
        app.window.set_zoom(int(zoom))
        yield name, app.window


def _show(window: Window, page: str) -> None:
    window.show_person("王小明", tr("Trainee"), (NavItem("out", tr("Sign out"), "log_out"),))
    window.show_screen(_screen(window, page))


def _screen(window: Window, page: str) -> Screen:
    title, build, _ = PAGES[page]
    crumbs = (Crumb("gallery", tr("Gallery")), Crumb(page, tr(title)))
    navigation = SideNav(tuple(NavItem(key, tr(words)) for key, (words, _, _) in PAGES.items()), page, tr("Pages"))
    navigation.chosen.connect(lambda key: _show(window, key))
    pages = boxed(column(navigation, STRETCH, margins="m"))
    aside = QScrollArea()
    aside.setFrameShape(QScrollArea.Shape.NoFrame)
    aside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    aside.setWidgetResizable(True)
    aside.setFixedWidth(pages.sizeHint().width())
    aside.setWidget(pages)
    line = row(aside, gap="none")
    line.addWidget(build(), 1)
    return Screen(boxed(line), None, lambda: _screen(window, page), crumbs, tr(title))


def _focus(window: Window, name: str) -> None:
    window.activateWindow()
    for part in window.findChildren(QWidget, name)[:1]:
        part.setFocus(Qt.FocusReason.TabFocusReason)


def _stretch(window: Window) -> None:
    """Make the window as tall as its page, so that one picture shows all of it."""
    window.resize(*SIZE)
    _settle()
    for area in window.findChildren(QScrollArea, "page_area")[:1]:  # those inside a page are screens of their own
        window.resize(SIZE[0], min(TALLEST, SIZE[1] + area.verticalScrollBar().maximum()))
    _settle()


def _save(window: Window, path: Path) -> str:
    _settle()
    # Without the alpha that no window has, writing takes half the time.
    window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32).save(str(path), quality=60)
    return path.name


def _settle() -> None:
    # Heights that follow from widths need a few rounds: text, then its card, then the page.
    for _ in range(4):
        QApplication.processEvents()
    # No event loop runs here that would delete what was put away.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _ask(window: Window) -> None:
    details = (Fact(tr("Answered"), "18 / 20"), Fact(tr("Flagged"), "2"))
    question = Ask(
        tr("Hand in now?"), tr("Afterwards nothing can be changed."), tr("Hand in"), tr("Go on"), Tone.WARN, details
    )
    window.ask(question, lambda: None)
    window.toast(tr("Everything is saved."))


def _warn(window: Window) -> None:
    window.ask(
        Ask(tr("Discard the draft?"), tr("It cannot be brought back."), tr("Discard"), tr("Keep"), Tone.BAD),
        lambda: None,
    )


def _crash(window: Window) -> None:
    window.show_sheet(
        tr("Something went wrong inside the program."), report_widget("2026-11-24 10:00:00 UTC · 0.1.0\nValueError")
    )

"""Hostile text and names, as the security design lists them: each test is named by its row there."""

import os
import re
import socket
import subprocess
import sys

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QColor, QDesktopServices, QPixmap, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QToolTip

from desktop.shell.header import Header
from desktop.widgets.answers import StemView
from desktop.widgets.naming import label, tip
from desktop.widgets.safe_view import SafeView
from exams.content.faults import Code
from tests.architecture.tree import ROOT
from tests.attacks.hidden import HIDDEN
from tests.attacks.trace import STRACE
from tests.exams.content.sources import a_course
from tests.exams.content.spoils import EN

pytestmark = pytest.mark.qt_log_ignore("not accepted by receiving widget")  # where nothing takes the mouse


@pytest.fixture
def red(qapp, tmp_path):
    path = tmp_path / "red.png"
    picture = QPixmap(40, 40)
    picture.fill(QColor("#ff0000"))
    picture.save(str(path))
    return path


def has_red(widget):
    image = widget.grab().toImage()
    red = QColor("#ff0000")
    return any(image.pixelColor(x, y) == red for x in range(0, image.width(), 5) for y in range(0, image.height(), 5))


H04 = [
    "<script>x()</script>",
    '<b onclick="x()">b</b>',
    '<iframe src="x"></iframe>',
    "<svg><script>x()</script></svg>",
    '<object data="x"></object>',
    '<base href="file:///">',
    '<meta http-equiv="refresh" content="0;url=x">',
    "<style>p { color: red }</style>",
]


@pytest.mark.parametrize("markup", H04)
def test_h04_markup_in_a_course_text_is_a_fault_at_its_line(tmp_path, markup):
    tree = a_course(tmp_path)
    line = tree.replace(EN, "follows it to", f"follows {markup} to")
    assert (EN, line, Code.MARKDOWN) in tree.faults()


@pytest.mark.parametrize("markup", H04)
def test_h04_markup_in_a_stem_is_letters_and_in_a_signed_text_is_gone(show, markup):
    stem, text = show(StemView()), show(SafeView())
    stem.show_stem(markup)
    assert stem.toPlainText() == markup
    text.show_html(f"<p>before {markup} after</p>")
    assert not re.search(r"onclick|script|iframe|<svg|<object|<base|refresh|color: ?red", text.toHtml())


@pytest.fixture(scope="module")
def listener():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server


def calls_of(kind, folder, port):
    """The system calls of one showing that name something planted."""
    for name in ("file", "path", "relative", "background", "body", "table", "drawing"):
        (folder / f"planted-{name}.png").write_bytes(b"")
    log = folder / "calls"
    words = [sys.executable, "-m", "tests.attacks.shown_hostile", kind, str(folder), str(port)]
    strace = [*STRACE, "-s", "4096", "-e", "trace=%file,%network", "-o", str(log)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([*strace, *words], cwd=folder, env=environment, check=True, capture_output=True)
    shown = (folder / "shown").read_text("utf-8")
    named = re.compile(rf"planted-|htons\({port}\)")
    return shown, [line for line in log.read_text("utf-8").splitlines() if named.search(line)]


@pytest.mark.tool("strace")
@pytest.mark.parametrize("kind", ["safe", "bypassed"])
def test_h05_nothing_that_a_signed_text_names_is_opened_or_called(tmp_path, listener, kind):
    shown, calls = calls_of(kind, tmp_path, listener.getsockname()[1])
    assert "words" in shown
    assert calls == []


@pytest.mark.tool("strace")
def test_h05_the_watch_sees_what_a_bare_view_opens(tmp_path, listener):
    _, calls = calls_of("bare", tmp_path, listener.getsockname()[1])
    assert any("planted-file.png" in call for call in calls)


class Opener(QObject):
    """Stands where the desktop would open an address."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot("QUrl")
    def open(self, url):
        self.opened.append(url.toString())


@pytest.mark.parametrize("bypassed", [True, False])
@pytest.mark.parametrize("scheme", ["file", "http"])
def test_h06_a_link_to_a_file_opens_nothing(qtbot, show, red, scheme, bypassed):
    opener = Opener()
    QDesktopServices.setUrlHandler(scheme, opener, "open")
    view = show(SafeView())
    html = f'<p><a href="{scheme}://{red}">press here now</a></p>'
    (view.setHtml if bypassed else view.show_html)(html)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 14))
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    QDesktopServices.unsetUrlHandler(scheme)
    assert opener.opened == []
    assert view.source().isEmpty()
    assert view.toPlainText() == "press here now"


def test_h07_a_name_that_is_markup_is_shown_as_letters(show, red):
    name = f'<img src="{red.as_uri()}">'
    shown = show(label(name))
    assert shown.text() == name
    assert not has_red(shown)
    control = show(QLabel(name))
    assert has_red(control), "a label that reads markup would show the picture: the name is no attack at all"


def test_h07_the_head_of_the_window_shows_the_name_and_its_ampersand(show, red):
    head = show(Header())
    head.show_person(f'A&B<img src="{red.as_uri()}">', "<b>role</b>", ())
    button = next(one for one in head.findChildren(QObject, "person"))
    assert button.text().strip() == f'A&&B<img src="{red.as_uri()}">'
    assert button.toolTip() == "<p>&lt;b&gt;role&lt;/b&gt;</p>"
    assert not has_red(head)


def test_h07_a_tip_shows_markup_as_letters(show, red):
    name = f'<img src="{red.as_uri()}">'
    widget = show(label("x"))
    tip(widget, name)
    QToolTip.showText(widget.mapToGlobal(QPoint(5, 5)), widget.toolTip(), widget)
    drawn = next(one for one in QApplication.topLevelWidgets() if one.metaObject().className() == "QTipLabel")
    assert not has_red(drawn)
    QToolTip.hideText()
    words = QTextDocument()
    words.setHtml(widget.toolTip())
    assert words.toPlainText() == name


@pytest.mark.parametrize("html", HIDDEN)
def test_h14_hidden_words_of_a_signed_text_are_seen_like_all_others(show, html):
    view = show(SafeView())
    view.show_html(html)
    cursor = view.textCursor()
    cursor.setPosition(view.toPlainText().index("secret") + 1)
    plain = show(SafeView())
    plain.show_html("<p>seen secret</p>")
    usual = plain.textCursor()
    usual.setPosition(6)
    assert cursor.charFormat().foreground() == usual.charFormat().foreground()
    assert cursor.charFormat().font() == usual.charFormat().font()
    assert cursor.block().isVisible()


def test_a_bare_text_view_is_what_these_tests_are_about(show, red):
    view = show(QTextEdit())
    view.setHtml(f'<p>a<img src="{red.as_uri()}"></p>')
    assert has_red(view)

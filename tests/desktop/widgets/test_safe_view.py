"""A text of the course loads nothing and opens nothing, whatever it says."""

from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPixmap, QTextDocument

from desktop.style.look import look
from desktop.widgets.callout import CalloutView
from desktop.widgets.figure import FigureView
from desktop.widgets.naming import label
from desktop.widgets.safe_view import SafeView
from desktop.widgets.scroll_page import ScrollPage
from desktop.words import use_language


@pytest.fixture
def red(qapp, tmp_path):
    path = tmp_path / "red.png"
    picture = QPixmap(40, 40)
    picture.fill(QColor("#ff0000"))
    picture.save(str(path))
    return path


def has_red(widget) -> bool:
    image = widget.grab().toImage()
    red = QColor("#ff0000")
    return any(image.pixelColor(x, y) == red for x in range(0, image.width(), 5) for y in range(0, image.height(), 5))


@pytest.mark.parametrize(
    "source", ["file://{path}", "{path}", "//host/share/x.png", "http://127.0.0.1:9/x.png", "\\\\host\\x"]
)
def test_no_picture_is_loaded(show, red, source):
    view = SafeView()
    show(view)
    view.show_html(f'<p>before <img src="{source.format(path=red)}"/> after</p>')
    assert not has_red(view)


@pytest.mark.parametrize("kind", QTextDocument.ResourceType)
def test_nothing_is_ever_read_for_a_text(qtbot, red, kind):
    view = SafeView()
    qtbot.addWidget(view)
    answer = view.loadResource(kind.value, QUrl.fromLocalFile(str(red)))
    assert answer.size() == QSize(1, 1) if isinstance(answer, QImage) else not bytes(answer)


def test_a_link_is_told_and_not_followed(show):
    view = SafeView()
    driver = show(view)
    view.show_html('<p><a href="term:fcr">first contact resolution</a></p>')
    with driver.qtbot.waitSignal(view.link_clicked) as told:
        driver.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 14))
    assert told.args == ["term:fcr"]
    assert "first contact" in view.toPlainText()


def test_a_link_is_reached_by_keyboard(show):
    view = SafeView()
    driver = show(view)
    view.show_html('<p>See <a href="fact:F-STD-06">[F-STD-06]</a></p>')
    view.setFocus(Qt.FocusReason.TabFocusReason)
    driver.qtbot.keyClick(view, Qt.Key.Key_Tab)
    with driver.qtbot.waitSignal(view.link_clicked) as told:
        driver.qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == ["fact:F-STD-06"]


def test_it_is_as_tall_as_its_text_at_any_width(qtbot, show):
    view = SafeView()
    frame = show(view, width=900).view.window()
    view.show_html("<p>" + "word " * 400 + "</p>")
    wide = view.height()
    frame.resize(450, 700)
    qtbot.waitUntil(lambda: view.height() > wide * 1.5 and view.verticalScrollBar().maximum() == 0)


def test_tables_fill_the_width(show):
    view = SafeView()
    show(view)
    view.show_html("<table><tr><td>a</td><td>b</td></tr></table>")
    assert 'width="100%"' in view.toHtml()


def test_no_empty_line_follows_a_table_at_the_end(show):
    alone, followed = SafeView(), SafeView()
    table = "<table><tr><td>a</td></tr></table>"
    for view in (alone, followed):
        show(view)
    alone.show_html(table)
    followed.show_html(f"{table}<p>b</p>")
    assert followed.height() - alone.height() > followed.fontMetrics().height()


def test_keys_that_turn_the_page_are_left_to_the_page(show):
    page = ScrollPage("reading")
    view = SafeView()
    driver = show(page)
    page.add(view)
    view.show_html(f'<p>{"word " * 2000}<a href="term:fcr">term</a></p>')
    driver.qtbot.waitUntil(lambda: page.percent() == 0)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    driver.qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert page.position() > 0


def test_quotation_marks_are_as_wide_as_the_language_writes_them(qtbot):
    widths = {}
    for code in ("zh", "en"):
        use_language(code)
        view = SafeView()
        qtbot.addWidget(view)
        widths[code] = QFontMetricsF(view.document().defaultFont()).horizontalAdvance("“")
    use_language("en")
    assert widths["en"] < widths["zh"] * 0.6


def test_a_title_that_only_repeats_the_kind_is_said_once(show):
    driver = show(CalloutView("dont", "Do not", "<p>Ask for a code.</p>"))
    assert driver.words().count("Do not") == 1


def test_a_callout_tells_its_links_and_its_kind(show):
    callout = CalloutView("dont", "Never ask", '<p><a href="section:1.1">1.1</a></p>')
    driver = show(callout)
    assert driver.sees("Do not")
    view = callout.findChild(SafeView)
    with driver.qtbot.waitSignal(callout.link_clicked) as told:
        view.link_clicked.emit("section:1.1")
    assert told.args == ["section:1.1"]


def test_a_label_shows_markup_as_letters(qtbot):
    one = label("<b>bold</b><img src='file:///etc/passwd'>")
    qtbot.addWidget(one)
    assert one.textFormat() is Qt.TextFormat.PlainText


def test_labels_are_made_in_one_place_only():
    rooms = Path(__file__).parents[3] / "desktop"
    makers = [path.name for path in rooms.rglob("*.py") if "QLabel(" in path.read_text("utf-8").replace("(QLabel)", "")]
    assert makers == ["naming.py"]


def test_the_text_is_set_in_the_size_in_use(qtbot):
    view = SafeView()
    qtbot.addWidget(view)
    assert view.document().defaultFont().pixelSize() == look().font_px("reading")


def picture(width=40, kind="PNG", height=40):
    raw = QBuffer()
    raw.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn = QImage(width, height, QImage.Format.Format_RGB32)
    drawn.fill(QColor("#ff0000"))
    drawn.save(raw, kind)
    return bytes(raw.data().data())


def shows(show, raw, name=""):
    view = SafeView()
    show(view)
    digest = sha256(raw).hexdigest()
    view.show_html(f'<p>a <img src="asset:{digest}"/></p>', {name or digest: raw})
    return has_red(view)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_shown_by_the_hash_of_its_bytes(show, kind):
    raw = picture(kind=kind)
    assert QImage.fromData(raw).size() == QSize(40, 40)
    view = SafeView()
    show(view)
    before = view.height()
    view.show_html(f'<p>a <img src="asset:{sha256(raw).hexdigest()}"/></p>', {sha256(raw).hexdigest(): raw})
    assert view.height() > before + 10


def test_a_picture_that_is_not_what_its_name_says_is_not_shown(show):
    raw = picture()
    digest = sha256(raw).hexdigest()
    view = SafeView()
    show(view)
    view.show_html(f'<p>a <img src="asset:{digest}"/></p>', {digest: raw + b"x"})
    assert not has_red(view)
    view.show_html(f'<p>a <img src="asset:{digest}"/></p>', {digest: raw})
    assert has_red(view)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="#ff0000"/></svg>'


@pytest.mark.parametrize("raw", [picture(4097, height=20), picture(kind="BMP"), SVG, picture()[:60], b"", b"\x89PNG"])
def test_a_picture_too_wide_of_another_kind_or_cut_short_is_not_shown(show, raw):
    assert not shows(show, raw)


def test_a_drawing_outside_the_profile_is_not_shown_and_its_description_is(show):
    safe = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 220"><rect width="9" height="9" fill="none"/></svg>'
    )
    figure = FigureView()
    driver = show(figure)
    for svg, drawn in ((safe, True), (safe.replace('fill="none"', 'fill="none" onload="x()"'), False), (safe, True)):
        figure.show_figure(svg, "caption", "description")
        canvas = figure.layout().itemAt(0).widget()
        assert (canvas.heightForWidth(400) > 0) is drawn
        assert driver.sees("caption")

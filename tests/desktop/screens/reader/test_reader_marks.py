"""While reading, a paragraph or a few words can be marked and annotated, without leaving the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from desktop.widgets.safe_view import SafeView
from desktop.widgets.text_marks import paint_spans, selected_span
from exams import MarkKind, squeezed


def rows(page, name="marks"):
    from desktop.widgets.rows import RowCard

    return [card.accessibleName() for card in page.part(name).findChildren(RowCard)]


def marks(room):
    return list(room.desk.learning.marks.kept.values())


@pytest.mark.feature("a6")
def test_one_key_bookmarks_the_paragraph_at_the_upper_edge(opened):
    room = opened(places={"1.1": 2500})
    room.page.key(Qt.Key.Key_D, modifier=Qt.KeyboardModifier.ControlModifier)
    (made,) = marks(room)
    assert (made.kind, made.place.block, made.place.end) == (MarkKind.BOOKMARK, 2, 0)
    assert rows(room.page)


@pytest.mark.feature("a6")
def test_a_note_opens_to_be_written_and_is_kept(opened):
    room = opened()
    room.page.key(Qt.Key.Key_N, modifier=Qt.KeyboardModifier.ControlModifier)
    assert room.window.focusWidget().objectName() == "mark_note"
    room.qtbot.keyClicks(room.over.part("mark_note", QPlainTextEdit), "Ask Chen about this")
    room.over.press("save_mark")
    (made,) = marks(room)
    assert (made.kind, made.note) == (MarkKind.NOTE, "Ask Chen about this")
    assert rows(room.page) == ["Ask Chen about this"]


def test_a_mark_is_removed_from_its_sheet(opened):
    room = opened()
    room.page.press("mark_bookmark")
    (made,) = marks(room)
    room.page.press(f"row_{made.id}")
    room.over.press("remove_mark")
    assert marks(room) == []


@pytest.mark.feature("a6")
def test_a_mark_whose_words_are_gone_is_listed_apart(opened):
    room = opened()
    room.page.press("mark_highlight")
    room.desk.learning.marks.lost.add("m1")
    room.page.press("mark_bookmark")
    assert len(rows(room.page)) == 1
    assert len(rows(room.page, "lost_marks")) == 1


def test_a_failure_is_told_and_nothing_is_marked(opened):
    room = opened()
    room.desk.broken = True
    room.page.press("mark_bookmark")
    assert marks(room) == []
    assert room.window.is_asking or room.over.has("error") or rows(room.page) == []


@pytest.fixture
def view(qtbot, qapp):
    made = SafeView()
    qtbot.addWidget(made)
    made.show_html(
        '<p>Whoever <strong>answers</strong> first <sup><a href="fact:F-A-01">1</a></sup>keeps it.</p><p>So.</p>'
    )
    return made


def test_characters_are_counted_as_the_text_without_blanks_and_signs_of_sources(view):
    cursor = QTextCursor(view.document().find("keeps it"))
    view.setTextCursor(cursor)
    first, last = selected_span(view)
    assert squeezed("Whoever answers first keeps it. So.")[first:last] == "keepsit"


def test_what_is_painted_is_what_was_selected(view):
    words = squeezed("Whoever answers first keeps it. So.")
    start = words.index("answersfirst")
    paint_spans(view, [(start, start + len("answersfirst"))])
    (painted,) = view.extraSelections()
    assert painted.cursor.selectedText() == "answers first"
    assert painted.format.underlineStyle().value


def test_nothing_selected_is_no_span_and_spans_beyond_the_end_are_not_painted(view):
    assert selected_span(view) is None
    paint_spans(view, [(900, 901)])
    assert view.extraSelections() == []

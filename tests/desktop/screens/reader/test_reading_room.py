"""A section is read, answered and left by mouse and by keyboard, and comes back where it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.screens.reader import view
from desktop.shell.screen import Screen
from desktop.words import use_language
from exams import SectionState
from tests.drivers.looks import cut_off, nameless, settle, unreachable

AIR = 40
"""So near to the upper edge a text counts as being there: the air above it, and the rounding of heights."""
LOOKS = [(code, zoom) for code in ("zh", "en") for zoom in (100, 200)]


def at_top(page, text):
    return abs(page.top_edge_of(text)) <= AIR


def test_the_page_says_where_one_is_and_what_one_will_be_able_to_do(opened):
    room = opened()
    assert room.page.title == "1.1 The first"
    assert room.page.sees("Chapter 1 · The centre")
    assert room.page.text("aim") == "Give the definition"
    assert room.over.path == "Section 1.1"


def test_reading_opens_where_it_stopped_and_says_so(opened, qtbot):
    room = opened(places={"1.1": 8000}, states={"1.1": SectionState.STARTED})
    assert room.page.has("stopped_here")
    qtbot.waitUntil(lambda: 0 <= room.page.top_edge_of("Third") <= 120)
    room.page.press("from_top")
    assert room.page.position == 0


@pytest.mark.feature("a1")
def test_reading_resumes_at_the_very_paragraph_within_a_long_text(opened, qtbot):
    room = opened()
    settled_at(room, qtbot, "Third")
    room.page.scroll(60)
    below = room.page.top_edge_of("Third")
    room.room.leave()
    _, place, *_ = room.desk.noted[-1]
    again = opened(places={"1.1": place}, states={"1.1": SectionState.STARTED})
    qtbot.waitUntil(lambda: abs(again.page.top_edge_of("Third") - below) <= 2)


def test_whoever_turns_the_page_while_it_settles_is_not_pulled_back(opened, qtbot, monkeypatch):
    monkeypatch.setattr(view, "SETTLE_MS", 30_000)  # on a busy machine, too, the key comes before it has settled
    room = opened()
    assert room.page.busy
    room.page.key(Qt.Key.Key_PageDown)
    gone = room.page.position
    assert gone > 0
    qtbot.waitUntil(lambda: not room.page.busy)
    assert room.page.position == gone


def test_a_new_section_opens_at_its_title_without_a_note(opened):
    room = opened()
    assert room.page.position == 0
    assert not room.page.has("stopped_here")


def settled_at(room, qtbot, text):
    """Scroll until a text stands at the upper edge."""
    qtbot.waitUntil(lambda: not room.page.busy)
    room.page.scroll(room.page.top_edge_of(text) - 16)
    assert at_top(room.page, text)


def test_another_language_keeps_the_place(opened, qtbot):
    room = opened()
    settled_at(room, qtbot, "Second")
    room.window.set_language("zh")
    assert room.page.title == "1.1 第一节"
    qtbot.waitUntil(lambda: at_top(room.page, "Second"))


def test_larger_text_keeps_the_place(opened, qtbot):
    room = opened()
    settled_at(room, qtbot, "Third")
    room.window.set_zoom(200)
    qtbot.waitUntil(lambda: not room.page.busy and at_top(room.page, "Third"))


def test_a_narrower_window_keeps_the_place_and_puts_the_outline_below(opened, qtbot):
    room = opened()
    settled_at(room, qtbot, "Third")
    room.window.resize(900, 700)
    qtbot.waitUntil(lambda: not room.page.busy and at_top(room.page, "Third"))
    assert room.page.has("nav_1.2")
    room.page.press("nav_1.2")
    assert room.ways.taken == [("section", "1.2")]


def test_what_was_answered_is_still_there_in_the_other_language(opened):
    room = opened()
    room.page.self_check("s1").press("option_A")
    room.page.self_check("s1").check()
    room.page.self_check("m1").press("option_C")
    room.window.set_language("zh")
    assert room.page.self_check("s1").verdict == "没有答对"
    assert room.page.self_check("m1").part("option_C").isChecked()


def test_a_choice_is_checked_explained_and_tried_again(opened):
    check = opened().page.self_check("s1")
    check.press("option_A")
    assert not check.verdict
    check.check()
    assert check.verdict == "Not right yet"
    assert (check.fared("A"), check.fared("B")) == ("Wrong why A", "Right why B")
    assert check.sees("because of s1")
    check.again()
    assert not check.verdict
    assert not check.fared("B")
    check.press("option_B")
    check.check()
    assert check.verdict == "That is right"


def test_a_self_check_is_done_by_keyboard_alone(opened):
    room = opened()
    check = room.page.self_check("s1")
    check.part("option_A").setFocus(Qt.FocusReason.TabFocusReason)
    check.key(Qt.Key.Key_B, "option_A")
    check.key(Qt.Key.Key_Return, "check_answer")
    assert check.verdict == "That is right"
    assert room.page.tally == "Self-checks right: 1 of 5"


def test_the_keyboard_goes_on_to_the_next_button_after_a_check(opened):
    room = opened()
    check = room.page.self_check("t1")
    check.press("option_true")
    check.part("check_answer").setFocus(Qt.FocusReason.TabFocusReason)
    check.key(Qt.Key.Key_Space, "check_answer")
    assert room.window.focusWidget() is check.part("try_again")
    check.key(Qt.Key.Key_Space, "try_again")
    assert check.part("answer").isAncestorOf(room.window.focusWidget())


def test_a_number_is_checked_by_enter_and_its_mistake_is_named(opened):
    check = opened().page.self_check("n1")
    check.type("number", "83.47")
    check.key(Qt.Key.Key_Return, "number")
    assert check.verdict == "Not right yet"
    assert check.text("correct") == "The right answer: 78.8%"
    assert check.text("mistake") == "You took the wrong base."


def test_what_is_no_number_is_said_at_the_field(opened):
    check = opened().page.self_check("n1")
    check.type("number", "about 80")
    check.check()
    assert check.sees("This cannot be read as a number.")
    assert check.text("number") == "about 80"
    assert not check.verdict


def test_a_situation_marks_both_columns(opened):
    check = opened().page.self_check("b1")
    check.press("best_A")
    check.check()
    assert check.fault == "Choose the best and the worst move first."
    assert check.part("best_A").isChecked()
    check.press("worst_B")
    check.check()
    assert check.part("best_A").accessibleDescription() == "Right"
    assert check.part("worst_B").accessibleDescription() == "Wrong"
    assert check.sees("why C")


def test_space_and_page_keys_turn_the_page(opened, qtbot):
    room = opened()
    qtbot.waitUntil(lambda: not room.page.busy)
    view = room.window.current().view
    places = []
    for key, modifier in (
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier),
    ):
        qtbot.keyClick(view, key, modifier)
        places.append(room.page.position)
    assert places[1] > places[0] > 0
    assert (places[2], places[3]) == (places[0], 0)


def test_space_turns_the_page_from_a_text_with_links_as_well(opened, qtbot):
    room = opened()
    qtbot.waitUntil(lambda: not room.page.busy)
    room.page.space_on("Second")
    assert room.page.position > 0


def test_the_keys_lead_to_the_next_section_and_back(opened, qtbot):
    room = opened("1.2")
    view = room.window.current().view
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert room.ways.taken == [("section", "1.1"), ("quiz", 1)]


def test_the_end_leads_on_and_home(opened):
    room = opened()
    assert room.page.text("next_section") == "Next: 1.2 The second"
    room.page.press("next_section")
    room.page.press("home")
    assert room.ways.taken == [("section", "1.2"), ("home",)]


def test_after_the_last_section_comes_the_quiz(opened):
    room = opened("1.2")
    room.page.press("next_section")
    room.page.press("previous_section")
    assert room.ways.taken == [("quiz", 1), ("section", "1.1")]


def test_seeing_the_end_makes_the_section_read(opened, qtbot):
    room = opened()
    qtbot.waitUntil(lambda: not room.page.busy)
    room.page.beat()
    assert not any(finished for *_, finished in room.desk.noted)
    room.page.to_end()
    room.page.beat()
    assert room.desk.noted[-1][3]
    assert room.page.sees("1 of 2 read")
    assert room.page.part("nav_1.1").accessibleDescription() == "Read"


def test_time_is_written_down_when_another_page_comes(opened):
    room = opened()
    room.read(7)
    room.room.open_section("1.2")
    assert room.desk.noted[-1] == ("1.1", 0, 7, False)


def test_time_is_written_down_when_somebody_else_takes_the_page_away(opened):
    room = opened()
    room.read(7)
    room.window.show_screen(Screen(QWidget(), None, lambda: None))
    assert room.desk.noted[-1] == ("1.1", 0, 7, False)


def test_time_is_written_down_when_the_window_closes(opened):
    room = opened()
    room.read(7)
    room.window.close()
    assert room.desk.noted[-1] == ("1.1", 0, 7, False)


def test_a_term_is_explained_in_both_languages_over_the_page(opened):
    room = opened()
    room.page.link("term:fcr")
    assert room.over.question == "first contact resolution"
    assert room.over.text("term_meaning_en") == "How many need no second call."
    assert room.over.text("term_name_zh") == "一次解决率"


def test_a_source_is_named_over_the_page(opened):
    room = opened()
    room.page.link("fact:F-STD-03")
    assert room.over.question == "Source 1"
    assert "F-STD-03" in room.over.text("source")


def test_a_link_leads_to_another_section(opened):
    room = opened()
    room.page.link("section:1.2")
    assert room.ways.taken == [("section", "1.2")]


@pytest.mark.parametrize(("code", "zoom"), LOOKS)
@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)], ids=str)
def test_everything_can_be_read_and_reached(opened, window, code, zoom, size):
    room = opened(places={"1.1": 3000})
    use_language(code)
    window.set_zoom(zoom)
    window.resize(*size)
    room.room.open_section("1.1")
    for item, press in (("s1", ["option_A"]), ("m1", ["option_A"]), ("b1", ["best_A", "worst_B"])):
        for name in press:
            room.page.self_check(item).press(name)
        room.page.self_check(item).check()
    room.page.self_check("n1").type("number", "83.47")
    room.page.self_check("n1").check()
    room.page.self_check("t1").check()
    settle()
    view = window.current().view
    assert (window.width(), window.height()) == size
    assert cut_off(view) == []
    assert nameless(view) == []
    assert unreachable(view) == []

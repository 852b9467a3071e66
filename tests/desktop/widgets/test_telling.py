"""Notices, panels, badges, progress: what they say can be seen and heard."""

import pytest
from PySide6.QtCore import Qt

from desktop.widgets.badge import Badge, KeyHint
from desktop.widgets.card import Card, FactList, SectionHeader, StatTile
from desktop.widgets.countdown import Countdown
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.panel import StatePanel
from desktop.widgets.progress import ProgressBar, ProgressRing, ScoreBars
from desktop.widgets.saved import SavedMark
from desktop.widgets.values import ChapterScore, Face, FaceKind, Fact, NoticeValue, SaveState, Tone


def test_a_notice_is_shown_acted_on_and_closed(show):
    bar = NoticeBar()
    driver = show(bar)
    assert not bar.isVisible()
    bar.show_notice(NoticeValue(Tone.WARN, "Five minutes are left", "See what is open", "3 open", closable=True))
    assert driver.sees("3 open")
    assert bar.accessibleName() == "Five minutes are left"
    with driver.qtbot.waitSignal(bar.action_asked):
        driver.press("notice_action")
    with driver.qtbot.waitSignal(bar.closed):
        driver.press("notice_close")
    assert not bar.isVisible()


@pytest.mark.parametrize("kind", FaceKind)
def test_a_panel_has_a_face_for_every_case(show, kind):
    panel = StatePanel(Face(kind, "Title", "What to do", "Try again"))
    driver = show(panel)
    assert driver.sees("Title")
    with driver.qtbot.waitSignal(panel.action_asked):
        driver.press("panel_action")
    panel.show_face(Face(kind, "Only a title"))
    assert not driver.has("panel_action")
    assert not driver.has("panel_text")


def test_a_badge_without_a_word_is_not_there(show):
    badge = Badge("Passed", Tone.GOOD, "check")
    show(badge)
    assert badge.text() == badge.accessibleName() == "Passed"
    badge.show_badge("")
    assert not badge.isVisible()


def test_key_hints_name_each_key(show):
    driver = show(KeyHint("Ctrl+Enter", "Hand in"))
    assert {"Ctrl", "Enter", "Hand in"} <= set(driver.words())


def test_progress_is_a_number_too(show):
    bar, ring = ProgressBar("Chapter 1"), ProgressRing("All chapters")
    driver = show(bar)
    bar.set_value(60, "12 / 20")
    ring.set_value(35)
    driver.qtbot.addWidget(ring)
    assert driver.sees("12 / 20")
    assert ring.accessibleDescription() == "35%"
    bar.set_busy("Building")
    assert driver.sees("Building")


def test_scores_by_chapter_are_words_and_bars(show):
    bars = ScoreBars()
    driver = show(bars)
    bars.show_scores((ChapterScore("Chapter 1", 92, "23 of 25", 80), ChapterScore("Chapter 2", 64, "16 of 25", 80)))
    for words in ("Chapter 1", "92%", "16 of 25"):
        assert driver.sees(words)
    bars.show_scores((ChapterScore("Chapter 3", 10),))
    assert not driver.sees("Chapter 1")


def test_saved_is_said_only_when_told(show):
    mark = SavedMark()
    driver = show(mark)
    assert driver.text("saved") == ""
    mark.show_saved(SaveState.SAVED)
    assert driver.text("saved") == mark.accessibleName() == "Saved"
    mark.show_saved(SaveState.FAILED, "The disk is full")
    assert driver.text("saved") == "The disk is full"


def test_the_clock_may_be_put_away_until_it_is_urgent(show):
    clock = Countdown()
    driver = show(clock)
    clock.show_seconds(1145)
    assert driver.text("clock") == "19:05"
    clock.setFocus()
    driver.qtbot.keyClick(clock, Qt.Key.Key_Return)
    assert driver.text("clock") == "Time hidden"
    assert "19 minutes" in clock.accessibleName()
    clock.show_seconds(41)
    assert driver.text("clock") == "00:41"
    assert clock.property("urgency") == "urgent"


def test_an_exam_without_a_limit_shows_no_clock(show):
    clock = Countdown()
    show(clock)
    clock.show_seconds(None)
    assert not clock.isVisible()


def test_cards_facts_and_headers_show_what_they_are_given(show):
    card = Card("Final exam", "Counts for the certificate", icon="exam")
    card.add(FactList((Fact("Questions", "20"),)))
    card.add(StatTile("18", "sections read"))
    card.add(SectionHeader("Chapter 1", "Six sections", overline="Course", trailing=Badge("Open")))
    driver = show(card)
    for words in ("Counts for the certificate", "20", "sections read", "Six sections", "Open"):
        assert driver.sees(words)
    card.clear()
    assert not driver.sees("20")


def test_a_part_without_a_parent_opens_no_window(qtbot):
    part = named(label("text"), "part")
    qtbot.addWidget(part)
    part.hide()
    show_if(part, True)
    assert not part.isVisible()

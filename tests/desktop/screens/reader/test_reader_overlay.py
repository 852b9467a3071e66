"""The bank's own rates stand beside the course's example, marked, with their source; nothing else moves."""

import pytest

from desktop.screens.reader.local_notes import notes_by_block
from desktop.words import use_language
from exams import OverlayNote, Text
from tests.drivers.looks import cut_off, nameless

RATE = OverlayNote(
    "F-STD-03", "", {"zh": "我行为 0.05%。", "en": "We pay 0.05%. <b>"}, "Notice 12 of 2026", "2026-11-01"
)
STEP = OverlayNote("", "1.1", {"zh": "先转二线。"}, "Handbook 3", "2026-10-01")


@pytest.mark.feature("c11")
def test_a_note_stands_below_the_block_that_cites_its_fact_and_a_step_at_the_end():
    cites = Text('<p><a href="fact:F-STD-03">[F-STD-03]</a></p>')
    blocks = (Text("<p>a</p>"), cites, cites, Text("<p>b</p>"))
    use_language("en")
    placed = notes_by_block((RATE, STEP), blocks)
    assert {place: [one.text for one in notes] for place, notes in placed.items()} == {
        1: ["We pay 0.05%. <b>"],
        3: ["先转二线。"],
    }


def test_the_box_says_what_the_bank_does_by_which_rule_and_since_when(opened):
    page = opened("1.1", notes=(RATE, STEP)).page
    assert page.sees("In our bank")
    assert page.sees("We pay 0.05%. <b>")
    assert page.sees("Notice 12 of 2026 · since 2026-11-01")
    assert cut_off(page.view) == []
    assert nameless(page.view) == []


def test_without_an_overlay_no_box_stands_anywhere(opened):
    assert not opened("1.1").page.has("local_note")

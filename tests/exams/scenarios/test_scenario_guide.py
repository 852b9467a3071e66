"""The guide for trainers names everything that the author of a call may choose from."""

from dataclasses import fields
from pathlib import Path

import pytest

from exams.items.item import Difficulty
from exams.scenarios.scenario import Age, Choice, Criterion, Move, Scenario, Shelf

GUIDE = (Path(__file__).resolve().parents[3] / "docs" / "writing-scenarios.md").read_text("utf-8")

HEAD = [one.name for one in fields(Scenario) if one.name not in ("phrases", "nodes")] + ["phrase", "node"]
REPLY = [one.name for one in fields(Choice) if one.name not in ("texts", "reaction", "feedback")]


@pytest.mark.parametrize("word", [*Shelf, *Age, *Difficulty, *Move, *Criterion])
def test_every_name_to_choose_from_is_listed(word):
    assert word.value in GUIDE


@pytest.mark.parametrize(
    "word", [*HEAD, *REPLY, "reaction_zh", "feedback_en", "within", "right", "option", "end = true"]
)
def test_every_field_is_explained(word):
    assert word in GUIDE

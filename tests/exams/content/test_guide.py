"""The guide for trainers names everything an author may use."""

from pathlib import Path

import pytest

from exams.chance.stream import Stream
from exams.content.blocks import CALLOUTS
from exams.content.svg import COLOURS
from exams.items.generators import REGISTRY, draw_numbers, mistakes
from exams.items.item import Difficulty, ItemType, Level, Template
from tests.exams.items.samples import SAMPLES

GUIDE = (Path(__file__).resolve().parents[3] / "docs" / "writing-content.md").read_text("utf-8")


@pytest.mark.parametrize("kind", [*sorted(CALLOUTS), "figure", "check", *(kind.value for kind in ItemType)])
def test_every_block_and_type_is_explained(kind):
    assert f"`{kind}" in GUIDE


@pytest.mark.parametrize("word", [*sorted(COLOURS), *Level, *Difficulty])
def test_every_name_to_choose_from_is_listed(word):
    assert str(word) in GUIDE


@pytest.mark.parametrize("name", REGISTRY)
def test_every_generator_is_listed_with_its_variables_and_mistakes(name):
    generator = REGISTRY[name]
    template = Template(name, SAMPLES[name])
    wrong_ways = mistakes(template, draw_numbers(template, Stream(b"guide")))
    row = next(line for line in GUIDE.split("\n") if line.startswith(f"| `{name}` |"))
    assert row == f"| `{name}` | {', '.join(generator.variables)} | {', '.join(wrong_ways)} |"

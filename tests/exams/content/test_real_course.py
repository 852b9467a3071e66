"""The course as it ships: everything a trainer's check demands, and what only a look at the whole can tell."""

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from exams.content.course import SelfCheck
from exams.content.item_passages import item_passages
from exams.content.passages import Passage
from exams.content.sources import Sources
from exams.items.item import ItemType, Use
from exams.papers.draw import Candidate, draw_from
from exams.papers.pool import prepare
from tests.exams.papers.full_form import names_of, violations
from tests.shipped_course import DAY, shipped_sources

PACE = (250, 450)  # Chinese characters a minute
READ = re.compile(r"[\u3400-\u9fff]|[A-Za-z0-9][A-Za-z0-9,.%:–-]*")

WINDOW, WIDTH = 20, 5  # as .ci/fact_sentences.py writes them
BREAKS = re.compile(r"[\n|。！？；;]")
OFFICIAL = (  # names and lists that a rule fixes word for word
    "互联网金融个人网络消费信贷贷后催收风控指引",
    "固定收益类权益类商品及金融衍生品类混合类",
    "财产安全权知情权自主选择权公平交易权依法求偿权受教育权受尊重权信息安全权",
)


@pytest.fixture(scope="module")
def sources() -> Sources:
    return shipped_sources()


def chinese(sources: Sources) -> Iterator[Passage]:
    """Every Chinese passage of sections and questions."""
    for written in sources.sections.values():
        yield from written.files["zh"].body.passages
    for one in sources.items:
        yield from item_passages(one, "zh")


def test_the_course_has_no_fault(sources):
    assert sources.faults == ()


@pytest.mark.feature("a2")
def test_every_section_is_checked_in_both_languages_and_says_of_each_option_why(sources):
    practice = {one.item.id: one for one in sources.items if one.item.use is Use.PRACTICE}
    asked = set()
    for written in sources.sections.values():
        for text in written.section.texts.values():
            asked |= {block.item for block in text.blocks if isinstance(block, SelfCheck)}
    assert {written.section.id for written in sources.sections.values()} == {
        practice[name].item.section for name in asked
    }
    for name in asked:
        one = practice[name]
        for language in ("zh", "en"):
            said = one.key.explanations[language]
            assert said.text
            assert said.options.keys() >= {*one.item.letters}
            assert said.options or said.mistakes
            assert all(said.options.values())


def test_the_course_is_as_large_as_planned(sources):
    sections = [written.section for written in sources.sections.values()]
    assert (len(sources.course.chapters), len(sections)) == (6, 56)
    assert sum(len(section.texts["zh"].objectives) for section in sections) == 166
    assert sum(section.minutes for section in sections) == 492
    assert sum(one.item.use is Use.PRACTICE for one in sources.items) >= 200
    assert len(sources.terms) >= 80


def test_no_uncertain_fact_is_taught_as_a_rule(sources):
    cited = {fact for written in sources.sections.values() for fact in written.section.facts}
    cited |= {fact for one in sources.items for fact in one.item.facts}
    assert cited <= set(sources.facts)
    assert len(cited) >= 250
    asked = {fact for one in sources.items for fact in one.item.facts}
    assert all(sources.facts[fact].may_be_tested for fact in asked)


def test_every_section_is_read_in_its_minutes(sources):
    items = {one.item.id: one for one in sources.items}
    paces = {}
    for name, written in sources.sections.items():
        passages = list(written.files["zh"].body.passages)
        checks = [block.item for block in written.section.texts["zh"].blocks if isinstance(block, SelfCheck)]
        passages += [one for check in checks for one in item_passages(items[check], "zh")]
        paces[name] = sum(len(READ.findall(_seen(one))) for one in passages) / written.section.minutes
    assert {name: pace for name, pace in paces.items() if not PACE[0] <= pace <= PACE[1]} == {}


def _seen(one: Passage) -> str:
    """What a reader reads: the caption of a figure without the description for those who cannot see it."""
    return one.text.partition("|")[0] if one.block == "figure" else one.text


def test_no_sentence_is_taken_over_from_the_facts(sources):
    packed = (Path(__file__).parent / "fact_sentences.bin").read_bytes()
    known = {packed[at : at + WIDTH] for at in range(0, len(packed), WIDTH)}
    assert len(known) > 200
    taken = {
        (one.file, one.line, window)
        for one in chinese(sources)
        for window in windows(one.text)
        if sha256(window.encode()).digest()[:WIDTH] in known and not any(window in name for name in OFFICIAL)
    }
    assert taken == set()


def windows(text: str) -> set[str]:
    """Every twenty Chinese characters in a row within one sentence."""
    rows = (re.sub(r"[^\u3400-\u9fff]+", "", row) for row in BREAKS.split(text))
    return {row[at : at + WINDOW] for row in rows for at in range(len(row) - WINDOW + 1)}


def test_a_sentence_of_the_facts_would_be_found():
    packed = (Path(__file__).parent / "fact_sentences.bin").read_bytes()
    known = {packed[at : at + WIDTH] for at in range(0, len(packed), WIDTH)}
    found = [
        window for name in OFFICIAL for window in windows(name) if sha256(window.encode()).digest()[:WIDTH] in known
    ]
    assert len(found) >= len(OFFICIAL)


def test_a_hundred_mock_papers_are_drawn_from_practice_questions_alone(sources):
    mock = next(one.blueprint for one in sources.blueprints if one.blueprint.name == "mock")
    exam = {one.item.id for one in sources.items if one.item.use is Use.EXAM}
    pool = prepare(mock, [one.item for one in sources.items], DAY)
    assert mock.size == 70
    assert exam.isdisjoint(pool.items)
    for number in range(100):
        paper = draw_from(pool, Candidate("mock", f"M{number:04d}", "", 1))
        assert list(violations(pool, paper)) == []
        assert exam.isdisjoint(names_of(paper))
        assert any(pool.items[name].type is ItemType.NUMERICAL for name in names_of(paper))

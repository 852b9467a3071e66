"""The numbers of a course: what `academy course check` prints."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exams.content.sources import Sources
from exams.content.written_item import WrittenItem
from exams.items.item import OWN_TYPES, ItemType, Level, Use


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts; those of items are of the exam bank, practice items apart."""

    chapters: int
    sections: int
    objectives: int
    minutes: int
    items: int
    practice_items: int
    red_line_items: int
    scenarios: int
    by_chapter: dict[str, int]
    by_level: dict[str, int]
    by_type: dict[str, int]
    by_form: dict[str, int]
    facts_cited: int
    facts_unknown: tuple[str, ...]


def tally(sources: Sources) -> Tally:
    """Count what was read."""
    sections = [written.section for written in sources.sections.values()]
    exam = [one for one in sources.items if one.item.use is Use.EXAM]
    cited = {fact for section in sections for fact in section.facts}
    cited |= {fact for one in sources.items for fact in one.item.facts}
    cited |= {fact for one in sources.scenarios for fact in one.scenario.facts}
    return Tally(
        chapters=len(sources.course.chapters),
        sections=len(sections),
        objectives=sum(len(next(iter(section.texts.values())).objectives) for section in sections),
        minutes=sum(section.minutes for section in sections),
        items=len(exam),
        practice_items=len(sources.items) - len(exam),
        red_line_items=sum(one.item.red_line for one in exam),
        scenarios=len(sources.scenarios),
        by_chapter=_count([str(chapter.number) for chapter in sources.course.chapters], _chapters(exam)),
        by_level=_count([level.value for level in Level], [one.item.level.value for one in exam]),
        by_type=_count(_types(exam), [one.item.type.value for one in exam]),
        by_form=dict(sorted(Counter(one.form for one in exam).items())),
        facts_cited=len(cited & set(sources.facts)),
        facts_unknown=tuple(sorted(cited - set(sources.facts))),
    )


def _types(items: Sequence[WrittenItem]) -> list[str]:
    """The types of our own bank, and of the others those that there are."""
    there = {one.item.type for one in items}
    return [kind.value for kind in ItemType if kind in OWN_TYPES or kind in there]


def _chapters(items: Iterable[WrittenItem]) -> list[str]:
    return [str(one.item.chapter) for one in items]


def _count(names: Iterable[str], found: Iterable[str]) -> dict[str, int]:
    counts = Counter(found)
    return {name: counts[name] for name in names}

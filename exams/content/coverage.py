"""Which topics of the syllabus the course covers, and with what."""

from collections.abc import Mapping
from dataclasses import dataclass

from exams.content.sources import Sources
from exams.items.item import Use


@dataclass(frozen=True, slots=True)
class TopicCoverage:
    """One topic with the sections written for it and the items that ask about them."""

    topic: str
    titles: Mapping[str, str]
    sections: tuple[str, ...]
    missing_sections: tuple[str, ...]
    exam_items: tuple[str, ...]
    practice_items: tuple[str, ...]

    @property
    def covered(self) -> bool:
        """Every section of the topic is written, and both banks ask about it."""
        written = bool(self.sections) and not self.missing_sections
        return written and bool(self.exam_items) and bool(self.practice_items)


def topic_coverage(sources: Sources) -> tuple[TopicCoverage, ...]:
    """Every topic in its written order, covered or not."""
    return tuple(
        TopicCoverage(
            topic=topic.id,
            titles=topic.titles,
            sections=tuple(section for section in topic.sections if section in sources.sections),
            missing_sections=tuple(section for section in topic.sections if section not in sources.sections),
            exam_items=_items(sources, topic.sections, Use.EXAM),
            practice_items=_items(sources, topic.sections, Use.PRACTICE),
        )
        for topic in sources.topics
    )


def _items(sources: Sources, sections: tuple[str, ...], use: Use) -> tuple[str, ...]:
    return tuple(one.item.id for one in sources.items if one.item.section in sections and one.item.use is use)

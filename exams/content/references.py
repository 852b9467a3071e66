"""What one file says about another: facts, terms, sections, objectives, self-checks and enemies must exist."""

from collections.abc import Iterable, Mapping

from exams.content.catalogue import CourseFile, FactNote
from exams.content.course import SelfCheck, Term
from exams.content.faults import Code, Faults
from exams.content.fields import Place
from exams.content.section_file import SectionFile
from exams.content.sections import WrittenSection
from exams.content.written_item import WrittenItem
from exams.items.item import Use

_FEWEST_PRACTICE_ITEMS = 3


def check_references(
    course: CourseFile,
    sections: Mapping[str, WrittenSection],
    terms: Iterable[Term],
    facts: Mapping[str, FactNote],
    items: Iterable[WrittenItem],
    faults: Faults,
    /,
) -> None:
    """Note every reference that leads nowhere."""
    check = _References(course, {term.id for term in terms}, facts, {one.item.id: one for one in items}, faults)
    checked: dict[str, str] = {}
    for written in sections.values():
        for file in written.files.values():
            check.section(file)
        check.self_checks(written, checked)
    for one in items:
        check.item(one, sections.get(one.item.section))
    check.practice(course.sections)
    check.objectives(sections.values())


class _References:
    """The ids that exist, and where faults go."""

    def __init__(
        self,
        course: CourseFile,
        terms: set[str],
        facts: Mapping[str, FactNote],
        items: Mapping[str, WrittenItem],
        faults: Faults,
    ) -> None:
        self._sections = course.sections
        self._terms = terms
        self._facts = facts
        self._items = items
        self._faults = faults

    def section(self, one: SectionFile) -> None:
        """Facts of the front matter, marks and links of the text."""
        self._facts_known(one.facts, one.place)
        file = one.place.file
        for fact in one.compliance_review:
            if fact not in one.facts:
                self._faults.note(file, one.place.line("compliance_review"), Code.FACT_UNLISTED, fact=fact)
        for line, fact in one.body.findings.marks:
            if fact not in one.facts:
                self._faults.note(file, line, Code.FACT_UNLISTED, fact=fact)
        for line, link in one.body.findings.links:
            kind, _, target = link.partition(":")
            if kind == "term" and target not in self._terms:
                self._faults.note(file, line, Code.TERM_UNKNOWN, term=target)
            if kind == "section" and target not in self._sections:
                self._faults.note(file, line, Code.SECTION_UNKNOWN, section=target)

    def self_checks(self, written: WrittenSection, seen: dict[str, str]) -> None:
        """Every marker names a practice item of its section, and each item has one place."""
        first = next(iter(written.files.values()))
        for block, line in zip(first.body.blocks, first.body.lines, strict=True):
            if not isinstance(block, SelfCheck) or not block.item:
                continue
            found = self._items.get(block.item)
            own = found is not None and found.item.use is Use.PRACTICE and found.item.section == written.section.id
            if not own:
                self._faults.note(first.place.file, line, Code.CHECK_UNKNOWN, item=block.item)
            elif block.item in seen:
                self._faults.note(first.place.file, line, Code.CHECK_TWICE, item=block.item, first=seen[block.item])
            seen.setdefault(block.item, f"{first.place.file}:{line}")

    def item(self, one: WrittenItem, written: WrittenSection | None) -> None:
        """Facts, objective and enemies of an item."""
        item, place = one.item, one.place
        self._facts_known(item.facts, place)
        for fact in item.facts:
            if fact in self._facts and not self._facts[fact].may_be_tested:
                note = self._facts[fact]
                grade = f"{note.code} {note.confidence}"
                self._faults.note(place.file, place.line("facts"), Code.FACT_WEAK, fact=fact, grade=grade)
        if written is not None and item.objective and item.objective not in _objectives(written):
            known = ", ".join(sorted(_objectives(written)))
            line = place.line("objective")
            self._faults.note(place.file, line, Code.OBJECTIVE_UNKNOWN, objective=item.objective, known=known)
        for enemy in item.enemies:
            if enemy not in self._items or enemy == item.id:
                self._faults.note(place.file, place.line("enemies"), Code.ENEMY_UNKNOWN, enemy=enemy)

    def practice(self, sections: Mapping[str, int]) -> None:
        """Every section has enough practice items."""
        for section in sections:
            count = sum(one.item.use is Use.PRACTICE and one.item.section == section for one in self._items.values())
            if count < _FEWEST_PRACTICE_ITEMS:
                file = f"bank/practice/{section}.toml"
                facts = {"section": section, "count": count, "wanted": _FEWEST_PRACTICE_ITEMS}
                self._faults.note(file, 1, Code.PRACTICE_FEW, **facts)

    def objectives(self, sections: Iterable[WrittenSection]) -> None:
        """Every objective is asked about by a practice item."""
        practised = {one.item.objective for one in self._items.values() if one.item.use is Use.PRACTICE}
        for written in sections:
            first = next(iter(written.files.values()))
            for number, objective in enumerate(first.text.objectives):
                if objective.id and objective.id not in practised:
                    line = first.place.line("objectives", number)
                    self._faults.note(first.place.file, line, Code.OBJECTIVE_UNPRACTISED, objective=objective.id)

    def _facts_known(self, facts: Iterable[str], place: Place) -> None:
        for fact in facts:
            if fact not in self._facts:
                self._faults.note(place.file, place.line("facts"), Code.FACT_UNKNOWN, fact=fact)


def _objectives(written: WrittenSection) -> set[str]:
    return {objective.id for text in written.section.texts.values() for objective in text.objectives}

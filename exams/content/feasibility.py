"""Whether the bank can fill the blueprints: said to the author by cell, before anybody sits down to an exam."""

from collections.abc import Iterable, Sequence
from datetime import date

from exams.content.bank import WrittenItem
from exams.content.blueprints import WrittenBlueprint
from exams.content.faults import Code, Faults
from exams.papers.feasible import check_feasible


def note_shortages(
    blueprints: Iterable[WrittenBlueprint], items: Sequence[WrittenItem], today: date, faults: Faults
) -> None:
    """Note every cell of a blueprint that the bank of its use cannot fill."""
    bank = [one.item for one in items]
    for written in blueprints:
        blueprint, place = written.blueprint, written.place
        cells = list(blueprint.cells)
        for gap in check_feasible(blueprint, bank, today):
            cell = (gap.chapter, gap.type)
            line = place.line("cell", cells.index(cell)) if cell in cells else place.line("name")
            faults.note(
                place.file,
                line,
                Code.BLUEPRINT_SHORT,
                chapter=gap.chapter or "-",
                type=gap.type.value if gap.type else "-",
                level=gap.level.value if gap.level else "-",
                wanted=gap.wanted,
                available=gap.available,
                lack=gap.lack.value,
            )

"""Whether the bank can fill the blueprints: said to the author by cell, before anybody sits down to an exam."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from exams.content.blueprints import WrittenBlueprint
from exams.content.faults import Code, Faults
from exams.content.written_item import WrittenItem
from exams.items.item import Item, Use
from exams.papers.feasible import check_feasible
from exams.papers.shortage import Lack


def note_shortages(
    blueprints: Iterable[WrittenBlueprint], items: Sequence[WrittenItem], today: date, faults: Faults
) -> None:
    """Note every cell of a blueprint that the bank of its use cannot fill; each form of the exam has to by itself."""
    practice = {"-": [one.item for one in items if one.item.use is Use.PRACTICE]}
    forms = items_by_form(items) or {"-": []}
    for written in blueprints:
        pools = forms if written.blueprint.use is Use.EXAM else practice
        for form, pool in pools.items():
            _note_gaps(written, form, pool, today, faults)


def items_by_form(items: Iterable[WrittenItem]) -> Mapping[str, list[Item]]:
    """The exam items of each form, forms in order."""
    forms: dict[str, list[Item]] = {}
    for one in items:
        if one.item.use is Use.EXAM:
            forms.setdefault(one.form, []).append(one.item)
    return dict(sorted(forms.items()))


def _note_gaps(written: WrittenBlueprint, form: str, pool: Sequence[Item], today: date, faults: Faults) -> None:
    blueprint, place = written.blueprint, written.place
    cells = list(blueprint.cells)
    for gap in check_feasible(blueprint, pool, today):
        cell = (gap.chapter, gap.type)
        whole = "trial" if gap.lack is Lack.TRIAL else "name"
        line = place.line("cell", cells.index(cell)) if cell in cells else place.line(whole)
        faults.note(
            place.file,
            line,
            Code.BLUEPRINT_SHORT,
            form=form,
            chapter=gap.chapter or "-",
            type=gap.type.value if gap.type else "-",
            level=gap.level.value if gap.level else "-",
            wanted=gap.wanted,
            available=gap.available,
            lack=gap.lack.value,
        )

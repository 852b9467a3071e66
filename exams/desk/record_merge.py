"""Two PCs' marks and mistakes of one person become one: in whatever order, however often, with the same end. Pure."""

from dataclasses import astuple, replace

from exams.store.mark_rows import MarkRow
from exams.store.practice_rows import MistakeRow


def later_mark(one: MarkRow, other: MarkRow) -> MarkRow:
    """Of the same mark as two PCs have it, what was changed last; what was taken away at that moment stays away."""
    return max(one, other, key=_mark_order)


def joined_mistake(one: MistakeRow, other: MistakeRow) -> MistakeRow:
    """Missed since the earlier day, remembered as it was asked last."""
    last = max(one, other, key=_mistake_order)
    return replace(last, since_wt=min(one.since_wt, other.since_wt))


def _mark_order(row: MarkRow) -> tuple[object, ...]:
    # The rest only makes the choice the same on every PC where one moment has two stories.
    rest = (row.note, row.section, row.lang, row.kind.value, row.made_wt, *astuple(row.anchor))
    return row.changed_wt, row.gone, *rest


def _mistake_order(row: MistakeRow) -> tuple[object, ...]:
    held = row.recall
    rest = (held.due_wt, held.stability, held.difficulty, row.chapter, row.section, row.objective, row.source)
    return held.last_wt, held.lapses, -held.run, *rest

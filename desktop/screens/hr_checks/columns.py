"""The tables of the page of spot checks: which columns, and which share one where the text is large."""

from desktop.style.look import look
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.naming import named
from desktop.widgets.stacked import columns_for, make_room, telling
from desktop.widgets.table import Column
from desktop.words import tr

_GROUP_STACKS = ((0,), (3, 2, 1), (4,))
_SITTING_STACKS = ((1, 0, 2), (3, 5), (4,))
_PAIR_STACKS = ((2, 0, 1), (3, 4, 5, 6))


def group_table(title: str, head: str, name: str) -> KeptTable:
    """Branches or proctors by warnings."""
    columns = (
        Column(head, lambda row: row.title),
        telling(Column(tr("Finals"), lambda row: str(row.sittings), lambda row: row.sittings, align_right=True)),
        telling(Column(tr("Warnings for each"), lambda row: row.shown, lambda row: row.rate, align_right=True)),
        telling(Column(tr("To look into"), lambda row: str(row.open), lambda row: row.open, align_right=True)),
        Column(tr("Warnings"), lambda row: row.codes, stretch=True, elided=True),
    )
    return _table(title, columns, _GROUP_STACKS, name, 180)


def sitting_table() -> KeptTable:
    """The finals of what is open."""
    columns = (
        Column(tr("Session"), lambda row: row.session),
        Column(tr("Person"), lambda row: row.person),
        Column(tr("Course"), lambda row: row.course),
        telling(Column(tr("Proctor"), lambda row: row.proctors)),
        Column(tr("Reason to look"), lambda row: row.why, stretch=True, elided=True),
        telling(Column(tr("Looked into"), lambda row: row.said)),
    )
    return _table(tr("Finals with warnings"), columns, _SITTING_STACKS, "warned", 220)


def pair_table() -> KeptTable:
    """Pairs of a room."""
    columns = (
        Column(tr("Session"), lambda row: row.session),
        Column(tr("Branch"), lambda row: row.branch),
        Column(tr("People"), lambda row: " / ".join(row.people), stretch=True),
        telling(Column(tr("The same mistakes"), lambda row: row.same)),
        telling(Column(tr("By chance"), lambda row: row.expected, align_right=True)),
        telling(Column(tr("Proctor"), lambda row: row.proctors)),
        telling(Column(tr("Looked into"), lambda row: row.said)),
    )
    return _table(tr("Pairs"), columns, _PAIR_STACKS, "pairs", 200)


def _table(
    title: str, columns: tuple[Column, ...], stacks: tuple[tuple[int, ...], ...], name: str, px: int
) -> KeptTable:
    table = named(KeptTable(title, columns_for(columns, stacks), _key), name)
    table.setMinimumHeight(look().px(px))
    make_room(table, stacks)
    return table


def _key(row: object) -> str:
    """Of a final its sitting, of the others their key."""
    return str(getattr(row, "sitting", "") or getattr(row, "key", ""))

"""A staff list on its way into the register: read behind the firewall, held to its shape."""

from dataclasses import dataclass
from pathlib import Path

from exams.accounts.names import check_name, check_staff_id
from exams.errors import AcademyError
from exams.firewall.confine import MEGABYTE, Limits
from exams.firewall.errors import FileUnreadable
from exams.firewall.gate import in_child
from exams.register.errors import BadMerge
from exams.register.merging import plan_merge
from exams.register.people import Change, StaffRow
from exams.store.register_dialect import RegisterDb
from exams.store.register_merge_rows import gone_ids
from exams.store.register_people import person_of
from exams.trust.strict_json import Json

LIMITS = Limits(size=64 * MEGABYTE, answer=128 * MEGABYTE, seconds=60.0, memory=1024 * MEGABYTE)
"""What reading one list may cost."""

_INLET = "exams.register.people_file:people_"
_BY_MARK = ((b"PK\x03\x04", "xlsx"), (b"\xd0\xcf\x11\xe0", "xls"))


@dataclass(frozen=True, slots=True)
class RowFault:
    """A row that keeps the list from being taken in; `text` is the staff id as it stands there."""

    row: int
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class StaffFile:
    """A list by the name of its file: people, and rows that are wrong."""

    name: str
    rows: tuple[StaffRow, ...]
    found: tuple[RowFault, ...] = ()


def planned_merge(db: RegisterDb, kept: str, gone: str) -> tuple[Change, ...]:
    """What becomes of both records; raises `BadMerge`, also where one of them was merged before."""
    before = gone_ids(db)
    others = [(name, under) for name, under in before.items() if gone in (name, under) or kept == name]
    for name, under in others:
        raise BadMerge(reason="merged", staff_id=name, other=under)
    people = {name: person_of(db, name) for name in (kept, gone)}
    for name, person in people.items():
        if person is None:
            raise BadMerge(reason="unknown", staff_id=name[:32])
    one, other = people[kept], people[gone]
    return plan_merge(one, other) if one and other else ()


def read_staff_file(path: Path) -> StaffFile:
    """A workbook or a text table, told apart by how it begins; raises what the firewall and the readers refuse."""
    told = in_child(f"{_INLET}{_kind(path)}", path, LIMITS)
    match told:
        case {"rows": list(rows), "found": list(found)}:
            return StaffFile(path.name, tuple(map(_row, rows)), tuple(map(_fault, found)))
    raise FileUnreadable(reason="rubbish")


def _kind(path: Path) -> str:
    try:
        with path.open("rb") as file:
            head = file.read(4)
    except OSError as error:
        raise FileUnreadable(reason="no_file") from error
    return next((kind for mark, kind in _BY_MARK if head == mark), "csv")


def _row(told: Json) -> StaffRow:
    match told:
        case [str(staff_id), str(name), str(latin), str(branch), str(team), str(tail)] if len(tail) <= 4:
            try:
                return StaffRow(check_staff_id(staff_id), check_name(name), latin, branch, team, tail)
            except AcademyError:
                pass
    raise FileUnreadable(reason="rubbish")


def _fault(told: Json) -> RowFault:
    match told:
        case [int(row), str(code), str(text)]:
            return RowFault(row, code, text)
    raise FileUnreadable(reason="rubbish")

"""A staff list of another program: columns by their headings, each row checked. The firewall runs these readers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from exams.accounts.names import check_name, check_staff_id
from exams.errors import AcademyError
from exams.interop.sheets.cells import Row, folded
from exams.interop.sheets.csv_rows import csv_rows, lines_of
from exams.interop.sheets.headings import heading
from exams.interop.texts import decode
from exams.register.errors import StaffHeadings
from exams.trust.errors import TooLarge
from exams.trust.strict_json import Json

MOST_PEOPLE = 400_000

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "staff_id": ("工号", "员工号", "员工编号", "人员编号", "职工号", "STAFFID", "EMPLOYEEID", "ID"),
    "name": ("姓名", "员工姓名", "名字", "NAME"),
    "latin": ("拼音", "姓名拼音", "英文名", "LATIN", "PINYIN"),
    "branch": ("网点", "网点号", "网点编号", "机构", "机构号", "机构编号", "支行", "BRANCH", "BRANCHCODE"),
    "team": ("团队", "班组", "部门", "TEAM", "DEPARTMENT"),
    "id_number": ("身份证", "身份证号", "证件号", "证件号码", "IDNUMBER"),
}
_FIELDS = {word: field for field, words in _COLUMNS.items() for word in words}
_WITHIN = 5
_SEPARATORS = ",\t;|"
_BRANCH = re.compile(r"[A-Z0-9-]{2,12}")


class _Read(NamedTuple):
    rows: list[Json]
    found: list[Json]


def people_csv(raw: bytes) -> Json:
    """A text table."""
    lines = lines_of(decode(raw)[0])
    if re.fullmatch(r"sep=.\n", lines[0]):
        lines = lines[1:]
    head = lines[: _WITHIN * 4]
    for sign in _SEPARATORS:
        rows = [one for one in csv_rows(head, sign) if isinstance(one, Row)]
        if any(_columns(row.cells) for row in rows[:_WITHIN]):
            return _people(one if isinstance(one, Row) else Row(one.row, []) for one in csv_rows(lines, sign))
    raise StaffHeadings


def people_xlsx(raw: bytes) -> Json:
    """A workbook; its first sheet with headings."""
    from exams.interop.sheets.xlsx import xlsx_sheets

    return _of_sheets(sheet.rows for sheet in xlsx_sheets(raw) if not sheet.is_hidden)


def people_xls(raw: bytes) -> Json:
    """An old workbook."""
    from exams.interop.sheets.xls import xls_sheets

    return _of_sheets(sheet.rows for sheet in xls_sheets(raw) if not sheet.is_hidden)


def _of_sheets(sheets: Iterable[Iterable[Row]]) -> Json:
    for rows in sheets:
        try:
            return _people(rows)
        except StaffHeadings:
            continue
    raise StaffHeadings


def _people(rows: Iterable[Row]) -> Json:
    """`rows`: staff id, name, latin, branch, team, the last four signs of the ID number. `found`: row, code, text."""
    columns: Mapping[str, int] = {}
    read, had = _Read([], []), dict[str, int]()
    for seen, row in enumerate(_filled(rows)):
        if not columns:
            columns = _columns(row.cells)
            if not columns and seen >= _WITHIN:
                break
        else:
            _take(row, columns, read, had)
    if not columns:
        raise StaffHeadings
    return {"rows": read.rows, "found": read.found}


def _filled(rows: Iterable[Row]) -> Iterator[Row]:
    return (row for row in rows if any(row.cells))


def _columns(cells: list[str]) -> dict[str, int]:
    """The column of each field, where this is a row of headings."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        field = _FIELDS.get(heading(cell)) if cell and len(cell) < 40 else None
        if field:
            found.setdefault(field, place)
    return found if {"staff_id", "name"} <= found.keys() else {}


def _take(row: Row, columns: Mapping[str, int], read: _Read, had: dict[str, int]) -> None:
    told = {field: row.cells[at].strip() if at < len(row.cells) else "" for field, at in columns.items()}
    fault = _fault(told)
    earlier = had.setdefault(folded(told["staff_id"]), row.number)
    if not fault and earlier != row.number:
        fault = "E_STAFF_TWICE"
    if fault:
        read.found.append([row.number, fault, told["staff_id"][:32]])
        return
    if len(read.rows) >= MOST_PEOPLE:
        raise TooLarge(most=MOST_PEOPLE)
    fields = (told.get(name, "") for name in ("staff_id", "name", "latin", "branch", "team"))
    read.rows.append([*fields, told.get("id_number", "")[-4:]])


def _fault(told: Mapping[str, str]) -> str:
    try:
        check_staff_id(told["staff_id"])
        for text in (told["name"], *filter(None, (told.get("latin"), told.get("team")))):
            check_name(text)
    except AcademyError as error:
        return error.code
    branch = told.get("branch", "")
    return "E_STAFF_BRANCH" if branch and not _BRANCH.fullmatch(branch) else ""

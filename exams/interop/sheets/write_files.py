"""Tables of questions as files: every cell a text, none that a program would take for a formula (security 7.5)."""

import csv
import re
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO

from exams.interop.question import Question
from exams.interop.result import Warned
from exams.interop.sheets.write_table import table_of

_DANGEROUS = re.compile(r"'*[=+\-@\t\r\n|%＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n|%＝＋－＠]")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_WIDTHS = {"题干": 60, "解析": 40, "答案": 12}


def write_csv(questions: Iterable[Question], warnings: list[Warned]) -> Iterator[str]:
    """With a byte order mark, every cell in quotation marks; an apostrophe before what would be calculated."""
    yield "\ufeff"
    for row in table_of(questions, warnings):
        line = StringIO()
        csv.writer(line, quoting=csv.QUOTE_ALL).writerow([_guarded(cell, _DANGEROUS) for cell in row])
        yield line.getvalue()


def write_xlsx(questions: Iterable[Question], warnings: list[Warned]) -> bytes:
    """A workbook of one sheet whose cells are texts, whatever they begin with."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet("题库")
    sheet.freeze_panes = "A2"
    rows = table_of(questions, warnings)
    for number, name in enumerate(rows[0], start=1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(name, 18)
    for row in rows:
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, _guarded(text, _GUARDED)) if text else None
            if cell is not None:
                cell.data_type = "s"
                cell.number_format = "@"
            cells.append(cell)
        sheet.append(cells)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _guarded(text: str, pattern: re.Pattern[str]) -> str:
    text = _UNSEEN.sub("", text)
    return f"'{text}" if pattern.match(text) else text

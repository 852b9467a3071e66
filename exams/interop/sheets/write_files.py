"""Tables as files: every cell a text, none that a program would take for a formula (security 7.5)."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO, StringIO

from exams.interop.question import Question
from exams.interop.result import Warned
from exams.interop.sheets.write_table import table_of

_DANGEROUS = re.compile(r"'*[=+\-@\t\r\n|%＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n|%＝＋－＠]")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_WIDTHS = {"题干": 60, "解析": 40, "答案": 12}


def write_csv(questions: Iterable[Question], warnings: list[Warned]) -> Iterator[str]:
    """A table of questions as text."""
    return csv_lines(table_of(questions, warnings))


def write_xlsx(questions: Iterable[Question], warnings: list[Warned]) -> bytes:
    """A workbook of one sheet of questions."""
    return workbook(table_of(questions, warnings), "题库", _WIDTHS)


def csv_lines(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """With a byte order mark, every cell in quotation marks; an apostrophe before what would be calculated."""
    yield "\ufeff"
    for row in rows:
        line = StringIO()
        csv.writer(line, quoting=csv.QUOTE_ALL).writerow([_guarded(cell, _DANGEROUS) for cell in row])
        yield line.getvalue()


def workbook(rows: Iterable[Sequence[str]], title: str, widths: Mapping[str, int]) -> bytes:
    """One sheet whose cells are texts, whatever they begin with; the first row are its headings, which stay in view."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number, row in enumerate(rows):
        for place, name in enumerate(() if number else row, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = widths.get(name, 18)
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

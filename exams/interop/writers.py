"""Every format that questions are written in."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from exams.interop.detect import AIKEN, CSV, GIFT, MOODLE_XML, XLSX
from exams.interop.question import Question
from exams.interop.result import Warned
from exams.interop.sheets.write_files import write_csv, write_xlsx
from exams.interop.write_aiken import write_aiken
from exams.interop.write_gift import write_gift
from exams.interop.write_moodle_xml import write_moodle_xml
from exams.interop.write_qti.package import write_qti3, write_qti21

QTI21, QTI3 = "qti21", "qti3"
Writer = Callable[[Iterable[Question], list[Warned]], Iterator[str]]
FileWriter = Callable[[Iterable[Question], list[Warned]], bytes]

WRITERS: Mapping[str, Writer] = {GIFT: write_gift, MOODLE_XML: write_moodle_xml, AIKEN: write_aiken, CSV: write_csv}
"""Text formats: the file piece by piece, what is lost into the list."""

FILE_WRITERS: Mapping[str, FileWriter] = {XLSX: write_xlsx, QTI21: write_qti21, QTI3: write_qti3}
"""Formats that are a whole file at once."""

"""Every format that questions are written in."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from exams.interop.detect import AIKEN, CSV, GIFT, MOODLE_XML
from exams.interop.question import Question
from exams.interop.result import Warned
from exams.interop.sheets.write_files import write_csv
from exams.interop.write_aiken import write_aiken
from exams.interop.write_gift import write_gift
from exams.interop.write_moodle_xml import write_moodle_xml

Writer = Callable[[Iterable[Question], list[Warned]], Iterator[str]]

WRITERS: Mapping[str, Writer] = {GIFT: write_gift, MOODLE_XML: write_moodle_xml, AIKEN: write_aiken, CSV: write_csv}
"""Text formats: the file piece by piece, what is lost into the list."""

"""One door for writing questions: any format, piece by piece, as bytes."""

from collections.abc import Iterable, Iterator

from exams.interop.detect import XLSX, bank_format
from exams.interop.errors import BankFormat
from exams.interop.question import Question
from exams.interop.result import Warned
from exams.interop.sheets.write_files import write_xlsx
from exams.interop.writers import WRITERS


def write_formats() -> tuple[str, ...]:
    """The names of all formats that are written."""
    return tuple(sorted((*WRITERS, XLSX)))


def write_bank(questions: Iterable[Question], kind: str, warnings: list[Warned]) -> Iterator[bytes]:
    """The file; what the format cannot say goes to the warnings. Raises `BankFormat` for one that is not written."""
    wanted = bank_format(kind)
    if wanted == XLSX:
        yield write_xlsx(questions, warnings)
    elif wanted in WRITERS:
        yield from (piece.encode("utf-8", "replace") for piece in WRITERS[wanted](questions, warnings))
    else:
        raise BankFormat(format=wanted)

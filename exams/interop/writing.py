"""One door for writing questions: any format, piece by piece, as bytes."""

from collections.abc import Iterable, Iterator

from exams.interop.detect import bank_format
from exams.interop.errors import BankFormat
from exams.interop.question import Question
from exams.interop.result import Warned
from exams.interop.writers import FILE_WRITERS, WRITERS


def write_formats() -> tuple[str, ...]:
    """The names of all formats that are written."""
    return tuple(sorted((*WRITERS, *FILE_WRITERS)))


def write_bank(questions: Iterable[Question], kind: str, warnings: list[Warned]) -> Iterator[bytes]:
    """The file; what the format cannot say goes to the warnings. Raises `BankFormat` for one that is not written."""
    wanted = kind if kind in FILE_WRITERS else bank_format(kind)  # reading knows the versions of QTI as one format
    if wanted in FILE_WRITERS:
        yield FILE_WRITERS[wanted](questions, warnings)
    elif wanted in WRITERS:
        yield from (piece.encode("utf-8", "replace") for piece in WRITERS[wanted](questions, warnings))
    else:
        raise BankFormat(format=wanted)

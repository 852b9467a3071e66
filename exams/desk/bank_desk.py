"""The question bank's desk: files of other programs into a bank, the last import out again, the bank into a file."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exams.firewall.errors import FileUnreadable
from exams.firewall.gate import in_child
from exams.interop.detect import ENDINGS
from exams.interop.record_text import BadRecord, heading_of, question_from
from exams.interop.way_in import limits_of
from exams.store.bank_errors import BankForeign, BankNotWritten
from exams.store.bank_rows import Row, Taken, add_import, bank_records, undo_import


@dataclass(frozen=True, slots=True)
class FileRead:
    """What a file holds: rows for the bank, and findings as `academy bank read` shows them, sentences excepted."""

    file: str
    format: str
    rows: Sequence[Row]
    rejected: Sequence[dict[str, Any]]
    warnings: Sequence[dict[str, Any]]


def read_for_bank(path: Path) -> FileRead:
    """A file, read in a process of its own; raises what that and the reader refuse."""
    ending = ENDINGS.get(path.suffix.lower().removeprefix("."), "")
    inlet = f"exams.interop.records:records{'_' if ending else ''}{ending}"
    try:
        *records, last = str(in_child(inlet, path, limits_of(path))).split("\n")
        rows = [(*heading_of(record), record) for record in records]
        told = json.loads(last)
        return FileRead(path.name, str(told["format"]), rows, list(told["rejected"]), list(told["warnings"]))
    except (ValueError, TypeError, KeyError, RecursionError, BadRecord) as error:
        raise FileUnreadable(reason="rubbish") from error


def import_files(read: Sequence[FileRead], bank: Path, who: str = "") -> Taken | None:
    """Everything that was read, in one transaction; None where there is nothing. Raises what `add_import` raises."""
    if not any(one.rows for one in read):
        return None
    return add_import(bank, [one.file for one in read], _rows(read), who)


def _rows(read: Sequence[FileRead]) -> Iterator[Row]:
    return (row for one in read for row in one.rows)


def undo_last_import(bank: Path) -> Taken:
    """The last import is gone; raises what `undo_import` raises."""
    return undo_import(bank)


def export_bank(bank: Path, kind: str, out: Path) -> tuple[int, list[dict[str, Any]]]:
    """Write the whole bank to a file; how many questions, and what the format could not say.

    Raises `BankFormat`, `BankMissing`, `BankForeign`, `BankNotWritten`; a file of that name is replaced at the end.
    """
    from exams.interop.result import Warned
    from exams.interop.writing import write_bank

    try:
        questions = [question_from(record) for record in bank_records(bank)]
    except BadRecord as error:
        raise BankForeign(path=str(bank), detail="record") from error
    warnings: list[Warned] = []
    unfinished = out.with_name(f"{out.name}.part")
    try:
        with unfinished.open("wb") as file:
            file.writelines(write_bank(questions, kind, warnings))
        unfinished.replace(out)
    except OSError as error:
        raise BankNotWritten(path=str(out), detail=error.strerror or "") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return len(questions), [one.to_json() for one in warnings]

"""The bank of a headquarters, behind the passphrase of its `pack` key: import, look, write, release."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from exams.desk.bank_analysis import figures_of_file
from exams.desk.bank_desk import FileRead, import_files, read_for_bank, undo_last_import
from exams.desk.bank_desk_errors import BankNoName
from exams.desk.bank_life import ItemState, require_step
from exams.desk.bank_publish import LeftOut, why_not
from exams.desk.bank_statistics import ItemStatistics, item_statistics
from exams.desk.branch_view import is_demonstration_pack
from exams.desk.course_outline import kept_outline
from exams.desk.demonstration_chain import PASSPHRASE
from exams.desk.hq_desk import open_hq
from exams.interop.question import Question
from exams.interop.record_text import question_from, record_text
from exams.store.bank_items import (
    Act,
    BankLine,
    Figures,
    Sought,
    bank_item,
    bank_lines,
    bank_values,
    item_version,
    move_item,
    save_figures,
    save_version,
    set_review,
)
from exams.store.bank_rows import Taken, last_import
from exams.store.hq_database import hq_folder
from exams.timing.clock import Clock, SystemClock


class BankItem(NamedTuple):
    """A question with its place in the bank and what was done to it."""

    line: BankLine
    question: Question
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class BankOffice:
    """Opens the bank's file for each act: two people may take turns. `who` is written down."""

    bank: Path
    who: str
    clock: Clock

    @property
    def is_empty(self) -> bool:
        """True until the first import makes the bank."""
        return not self.bank.exists()

    def read(self, paths: Sequence[Path], told: Callable[[int], None] = lambda _: None) -> tuple[FileRead, ...]:
        """Read files and write nothing; `told` hears how many are done. Raises as `read_for_bank`."""
        read = []
        for path in paths:
            read.append(read_for_bank(path))
            told(len(read))
        return tuple(read)

    def take_in(self, read: Sequence[FileRead]) -> Taken | None:
        """All files in one import; None where there is nothing to take in."""
        return import_files(read, self.bank, self.who)

    def last(self) -> Taken | None:
        """The import that could be taken back."""
        return None if self.is_empty else last_import(self.bank)

    def undo(self) -> Taken:
        """Take it back; raises `BankNothing`, `BankTouched`."""
        return undo_last_import(self.bank)

    def lines(self, sought: Sought, most: int, offset: int = 0) -> tuple[tuple[BankLine, ...], int]:
        """A page, and how many there are."""
        return ((), 0) if self.is_empty else bank_lines(self.bank, sought, most, offset)

    def values(self) -> dict[str, tuple[str, ...]]:
        """Chapters, levels, types and states that there are."""
        return {} if self.is_empty else bank_values(self.bank)

    def analyse(self, marks: Path) -> int:
        """Figures of an exam's table of marks, or what HR pooled, to the questions named there; of how many.

        Raises as `figures_of_file`.
        """
        return save_figures(self.bank, ((name, _figures(one)) for name, one in figures_of_file(marks).items()))

    def statistics(self) -> tuple[ItemStatistics, ...]:
        """What exams have shown of each question; raises `BankForeign`."""
        return () if self.is_empty else item_statistics(self.bank)

    def item(self, number: int) -> BankItem:
        """One question; raises `BankMoved` where it is gone."""
        line, record, acts = bank_item(self.bank, number)
        return BankItem(line, question_from(record), acts)

    def why_not(self, question: Question) -> LeftOut | None:
        """Why no exam can ask a question; None where one can, or where no course was published yet."""
        outline = kept_outline(self.bank.parent)
        return why_not(question, outline) if outline.chapters else None

    def earlier(self, number: int, version: int) -> Question:
        """An earlier version; raises `BankMoved`."""
        return question_from(item_version(self.bank, number, version))

    def save(self, line: BankLine, question: Question) -> int:
        """Put a changed question as the next version, a draft; its number. Raises `BankMoved`."""
        row = (question.type, question.name, record_text(replace(question, line=0, row=0, column="")))
        return save_version(self.bank, line, row, self.who, self._now())

    def move(self, line: BankLine, state: ItemState) -> None:
        """The next state; raises `BankStep`, `BankOwnWork`, `BankMoved`."""
        require_step(line, bank_item(self.bank, line.id)[2], state, self.who)
        move_item(self.bank, line, state.value, self.who, self._now())

    def set_review(self, line: BankLine, day: str) -> None:
        """When it is to be looked at again: a day such as 2027-06-30, or empty."""
        set_review(self.bank, line, day)

    def _now(self) -> int:
        return self.clock.now().wt


def _figures(one: Mapping[str, Any]) -> Figures:
    sittings = int(one["sittings"])
    return Figures(sittings, one["facility"], one["discrimination_index"], tuple(one["flags"]), _detail(one))


def _detail(told: Mapping[str, Any]) -> str:
    return json.dumps({name: value for name, value in told.items() if name != "flags"}, ensure_ascii=False)


def open_bank(home: Path, who: str, secret: str, clock: Clock | None = None) -> BankOffice:
    """The bank of a headquarters; raises `BankNoName`, `WrongPassphrase`, and as `open_hq`."""
    if not who.strip():
        raise BankNoName
    used = clock or SystemClock()
    with open_hq(home, lambda _key, _new: secret, who.strip(), used) as desk:
        desk.enter_bank()
    return BankOffice(hq_folder(home) / "bank.sqlite", who.strip(), used)


def known_passphrase(home: Path) -> str:
    """The passphrase of a demonstration's keys, which is no secret; empty elsewhere."""
    return PASSPHRASE if is_demonstration_pack(home) else ""

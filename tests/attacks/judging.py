"""Holds a home as a crash left it against what had been promised before the crash."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from exams import AcademyError, check_journal
from exams.items.response import response_json
from tests.attacks.marks import Shown
from tests.attacks.reading import Answers, Rows, answers_of, chain_fault, checked_rows


@dataclass(frozen=True, slots=True)
class Promise:
    """What was known at the instant of the crash.

    The journal's end may be any of `ends`: the last line whose commit had returned, or that of the transaction in
    flight, whole. `shown` are the answers that stood beside the word "saved".
    """

    ends: frozenset[int]
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the second reading says of a home whatever was promised: a fault of the file, its end, its lines."""

    fault: str
    end: int = 0
    as_told: bool = True


LaidOut = Callable[[], AbstractContextManager[Path]]
"""Lays a home out as the crash left it, for one reader."""


class Judge:
    """`told` is the journal as the undisturbed app wrote it: what a crash leaves must be a beginning of it.

    The same bytes are read once by each reader, and held against every promise under which a crash may leave them.
    """

    def __init__(self, told: Rows, *, by_the_app: bool) -> None:
        if chain_fault(told):
            raise ValueError("the recorded journal itself is not whole")
        self._told = told
        self._by_the_app = by_the_app
        self._answers: dict[int, Answers] = {}
        self._read: dict[bytes, Reading] = {}
        self._product_said: dict[bytes, str] = {}

    def of(self, digest: bytes, promise: Promise, laid_out: LaidOut) -> str:
        """Empty, or the first promise that is broken; `digest` is that of the bytes which `laid_out` lays out."""
        if digest not in self._read:
            with laid_out() as home:
                self._read[digest] = self._reading(home)
        reading = self._read[digest]
        fault = reading.fault or self._promise_fault(reading, promise)
        if fault or not self._by_the_app:
            return fault
        if digest not in self._product_said:
            with laid_out() as home:
                self._product_said[digest] = self._by_the_product(home, reading.end)
        return self._product_said[digest]

    def _reading(self, home: Path) -> Reading:
        try:
            integrity, rows = checked_rows(home)
        except sqlite3.DatabaseError as error:
            return Reading(f"cannot be read: {error}")
        if integrity != "ok":
            return Reading(f"integrity_check: {integrity}")
        return Reading("", rows[-1][0] if rows else 0, rows == self._told[: len(rows)])

    def _promise_fault(self, reading: Reading, promise: Promise) -> str:
        if reading.end not in promise.ends:
            lost = reading.end < min(promise.ends)
            return "an acknowledged line is lost" if lost else "half a transaction is there"
        if not reading.as_told:
            return "a line is not as it was written"
        return _answers_fault(self._given(reading.end), promise)

    def _by_the_product(self, home: Path, end: int) -> str:
        """The product's own check, and the answers it shows in sittings that are open."""
        try:
            report = check_journal(home)
        except AcademyError as error:
            return f"the app refuses the home: {error.code}"
        if not report.ok or report.records != end:
            return "the app's journal check finds a fault"
        for sitting in report.sittings:
            if sitting.id in report.sealed and sitting.has_ended:
                continue  # only HR can read these; the first reading did
            shown = {place: response_json(value) for place, value in sitting.answers.items()}
            ours = {place: given.value for (att, place), given in self._given(end).items() if att == sitting.id}
            if shown != ours:
                return "the app shows other answers"
        return ""

    def _given(self, end: int) -> Answers:
        if end not in self._answers:
            self._answers[end] = answers_of(self._told[:end])
        return self._answers[end]


def _answers_fault(answers: Answers, promise: Promise) -> str:
    for one in promise.shown:
        found = answers.get((one.sitting, one.position))
        if found is None or (found.seq <= one.seq and found.value != one.value):
            return "an answer that was shown as saved is lost"
    return ""

"""Holds a home as a crash left it against what had been promised before the crash."""

import sqlite3
from collections.abc import Callable
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


class Judge:
    """`told` is the journal as the undisturbed app wrote it: what a crash leaves must be a beginning of it."""

    def __init__(self, told: Rows, *, by_the_app: bool) -> None:
        if chain_fault(told):
            raise ValueError("the recorded journal itself is not whole")
        self._told = told
        self._by_the_app = by_the_app
        self._answers: dict[int, Answers] = {}

    def of(self, home: Path, promise: Promise, lay_out: Callable[[], None]) -> str:
        """Empty, or the first promise that is broken; the home is laid out anew for each of the two readers."""
        lay_out()
        fault, end = self._first_reading(home, promise)
        if fault or not self._by_the_app:
            return fault
        lay_out()
        return self._by_the_product(home, end)

    def _first_reading(self, home: Path, promise: Promise) -> tuple[str, int]:
        try:
            integrity, rows = checked_rows(home)
        except sqlite3.DatabaseError as error:
            return f"cannot be read: {error}", 0
        end = rows[-1][0] if rows else 0
        if integrity != "ok":
            return f"integrity_check: {integrity}", end
        if end not in promise.ends:
            return ("an acknowledged line is lost" if end < min(promise.ends) else "half a transaction is there"), end
        if rows != self._told[: len(rows)]:
            return "a line is not as it was written", end
        return _answers_fault(self._given(end), promise), end

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

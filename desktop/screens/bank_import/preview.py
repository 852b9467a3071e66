"""What was read from files, as rows: each question with what is said of it, the refused ones at their places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from desktop.screens.bank_import.state import BankImportState, PreviewRow, Problem
from desktop.words import tr
from desktop.words.bank_words import key_words, place_words, type_word
from desktop.words.errors import sentence
from exams import FileRead, preview_of

MOST_ROWS = 2_000
"""Questions of a file that are listed; all of them are taken in."""

MOST_PROBLEMS = 300

Placed = tuple[tuple[int, int], PreviewRow]
"""A row with its line and its row in the file; 0 where there is none."""


def with_preview(state: BankImportState, read: Sequence[FileRead]) -> BankImportState:
    """The state with everything that these files hold."""
    rows = [row for one in read for row in _rows(one)]
    problems = [problem for one in read for problem in _problems(one, named=len(read) > 1)]
    return replace(
        state,
        rows=tuple(replace(row, number=number) for number, row in enumerate(rows, 1)),
        problems=tuple(problems[:MOST_PROBLEMS]),
        good=sum(len(one.rows) for one in read),
        bad=sum(len(one.rejected) for one in read),
        look=sum(len(one.warnings) for one in read),
    )


def _rows(one: FileRead) -> Iterator[PreviewRow]:
    good = [_taken(record) for _, _, record in one.rows[:MOST_ROWS]]
    bad = [(_where(found), _refused(found)) for found in one.rejected]
    if any(later < earlier for (earlier, _), (later, _) in pairwise(good)):
        # Several sheets, and a question does not say which it stood in: places do not tell the order.
        return (row for _, row in bad + good)
    said = {_where(found): _short(found) for found in one.warnings}
    told = [(at, replace(row, finding=said.get(at, ""))) for at, row in good]
    return (row for _, row in sorted(told + bad, key=lambda pair: pair[0]))


def _taken(record: str) -> Placed:
    seen = preview_of(record)
    place = place_words({"line": seen.line, "row": seen.row})
    row = PreviewRow(0, place, type_word(seen.type), seen.stem, key_words(seen.key), seen.chapter)
    return (seen.line, seen.row), row


def _refused(found: Mapping[str, Any]) -> PreviewRow:
    return PreviewRow(0, place_words(found), tr("Not taken in"), "–", "–", "–", _short(found), taken=False)


def _problems(one: FileRead, *, named: bool) -> Iterator[Problem]:
    found = [(each, True) for each in one.rejected] + [(each, False) for each in one.warnings]
    for each, refused in sorted(found, key=lambda pair: _where(pair[0])):
        place = place_words(each)
        yield Problem(f"{one.file}: {place}" if named else place, _told(each), refused)


def _where(found: Mapping[str, Any]) -> tuple[int, int]:
    return int(found["line"] or 0), int(found["row"] or 0)


def _short(found: Mapping[str, Any]) -> str:
    return sentence(found["code"], found["facts"]).what


def _told(found: Mapping[str, Any]) -> str:
    return f"{sentence(found['code'], found['facts']).text} [{found['code']}]"

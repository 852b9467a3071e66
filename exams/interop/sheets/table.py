"""The rows of one table as questions: headings found, rows that belong together joined, one question each."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from exams.interop.codes import Code
from exams.interop.question import Question
from exams.interop.result import Read, Rejected, Warned
from exams.interop.sheets.asked import Asked, Doubt, Unfit
from exams.interop.sheets.build import build
from exams.interop.sheets.cells import IMAGE, Row, column_letter
from exams.interop.sheets.english import take_english
from exams.interop.sheets.headings import Columns, find_columns, is_remark
from exams.interop.sheets.kinds import heading_kind, kind_of
from exams.interop.sheets.labels import label_of, labelled, split_options, without_label

_WITHIN = 5
"""Rows in which the headings are looked for; a title and remarks may stand before them."""


class Table:
    """Reads one table; `found` tells whether it had headings at all."""

    def __init__(self, name: str = "") -> None:
        self.name = name
        self.found = False
        self._columns: Columns | None = None
        self._words: frozenset[str] = frozenset()
        self._kind = kind_of(name)
        self._open: Asked | None = None
        self._stacked: list[str] = []

    def read(self, rows: Iterable[Row]) -> Iterator[Read]:
        """Everything in the table, in turn; nothing where there are no headings in its first five filled rows."""
        seen = 0
        for row in rows:
            if not any(row.cells):
                continue
            if not self.found:
                if is_remark(row.cells):
                    continue
                seen += 1
                if seen > _WITHIN:
                    return
            yield from self._row(row)
        yield from self._closed()

    def _row(self, row: Row) -> Iterator[Read]:
        columns = find_columns(row.cells) if self._may_be_headings(row) else None
        if columns is not None:
            yield from self._closed()
            self._columns, self.found = columns, True
            self._words = frozenset(filter(None, row.cells))
        elif self._columns is None:
            self._title(row)
        else:
            texts = self._columns.texts(row.cells)
            if not self._belongs(row, self._columns, texts):
                yield from self._closed()
                if not self._title(row):
                    self._open = self._asked(row, self._columns, texts)

    def _may_be_headings(self, row: Row) -> bool:
        if self._columns is None:
            return True
        return not self._words.isdisjoint(row.cells) and sum(cell in self._words for cell in row.cells) > 1

    def _title(self, row: Row) -> bool:
        """True for a row of one text that announces a type, such as 二、多选题."""
        said = next(filter(None, row.cells))
        kind = "" if any(cell and cell != said for cell in row.cells) else heading_kind(said)
        self._kind = kind or self._kind
        return bool(kind)

    def _belongs(self, row: Row, columns: Columns, texts: Mapping[str, str]) -> bool:
        """True for a row that only adds an option to the question above it."""
        if self._open is None:
            return False
        if "answer" in texts or "type" in texts or "mark" in texts:
            return False
        text, single = texts.get("stem", ""), texts.get("option", "")
        own = [row.cells[at] for at in columns.options if 0 <= at < len(row.cells) and row.cells[at]]
        if not text and single and not own:
            self._stacked.append(single)
        elif not text and len(own) == 1 and label_of(own[0]) and len(self._open.options) <= 1:
            self._stacked.append(own[0])
        elif text and not single and not own and label_of(text) and not any(self._open.options):
            self._stacked.append(text)
        else:
            return False
        return True

    def _asked(self, row: Row, columns: Columns, texts: dict[str, str]) -> Asked:
        single, word = texts.pop("option", ""), texts.pop("type", "")
        tags = [row.cells[at] for at in columns.fields.get("tags", ()) if at < len(row.cells) and row.cells[at]]
        if len(tags) > 1:
            texts["tags"] = ";".join(tags)
        width = len(row.cells)
        options = [
            without_label(row.cells[at], place) if 0 <= at < width else "" for place, at in enumerate(columns.options)
        ]
        if single and not any(options):
            options = []
            self._stacked = [single]
        kind = kind_of(word) if word else self._kind
        if word and not kind:
            texts["unknown"] = word
        image = IMAGE in "\n".join(row.cells)
        asked = Asked(row.number, row.line, texts, options, kind, image)
        if columns.english or columns.english_options:
            take_english(asked, row, columns)
        return asked

    def _closed(self) -> Iterator[Read]:
        """The question that was open, now that all its rows are known."""
        asked, self._open = self._open, None
        if asked is None:
            return
        stacked, self._stacked = self._stacked, []
        if len(stacked) == 1:
            asked.options = split_options(stacked[0])
        elif stacked:
            asked.options = [option for option in asked.options if option] + stacked
            asked.options = labelled(asked.options)
        doubts: list[Doubt] = []
        try:
            question = self._built(asked, doubts)
        except Unfit as unfit:
            yield self._finding(Rejected, asked, unfit.code, unfit.field, unfit.facts)
            return
        for one in doubts:
            yield self._finding(Warned, asked, one.code, one.field, one.facts)
        yield question

    def _built(self, asked: Asked, doubts: list[Doubt]) -> Question:
        if "unknown" in asked.texts:
            raise Unfit(Code.UNSUPPORTED, "type", type=asked.text("unknown")[:60])
        return build(asked, doubts)

    def _finding(self, made: Any, asked: Asked, code: Code, field: str, facts: Mapping[str, str | int]) -> Any:
        at = self._columns.column(field) if self._columns else -1
        told = {**facts, "sheet": self.name} if self.name else dict(facts)
        return made(code, told, asked.line, asked.row, column_letter(at) if at >= 0 else "")

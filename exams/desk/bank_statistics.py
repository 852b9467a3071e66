"""What exams have shown of each question of the bank: difficulty, discrimination, the pull of its options, remarks."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from exams.analysis.analyse import LEAST_TO_JUDGE
from exams.desk.bank_preview import plain_text
from exams.interop.record_text import BadRecord, question_from
from exams.store.bank_errors import BankForeign
from exams.store.bank_figures import FigureRow, figure_rows


class OptionShare(NamedTuple):
    """An option: its letter and text, shares from 0 to 1 of all, of the best and of the weakest 27 %."""

    name: str
    text: str
    share: float
    high: float | None
    low: float | None
    right: bool


class ItemStatistics(NamedTuple):
    """`facility` and `discrimination` in percent, `p` and `d` by Chinese practice, None where undefined.

    `flags` only from 30 sittings on; `remarks` are what candidates wrote beside the question. Where HR pooled them,
    `exposure` is the share of all sittings that had it, `answered` how many of them say what was chosen, and a `trial`
    item gave no points.
    """

    number: int
    name: str
    stem: str
    state: str
    version: int
    sittings: int
    facility: float | None
    discrimination: float | None
    p: float | None
    d: float | None
    point_biserial: float | None
    options: tuple[OptionShare, ...]
    remarks: tuple[str, ...]
    flags: tuple[str, ...]
    exposure: float | None = None
    answered: int = 0
    trial: bool = False

    @property
    def is_judged(self) -> bool:
        """True where there are sittings enough for flags."""
        return self.sittings >= LEAST_TO_JUDGE


def item_statistics(bank: Path) -> tuple[ItemStatistics, ...]:
    """Every question with figures, those to be looked at first; raises `BankForeign`."""
    return tuple(_statistics(bank, row) for row in figure_rows(bank))


def _statistics(bank: Path, row: FigureRow) -> ItemStatistics:
    try:
        question = question_from(row.record)
        told: Mapping[str, Any] = json.loads(row.detail)
        texts = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", (one.text for one in question.answers), strict=False))
        options = tuple(
            OptionShare(name, texts.get(name, ""), one["share"], one["high"], one["low"], bool(one["right"]))
            for name, one in told.get("options", {}).items()
        )
        return ItemStatistics(
            number=row.id,
            name=row.name,
            stem=plain_text(question),
            state=row.state,
            version=row.version,
            sittings=row.sittings,
            facility=row.facility,
            discrimination=row.discrimination,
            p=told.get("p"),
            d=told.get("d"),
            point_biserial=told.get("point_biserial"),
            options=options,
            remarks=tuple(map(str, told.get("remarks", ()))),
            flags=tuple(row.flags.split()),
        )
    except (BadRecord, AttributeError, KeyError, TypeError, ValueError) as error:
        raise BankForeign(path=str(bank), detail="figures") from error

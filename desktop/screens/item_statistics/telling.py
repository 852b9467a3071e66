"""Figures of a question as bars and sentences."""

from collections.abc import Sequence

from desktop.screens.item_statistics.state import Bar, OptionBars, StatRow
from desktop.words import tr
from desktop.words.bank_words import state_of_item
from desktop.words.disputes import REMARK_KINDS, remark_word
from desktop.words.errors import sentence
from exams import ItemStatistics, OptionShare

_NONE = "–"
_HARD, _EASY = 30.0, 90.0
"""Percent of the marks: below it a question is hard, above it easy."""
_WEAK, _GOOD = 0.2, 0.3
"""Discrimination by groups (Ebel and Frisbie)."""


def stat_row(one: ItemStatistics) -> StatRow:
    """A line of the list."""
    return StatRow(
        one.number,
        one.name if one.name.startswith(one.stem[:10]) else f"{one.name} · {one.stem}",
        _percent(one.facility),
        _hundredths(one.d),
        str(one.sittings),
        tr("{count} to look at").format(count=len(one.flags)) if one.flags else _NONE,
        (_order(one.facility), _order(one.d), one.sittings, len(one.flags)),
    )


def facts_of(one: ItemStatistics, most: int) -> str:
    """State, version, exposure; of what HR pooled, how many sittings say what was chosen."""
    if one.exposure is not None:
        told = tr("Shown in {sittings} sittings, {share} of all · answers known of {answered}")
        facts = told.format(sittings=one.sittings, share=_percent(100 * one.exposure), answered=one.answered)
        return f"{facts} · {tr('on trial, without points')}" if one.trial else facts
    told = tr("{state}, version {version} · shown in {sittings} of {most} sittings")
    return told.format(state=state_of_item(one.state), version=one.version, sittings=one.sittings, most=most)


def bars_of(one: ItemStatistics) -> tuple[Bar, ...]:
    """Facility and discrimination; what is undefined has no bar."""
    found = []
    if one.facility is not None:
        tone = "warn" if not _HARD <= one.facility <= _EASY else "good"
        found.append(Bar(tr("Facility (difficulty P)"), one.facility, _percent(one.facility), tone))
    if one.d is not None:
        tone = "bad" if one.d < 0 else "warn" if one.d < _WEAK else "good" if one.d >= _GOOD else "accent"
        found.append(Bar(tr("Discrimination D (best less weakest 27 %)"), 100 * one.d, _hundredths(one.d), tone))
    for title, value in (
        (tr("Discrimination index"), one.discrimination),
        (tr("Point-biserial correlation"), None if one.point_biserial is None else 100 * one.point_biserial),
    ):
        if value is not None:
            found.append(Bar(title, value, f"{value / 100:.2f}", "bad" if value < 0 else "accent"))
    return tuple(found)


def options_of(one: ItemStatistics) -> tuple[OptionBars, ...]:
    """The pull of each option."""
    return tuple(map(_option, one.options))


def flags_of(one: ItemStatistics) -> tuple[str, ...]:
    """What is to be looked at, as sentences."""
    return tuple(sentence(code).text for code in one.flags)


def few_of(one: ItemStatistics) -> str:
    """Why nothing is flagged, where that is so."""
    return "" if one.is_judged else sentence("W_FEW_SITTINGS").text


def remarks_of(one: ItemStatistics) -> tuple[str, ...]:
    """What candidates wrote; what HR pooled begins with the kind of their objection."""
    return tuple(map(_remark, one.remarks))


def _remark(text: str) -> str:
    kind, colon, said = text.partition(":")
    if not colon or kind not in REMARK_KINDS:
        return text
    return f"{remark_word(kind)} · {said.strip()}".rstrip(" ·")


def _option(one: OptionShare) -> OptionBars:
    words = f"{one.name}  {one.text}".strip() if one.text != one.name else one.name
    shares: Sequence[tuple[str, float | None, str]] = (
        (tr("All"), one.share, "good" if one.right else "accent"),
        (tr("Best 27 %"), one.high, "good" if one.right else "warn"),
        (tr("Weakest 27 %"), one.low, "faint"),
    )
    bars = tuple(
        Bar(title, 100 * share, f"{100 * share:.0f} %", tone) for title, share, tone in shares if share is not None
    )
    return OptionBars(words, one.right, bars)


def _percent(value: float | None) -> str:
    return _NONE if value is None else f"{value:.0f} %"


def _hundredths(value: float | None) -> str:
    return _NONE if value is None else f"{value:.2f}"


def _order(value: float | None) -> float:
    return -999.0 if value is None else value

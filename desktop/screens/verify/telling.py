"""Verdicts as the page tells them."""

from collections.abc import Mapping
from datetime import date

from certificates import STALE_DAYS
from desktop.screens.verify.judging import Judged
from desktop.screens.verify.state import Detail, ItemLine
from desktop.widgets.values import Fact, NoticeValue, Tone
from desktop.words import tr
from desktop.words.errors import Sentence, sentence
from desktop.words.verdicts import (
    STATUSES,
    fact_lines,
    is_signed,
    kind_of,
    lists_text,
    source_text,
    status_text,
)

_GRAVE = frozenset({"revoked", "altered", "invalid", "unknown_issuer"})


def tone_of(kind: str) -> Tone:
    """How a status weighs; in what cannot be read there is nothing good or bad."""
    if kind in {"valid", "unreadable"}:
        return Tone.GOOD if kind == "valid" else Tone.NEUTRAL
    return Tone.BAD if kind in _GRAVE else Tone.WARN


def line_of(item: Judged) -> ItemLine:
    """One line of the table."""
    kind, facts = kind_of(item.verdict), item.verdict.facts
    return ItemLine(
        key=item.key,
        name=item.path.name if item.path else tr("Printed code"),
        status=status_text(kind),
        tone=Tone.WARN if kind == "valid" and item.verdict.code else tone_of(kind),
        rank=STATUSES.index(kind),
        number=str(facts.get("number") or ""),
        person=str(facts.get("name") or "") if is_signed(item.verdict) else "",
        why=_words(item).what,
    )


def detail_of(item: Judged, *, can_ask: bool, asking: bool) -> Detail:
    """All that is known of one."""
    return Detail(
        line=line_of(item),
        then=_words(item).next,
        facts=tuple(Fact(name, value) for name, value in fact_lines(item.verdict.facts)),
        source=source_text(item.verdict),
        can_ask=can_ask,
        asking=asking,
        second=_second(item.verdict.facts),
    )


def lists_notice(believes: bool, day: date | None, days: int | None) -> NoticeValue:
    """How far what is known here reaches."""
    if not believes:
        text = tr("This PC does not know headquarters' keys yet: every certificate shows as of an unknown issuer.")
        return NoticeValue(Tone.BAD, text, detail=tr("Take in headquarters' files first."))
    text = lists_text(day, days)
    if day is None or days is None or days > STALE_DAYS:
        return NoticeValue(Tone.WARN, text, detail=tr("A later revocation would not show. Get the newest from HR."))
    return NoticeValue(Tone.INFO, text)


def _words(item: Judged) -> Sentence:
    return sentence(item.verdict.code or "VALID", item.verdict.facts)


def _second(facts: Mapping[str, object]) -> NoticeValue | None:
    said = facts.get("second_opinion")
    if not isinstance(said, Mapping):
        return None
    if said.get("good"):
        text = tr("A second program, pyHanko, agrees: signed by us, whole, unchanged.")
        return NoticeValue(Tone.GOOD, text)
    against = {
        "intact": tr("the signature does not hold"),
        "trusted": tr("headquarters does not vouch for who signed"),
        "whole_file": tr("the signature does not cover the whole file"),
        "unchanged": tr("the file was changed after signing"),
    }
    told = [text for key, text in against.items() if not said.get(key)]
    return NoticeValue(Tone.BAD, tr("A second program, pyHanko, disagrees."), detail=tr(", ").join(told))

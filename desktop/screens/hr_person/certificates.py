"""A person's certificates in words: which one stands, which took whose place, what was revoked, when and by whom."""

from collections.abc import Iterator, Mapping
from typing import Any

from desktop.screens.hr_person.state import CertificateRow
from desktop.widgets.values import Tone
from desktop.words import tr
from desktop.words.clock import date_text
from desktop.words.standing import state_word


def certificate_rows(story: Any, fates: Mapping[str, Any]) -> tuple[CertificateRow, ...]:
    """Those that stand first; `fates` is what HR's lists say of their numbers, empty until they were read."""
    issued = {one.number: one for one in story.issued}
    followed = {one.replaces: one for one in story.issued if one.replaces}
    rows = [_row(one, story.day, (issued, followed, fates)) for one in story.certificates]
    return tuple(sorted(rows, key=lambda row: not row.stands))


_Known = tuple[Mapping[str, Any], Mapping[str, Any], Mapping[str, Any]]


def _row(one: Any, day: str, known: _Known) -> CertificateRow:
    issued, followed, fates = (part.get(one.number) for part in known)
    successor = followed.number if followed else (fates.successor if fates else "")
    if one.revoked or (fates and str(fates.kind) == "revoked"):
        word, tone = state_word("revoked"), Tone.BAD
    elif successor:
        word, tone = tr("Replaced"), Tone.WARN
    elif one.until_day < day:
        word, tone = state_word("expired"), Tone.WARN
    else:
        word, tone = state_word("valid"), Tone.GOOD
    lines = (tr("until {day}").format(day=one.until_day), *_about(issued), *_since(followed, fates, successor))
    return CertificateRow(one.number, one.course, word, tone, " · ".join(lines), stands=tone is Tone.GOOD)


def _about(issued: Any) -> Iterator[str]:
    if issued is None:
        return
    when = {"when": date_text(issued.wt), "who": issued.who}
    if issued.replaces:
        yield tr("corrected: in place of {number}, issued by HR on {when}, {who}").format(
            number=issued.replaces, **when
        )
    else:
        yield tr("issued by HR on {when}, {who}").format(**when)


def _since(followed: Any, fate: Any, successor: str) -> Iterator[str]:
    if fate is not None and str(fate.kind) == "revoked" and fate.wt:
        yield tr("revoked on {when}, {who}").format(when=date_text(fate.wt), who=fate.who)
    act = followed or (fate if fate is not None and str(fate.kind) == "superseded" and fate.wt else None)
    if act is not None:
        told = tr("replaced by {number} on {when}, {who}")
        yield told.format(number=successor, when=date_text(act.wt), who=act.who)
    elif successor:
        yield tr("replaced by {number}").format(number=successor)

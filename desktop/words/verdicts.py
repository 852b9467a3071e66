"""A verdict on a certificate in words: the status, its facts, and how old HR's word is."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from desktop.words.catalogue import mark, pick, tr
from desktop.words.clock import day_text
from desktop.words.numbers import percent_text

if TYPE_CHECKING:
    from certificates import Verdict

_WORDS = {
    "valid": mark("valid"),
    "provisional": mark("provisional"),
    "expired": mark("expired"),
    "superseded": mark("replaced"),
    "revoked": mark("revoked"),
    "altered": mark("altered"),
    "invalid": mark("not valid"),
    "unknown_issuer": mark("unknown issuer"),
    "unreadable": mark("unreadable"),
}
STATUSES = tuple(_WORDS)
"""From the best to the one that says least."""

_NOT_ALTERED = frozenset({"E_CERTIFICATE_BRANCH", "E_KEY_TERM", "E_REVOKED_DEVICE", "E_PDF_UNSIGNED"})
"""Codes of what is not valid although nobody has changed it."""

_SIGNED = frozenset({"valid", "provisional", "expired", "revoked", "superseded"})


def kind_of(verdict: "Verdict") -> str:
    """One of `STATUSES`: the verdict's status, but what was changed after it was signed is told apart."""
    if verdict.status == "invalid" and verdict.code not in _NOT_ALTERED:
        return "altered"
    return str(verdict.status)


def status_text(kind: str) -> str:
    """The word for it."""
    return tr(_WORDS[kind])


def is_signed(verdict: "Verdict") -> bool:
    """True where a device that headquarters vouches for signed what the facts say."""
    return verdict.status in _SIGNED


def source_text(verdict: "Verdict") -> str:
    """Where the facts come from, and what they are worth; empty where there are none."""
    if is_signed(verdict):
        return tr("From what was signed, never from the words on the page.")
    if "name" in verdict.facts:
        return tr("Claimed only. Do not rely on it.")
    return ""


def fact_lines(facts: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """Names and values of what a verdict tells of a certificate, in the order of the page."""
    known = (
        (tr("Name"), _joined(facts, "name", "latin")),
        (tr("Certificate number"), _said(facts, "number")),
        (tr("Staff ID"), _said(facts, "staff_id")),
        (tr("Course"), _titled(facts, "course_titles", "course_code")),
        (tr("Score"), _score(facts)),
        (tr("Issued"), _day(facts, "issued")),
        (tr("Valid until"), _day(facts, "valid_until")),
        (tr("Branch"), _titled(facts, "branch_names", "branch_code")),
        (tr("Replaced by"), _said(facts, "successor")),
    )
    return tuple((name, value) for name, value in known if value)


def lists_text(day: date | None, days: int | None) -> str:
    """How old HR's lists are."""
    if day is None:
        return tr("HR's lists never came here: nothing is known of confirmed, revoked or replaced certificates.")
    return tr("HR's lists are of {day}, {days} days old.").format(day=day_text(day), days=days)


def _said(facts: Mapping[str, object], key: str) -> str:
    found = facts.get(key)
    return found if isinstance(found, str) else ""


def _joined(facts: Mapping[str, object], *keys: str) -> str:
    return " · ".join(filter(None, (_said(facts, key) for key in keys)))


def _titled(facts: Mapping[str, object], titles: str, code: str) -> str:
    """A title with its code; only the code where the signed facts hold no more."""
    held = facts.get(titles)
    title = pick(held) if isinstance(held, Mapping) else ""
    return " · ".join(filter(None, (title, _said(facts, code))))


def _score(facts: Mapping[str, object]) -> str:
    score, needed = facts.get("score"), facts.get("pass_percent")
    if not isinstance(score, int) or not isinstance(needed, int):
        return ""
    return tr("{score}, to pass {needed}").format(score=percent_text(score), needed=percent_text(needed))


def _day(facts: Mapping[str, object], key: str) -> str:
    told = _said(facts, key)
    return day_text(date.fromisoformat(told)) if told else ""

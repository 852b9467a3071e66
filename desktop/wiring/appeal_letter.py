"""The printed answer to whoever appealed, in the language in use."""

from datetime import date
from typing import Any

from certificates import Heading, Lines, Pairs, Sheet, Signatures
from desktop.words import tr
from desktop.words.clock import date_text, day_text
from desktop.words.disputes import about_text, change_text, outcome_text


def appeal_sheet(appeal: Any, sitting: Any, name: str) -> Sheet:
    """One page: what was asked, what was decided and why, what it changes; two people sign it."""
    facts = (
        (tr("Name"), name or "–"),
        (tr("Staff ID"), appeal.staff_id),
        (tr("Course"), sitting.course or "–"),
        (tr("Sat on"), date_text(sitting.began_wt)),
        (tr("About"), about_text(appeal.position)),
        (tr("Received"), day_text(date.fromisoformat(appeal.received_day))),
    )
    number = tr("Appeal {number} · sitting {sitting}").format(number=appeal.number, sitting=appeal.sitting)
    parts = (
        Pairs(facts),
        Heading(tr("What you wrote")),
        Lines(_lines(appeal.reason)),
        Heading(tr("What was decided")),
        Pairs(_decision(appeal)),
        Lines(_lines(appeal.words or tr("Nothing has been decided yet."))),
        Signatures((tr("Entered by {who}").format(who=appeal.entered_by), _decider(appeal))),
    )
    return Sheet(tr("Answer to your appeal"), number, parts, number)


def _lines(text: str) -> tuple[str, ...]:
    """One by one: a line end is no character that a font could draw."""
    return tuple(text.splitlines())


def _decision(appeal: Any) -> tuple[tuple[str, str], ...]:
    told = [(tr("Decision"), outcome_text(appeal))]
    change = change_text(appeal)
    if change:
        told.append((tr("Result"), change))
    if appeal.decided_wt:
        told.append((tr("Decided on"), date_text(appeal.decided_wt)))
    if appeal.wants_regrading:
        told.append((tr("What follows"), tr("Everybody who had this question is graded again; you will hear of it.")))
    return tuple(told)


def _decider(appeal: Any) -> str:
    return tr("Decided by {who}").format(who=appeal.decided_by or "–")

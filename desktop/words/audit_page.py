"""The printed page of an audit pack: the span, how many certificates stood how, and who held a valid one."""

from typing import TYPE_CHECKING

from desktop.words.audit import held_word, held_words, summary_headings
from desktop.words.catalogue import tr

if TYPE_CHECKING:
    from datetime import date

    from certificates import AuditPlan, AuditTold, Sheet

_SHARES = (1.1, 1.0, 1.5, 2.2, 0.9, 1.1)


def audit_plan(first: "date", last: "date", branches: tuple[str, ...], *, masked: bool) -> "AuditPlan":
    """The plan, with a summary and a page in the language in use."""
    from certificates import AuditPlan

    words, headings = held_words(), summary_headings()
    return AuditPlan(first, last, branches, tr("Certificates"), headings, words, masked=masked, page=audit_page)


def audit_page(told: "AuditTold") -> "Sheet":
    """On the last day of the span."""
    from certificates import Grid, Heading, Lines, Pairs, Sheet

    last = told.last.isoformat()
    facts = (
        (tr("Span"), f"{told.first.isoformat()} – {last}"),
        (tr("Branches"), ", ".join(told.branches) or tr("All branches")),
        (tr("Made on"), told.made.isoformat()),
        *((held_word(state), str(count)) for state, count in sorted(told.counts.items(), key=lambda one: -one[1])),
    )
    head = (tr("Branch"), tr("Staff ID"), tr("Name"), tr("Certificate number"), tr("Course"), tr("Valid until"))
    total = told.counts.get("valid", 0)
    few = (
        (tr("These are the first {count} of {total}; summary.xlsx has all of them."),)
        if total > len(told.valid)
        else ()
    )
    decides = tr(
        "This page is for people. What is proved stands in the signed files beside it; check them as README says."
    )
    parts = (
        Pairs(facts),
        Heading(tr("Who held a valid certificate on {day}").format(day=last)),
        Grid(head, told.valid, _SHARES) if told.valid else Lines((tr("Nobody"),)),
        Lines((*(text.format(count=len(told.valid), total=total) for text in few), decides)),
    )
    return Sheet(tr("Audit pack"), last, parts, tr("Audit pack"))

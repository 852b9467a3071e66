"""What a proctor prints, in the language in use: the register to sign and the closing report."""

from textwrap import wrap

from certificates import Grid, Heading, Lines, Pairs, ScanCode, Sheet, Signatures
from desktop.screens.session_report.rehearsed import mend_texts, outcome_facts, report_title
from desktop.screens.session_report.telling import (
    changes_text,
    facts_of,
    gaps_of,
    incidents_of,
    overrides_of,
    sums_of,
    used_text,
)
from desktop.widgets.values import Fact
from desktop.words import tr
from desktop.words.clock import time_text
from desktop.words.overrides import standing_text
from desktop.words.sittings import result_text
from exams import RosterLine, SessionInfo, SessionReport


def register_sheet(session: SessionInfo, roster: tuple[RosterLine, ...]) -> Sheet:
    """Everybody who is expected, with seat, when they came, and a place to sign."""
    head = tr("No."), tr("Name"), tr("Staff ID"), tr("Seat"), tr("Here since"), tr("Signature")
    rows = tuple(
        (
            str(number),
            _named(line),
            line.staff_id,
            line.seat or "–",
            time_text(line.checked_wt) if line.checked_wt is not None else "–",
            "",
        )
        for number, line in enumerate(roster, 1)
    )
    here = sum(line.checked_wt is not None for line in roster)
    facts = (
        (tr("Session"), session.id),
        (tr("Proctor"), session.proctor),
        (tr("Expected"), str(len(roster))),
        (tr("Here"), str(here)),
        (tr("Added by this branch"), str(sum(line.local for line in roster))),
    )
    parts = (Pairs(facts), Grid(head, rows, (0.5, 2, 1.4, 0.9, 1.1, 2.2), tall=True), _signed())
    return Sheet(tr("Attendance register"), session.title, parts, session.id)


def report_sheet(report: SessionReport, digest: str) -> Sheet:
    """The closing report with the release anchor to scan, and places to sign."""
    head = tr("Name"), tr("Staff ID"), tr("State"), tr("Result"), tr("Time used"), tr("Time changed")
    rows = tuple(
        (
            facts.line.name,
            facts.line.staff_id,
            standing_text(facts.line),
            result_text(facts.line),
            used_text(facts),
            changes_text(facts),
        )
        for facts in report.sittings
    )
    anchor = (tr("Release anchor") + f": {report.anchor}", tr("Digest of the facts"), *wrap(digest, 32))
    shown, mend = outcome_facts(report), mend_texts(report)
    parts = (
        *((Heading(tr("What the rehearsal showed")), Pairs(_pairs(shown))) if shown else ()),
        *((Heading(tr("What to mend before the day")), Lines(mend)) if mend else ()),
        Pairs(_pairs((*facts_of(report), *sums_of(report)))),
        Heading(tr("Who sat")),
        Grid(head, rows, (1.6, 1.1, 1.3, 1.3, 1.4, 1.6)),
        *_listed(tr("When time did not simply run"), gaps_of(report)),
        *_listed(tr("What proctors have done"), overrides_of(report)),
        *_listed(tr("Incidents"), incidents_of(report)),
        Heading(tr("Anchor and digest")),
        ScanCode(report.anchor, anchor),
        _signed(),
    )
    return Sheet(report_title(report), report.session.title, parts, report.session.id)


def _listed(title: str, facts: tuple[Fact, ...]) -> tuple[Heading | Pairs | Lines, ...]:
    return Heading(title), Pairs(_pairs(facts)) if facts else Lines((tr("Nothing."),))


def _pairs(facts: tuple[Fact, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((fact.name, fact.value) for fact in facts)


def _named(line: RosterLine) -> str:
    return tr("{note} (listed as {name})").format(note=line.note, name=line.name) if line.note else line.name


def _signed() -> Signatures:
    return Signatures((tr("Proctor, date"), tr("Second person, date")))

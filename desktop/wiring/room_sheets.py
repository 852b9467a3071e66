"""What a proctor prints, in the language in use: the register to sign, the closing report, a paper with its answers."""

from string import ascii_uppercase
from textwrap import wrap

from certificates import Grid, Heading, Lines, NewPage, Pairs, ScanCode, Sheet, Signatures
from desktop.screens.session_report.telling import (
    changes_text,
    facts_of,
    gaps_of,
    incidents_of,
    overrides_of,
    sums_of,
    used_text,
)
from desktop.screens.take_exam.keys import TYPE_TASKS
from desktop.widgets.values import Fact
from desktop.words import pick, tr
from desktop.words.clock import minutes_text, time_text
from desktop.words.numbers import points_text
from desktop.words.overrides import standing_text
from desktop.words.sittings import result_text
from exams import PrintedPaper, Question, RosterLine, SessionInfo, SessionReport


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
    parts = (
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
    return Sheet(tr("Report of the session"), report.session.title, parts, report.session.id)


def paper_sheet(paper: PrintedPaper) -> Sheet:
    """A person's paper, and behind it the sheet for the answers."""
    facts = (
        (tr("Name"), paper.name),
        (tr("Staff ID"), paper.staff_id),
        (tr("Seat"), paper.seat or "–"),
        (tr("Session"), paper.session),
        (tr("Time"), minutes_text(paper.minutes)),
        (tr("Digest of the paper"), paper.digest[:16]),
    )
    questions = tuple(Lines(_asked(one)) for one in paper.questions)
    rows = tuple((str(one.position), "", "") for one in paper.questions)
    head = tr("No."), tr("Answer"), tr("Corrected to")
    answers = (
        NewPage(),
        Heading(tr("Answer sheet")),
        Pairs(facts[:2]),
        Grid(head, rows, (0.5, 2, 2), tall=True),
        _signed(),
    )
    return Sheet(
        pick(paper.titles), tr("Paper for a PC that failed"), (Pairs(facts), *questions, *answers), paper.session
    )


def _asked(question: Question) -> tuple[str, ...]:
    points = tr("{points} points").format(points=points_text(question.points))
    shown = zip(ascii_uppercase, question.options.get(_lang(question), ()), strict=False)  # as on the screen
    options = tuple(f"{letter}. {text}" for letter, (_, text) in shown)
    unit = (tr("Unit: {unit}").format(unit=question.unit),) if question.unit else ()
    how = tr(TYPE_TASKS[question.type.value]) if question.type.value in TYPE_TASKS else ""
    return tuple(filter(None, (f"{question.position}. {pick(question.stems)} ({points})", how, *options, *unit)))


def _lang(question: Question) -> str:
    """The language in use, told by the stem that it picks."""
    shown = pick(question.stems)
    return next((lang for lang, stem in question.stems.items() if stem == shown), "zh")


def _listed(title: str, facts: tuple[Fact, ...]) -> tuple[Heading | Pairs | Lines, ...]:
    return Heading(title), Pairs(_pairs(facts)) if facts else Lines((tr("Nothing."),))


def _pairs(facts: tuple[Fact, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((fact.name, fact.value) for fact in facts)


def _named(line: RosterLine) -> str:
    return tr("{note} (listed as {name})").format(note=line.note, name=line.name) if line.note else line.name


def _signed() -> Signatures:
    return Signatures((tr("Proctor, date"), tr("Second person, date")))

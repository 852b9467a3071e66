"""The facts of a session in words, for the screen and for a text to paste."""

from desktop.screens.session_report.rehearsed import mend_texts, outcome_facts, report_title
from desktop.widgets.values import Fact
from desktop.words import tr
from desktop.words.clock import clock_text, datetime_text, time_text
from desktop.words.overrides import cause_text, gap_text, length_text, override_text, standing_text
from desktop.words.sittings import result_text
from exams import SessionReport, SittingFacts


def facts_of(report: SessionReport) -> tuple[Fact, ...]:
    """The head of the report."""
    lines = [facts.line for facts in report.sittings]
    session = report.session
    return (
        Fact(tr("Session"), f"{session.title} ({session.id})"),
        Fact(tr("Proctor"), session.proctor),
        Fact(tr("Opened"), datetime_text(session.opened_wt)),
        Fact(tr("State"), tr("Open") if session.open else tr("Closed")),
        Fact(tr("Exams in it"), str(len(lines))),
        Fact(tr("Passed"), str(sum(line.passed is True for line in lines))),
        Fact(tr("Records in the journal"), str(report.records)),
        Fact(tr("Release anchor"), report.anchor),
        *(Fact(tr("Anchor of PC {serial}").format(serial=one.serial), one.anchor) for one in report.joined),
    )


def gaps_of(report: SessionReport) -> tuple[Fact, ...]:
    """Every disturbance of anybody's time."""
    return tuple(
        Fact(f"{facts.line.name} · {time_text(gap.began_wt)} · {cause_text(gap.cause)}", gap_text(gap))
        for facts in report.sittings
        for gap in facts.gaps
    )


def overrides_of(report: SessionReport) -> tuple[Fact, ...]:
    """Every act of a proctor, with who and why."""
    names = {facts.line.sitting: facts.line.name for facts in report.sittings}
    return tuple(
        Fact(
            f"{names.get(one.sitting, one.sitting)} · {time_text(one.wt)} · {override_text(one)}",
            f"{one.reason} ({one.by})",
        )
        for one in report.overrides
    )


def used_text(facts: SittingFacts) -> str:
    """How long a sitting was at work, and how long it might have been."""
    return f"{clock_text(facts.elapsed_ms // 1000)} / {clock_text(facts.limit_ms // 1000)}"


def left_text(facts: SittingFacts) -> str:
    """How often the exam window was left, and how long in all."""
    return f"{facts.focus_lost} · {clock_text(facts.away_ms // 1000)}" if facts.focus_lost else "0"


def changes_text(facts: SittingFacts) -> str:
    """What was added, given back and paused; a dash where nothing was."""
    moved = {
        tr("extra {length}"): facts.extra_ms,
        tr("added {length}"): facts.extended_ms,
        tr("given back {length}"): facts.credited_ms,
        tr("paused {length}"): facts.paused_ms,
    }
    told = [words.format(length=length_text(ms)) for words, ms in moved.items() if ms]
    return " · ".join(told) or "–"


def report_text(report: SessionReport, digest: str) -> str:
    """The report as plain text."""
    who = [f"{facts.line.name} ({facts.line.staff_id}): {_sat(facts)}" for facts in report.sittings]
    parts = (
        (report_title(report), [f"{fact.name}: {fact.value}" for fact in facts_of(report)]),
        *_rehearsed(report),
        (tr("Who sat"), who),
        (tr("When time did not simply run"), [f"{fact.name}: {fact.value}" for fact in gaps_of(report)]),
        (tr("What proctors have done"), [f"{fact.name}: {fact.value}" for fact in overrides_of(report)]),
        (tr("Digest of the facts"), [digest]),
        (tr("Head of the journal"), [report.head]),
    )
    return "\n\n".join("\n".join((title, *(lines or ["–"]))) for title, lines in parts) + "\n"


def _rehearsed(report: SessionReport) -> tuple[tuple[str, list[str]], ...]:
    shown = [f"{fact.name}: {fact.value}" for fact in outcome_facts(report)]
    told = (tr("What the rehearsal showed"), shown), (tr("What to mend before the day"), list(mend_texts(report)))
    return told if shown else ()


def _sat(facts: SittingFacts) -> str:
    return "; ".join((standing_text(facts.line), result_text(facts.line), used_text(facts), changes_text(facts)))


def sums_of(report: SessionReport) -> tuple[Fact, ...]:
    """What the closing line has counted, as headquarters counts it again."""
    sums = report.sums
    return tuple(
        Fact(name, told)
        for name, told in (
            (tr("Checked in"), _counted(report, "checked_in")),
            (tr("Of them added by this branch"), _counted(report, "local")),
            (tr("Void"), _counted(report, "void")),
            (tr("Moved to another PC"), _counted(report, "moved")),
            (tr("Time added"), length_text(sums.get("extended_ms", 0))),
            (tr("Time given back"), length_text(sums.get("credited_ms", 0))),
            (tr("Extra time before the start"), length_text(sums.get("extra_ms", 0))),
            (tr("Acts of proctors"), _counted(report, "overrides")),
            (tr("Of them granted by telephone"), _counted(report, "by_phone")),
            (tr("Incidents"), _counted(report, "incidents")),
            (tr("Papers printed"), _counted(report, "papers")),
        )
    )


def incidents_of(report: SessionReport) -> tuple[Fact, ...]:
    """Every incident with its time, its group and whom it concerns."""
    names = {facts.line.sitting: facts.line.name for facts in report.sittings}
    groups = {"person": tr("person"), "pc": tr("computer"), "room": tr("room"), "content": tr("question")}
    return tuple(
        Fact(
            " · ".join(filter(None, (time_text(one.wt), groups.get(one.group, one.group), names.get(one.sitting, "")))),
            f"{one.text} ({one.by})",
        )
        for one in report.incidents
    )


def _counted(report: SessionReport, name: str) -> str:
    return str(report.sums.get(name, 0))

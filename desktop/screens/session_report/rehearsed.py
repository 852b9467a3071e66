"""What a rehearsal showed of a room, in words: for the screen, for a text to paste and for the slip to print."""

from collections.abc import Callable

from desktop.widgets.values import Fact
from desktop.words import tr, trn
from desktop.words.overrides import length_text
from exams import Mend, SessionReport, room_outcome

_TEXTS: dict[Mend, Callable[[int], str]] = {
    Mend.NOBODY_BEGAN: lambda _: tr(
        "Nobody has begun: the room is not proved. Rehearse again with one person at each PC."
    ),
    Mend.NOT_BEGUN: lambda n: trn("{n} person checked in has not begun.", "{n} people checked in have not begun.", n),
    Mend.NOT_HANDED_IN: lambda n: trn(
        "{n} exam was not handed in by its person.", "{n} exams were not handed in by their people.", n
    ),
    Mend.NOTHING_SAVED: lambda n: trn("Of {n} person no answer was saved.", "Of {n} people no answer was saved.", n),
    Mend.WINDOW_LEFT: lambda n: trn(
        "The exam window was left {n} time: close other programs and messages on that PC.",
        "The exam window was left {n} times: close other programs and messages on those PCs.",
        n,
    ),
    Mend.TIME_LOST: lambda n: trn(
        "{n} gap in somebody's time: look at power, sleep and the clock of that PC.",
        "{n} gaps in people's time: look at power, sleep and the clocks of those PCs.",
        n,
    ),
    Mend.INCIDENTS: lambda n: trn("{n} incident was noted: see below.", "{n} incidents were noted: see below.", n),
}


def report_title(report: SessionReport) -> str:
    """Over the report: a rehearsal says first that it counts for nothing."""
    return tr("Rehearsal – counts for nothing") if report.session.rehearsal else tr("Report of the session")


def outcome_facts(report: SessionReport) -> tuple[Fact, ...]:
    """How many began, handed in and saved, and whether the exam window held; nothing of a session that counts."""
    if not report.session.rehearsal:
        return ()
    outcome = room_outcome(report)
    held = tr("{n} · {length}").format(n=outcome.window_left, length=length_text(outcome.away_ms))
    return (
        Fact(tr("Began"), str(outcome.started)),
        Fact(tr("Handed in"), str(outcome.handed_in)),
        Fact(tr("Answers on the disk"), str(outcome.saved)),
        Fact(tr("Exam window left"), held if outcome.window_left else tr("never") if outcome.started else "–"),
    )


def mend_texts(report: SessionReport) -> tuple[str, ...]:
    """What is to be put right before the day; one sentence that says so where nothing was found."""
    if not report.session.rehearsal:
        return ()
    found = tuple(_TEXTS[mend](times) for mend, times in room_outcome(report).mend)
    ready = tr("Look at “Is this PC ready?” on every PC as well: it names what the PC itself lacks.")
    return (*(found or (tr("Nothing was found that has to be mended."),)), ready)

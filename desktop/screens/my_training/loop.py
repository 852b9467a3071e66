"""What the learning loop adds to the page: how ready the person is, what is due, what was updated."""

from desktop.screens.my_training.state import GaugeLine, GaugePart
from desktop.widgets.values import RowValue, Tone
from desktop.words import tr, trn
from desktop.words.numbers import percent_text
from exams import Changed, Gauge, Mistake, Readiness

BOOK_FROM = 80
"""Percent from which on the page says: book the exam."""


def gauge_part(gauge: Gauge) -> GaugePart:
    """The chance of passing, by chapter and as a whole, each with what it rests on."""
    whole = gauge.whole
    lines = tuple(
        GaugeLine(tr("Chapter {n}").format(n=chapter), _chance(one), _basis(one), one.chance or 0)
        for chapter, one in gauge.chapters.items()
    )
    return GaugePart(_headline(whole), _basis(whole), _advice(gauge), lines, whole.chance)


def loop_rows(
    due: tuple[Mistake, ...], mistakes: tuple[Mistake, ...], changed: tuple[Changed, ...]
) -> tuple[RowValue, ...]:
    """What is to be done today besides the next step; then the ways to what was kept."""
    rows = []
    if changed:
        said = trn("{n} section you have read was updated", "{n} sections you have read were updated", len(changed))
        rows.append(RowValue("changes", tr("What changed"), said, "refresh", tr("To be signed"), Tone.WARN))
    open_ones = sum(not one.retired for one in mistakes)
    told = trn("{n} mistake to practise", "{n} mistakes to practise", open_ones)
    said = told if open_ones else tr("What you miss is kept here.")
    badge = tr("{n} due today").format(n=len(due)) if due else ""
    rows.append(RowValue("mistakes", tr("My mistakes"), said, "target", badge, Tone.WARN if due else Tone.NEUTRAL))
    rows.append(RowValue("marks", tr("My marks"), tr("Bookmarks, notes and highlights"), "flag"))
    return tuple(rows)


def _headline(whole: Readiness) -> str:
    if whole.chance is None:
        return tr("Too few answers to say")
    return tr("{percent} likely to pass").format(percent=percent_text(whole.chance))


def _chance(one: Readiness) -> str:
    return tr("too few to say") if one.chance is None else percent_text(one.chance)


def _basis(one: Readiness) -> str:
    answers, days = trn("{n} answer", "{n} answers", one.answers), trn("{n} day", "{n} days", one.days)
    return tr("from {answers} in {days}").format(answers=answers, days=days) if one.answers else tr("no answers yet")


def _advice(gauge: Gauge) -> str:
    if gauge.whole.chance is None:
        return tr("Self-checks, quizzes and mock exams of every chapter make it known.")
    weakest = gauge.weakest
    if gauge.whole.chance >= BOOK_FROM or weakest is None:
        return tr("You are ready: ask for a date of the exam.")
    return tr("Chapter {n} is the weakest: practise there first.").format(n=weakest)

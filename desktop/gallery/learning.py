"""The learning loop: the gauge known and unknown, marks, a difference to sign."""

from PySide6.QtWidgets import QWidget

from desktop.gallery.part import page, part, stack
from desktop.screens.changes.state import ChangedPart, ChangesState, Difference
from desktop.screens.changes.view import ChangesView
from desktop.screens.my_training.gauge_card import GaugeCard
from desktop.screens.my_training.state import GaugeLine, GaugePart
from desktop.screens.reader.mark_panel import MarkPanel, MarkView
from desktop.screens.reader.marks_state import MarkSheet, MarksState
from desktop.widgets.layout import CardGrid
from desktop.widgets.rows import RowList
from desktop.widgets.values import RowValue, Tone
from desktop.words import tr, trn
from desktop.words.numbers import percent_text


def learning() -> QWidget:
    """Everything that helps a person to remember."""
    return page(
        tr("Learning loop"),
        tr("What was missed comes back, what was marked stays, what is likely is told with its reasons."),
        part(tr("Ready for the final?"), _gauges()),
        part(tr("My mistakes"), stack(_mistakes())),
        part(tr("My marks"), _marks(), MarkView(MarkSheet("m1", tr("My note"), tr("My note"), "", has_place=True))),
        part(tr("What changed"), _changes()),
    )


def _gauges() -> QWidget:
    grid = CardGrid(300)
    known, unknown = GaugeCard(), GaugeCard()
    basis = tr("from {answers} in {days}").format(
        answers=trn("{n} answer", "{n} answers", 43), days=trn("{n} day", "{n} days", 12)
    )
    lines = tuple(
        GaugeLine(tr("Chapter {n}").format(n=chapter), percent_text(percent), basis, percent)
        for chapter, percent in ((1, 91), (4, 38))
    )
    said = tr("{percent} likely to pass").format(percent=percent_text(72))
    known.show_gauge(
        GaugePart(said, basis, tr("Chapter {n} is the weakest: practise there first.").format(n=4), lines, 72)
    )
    none = GaugeLine(tr("Chapter {n}").format(n=1), tr("too few to say"), tr("no answers yet"), 0)
    advice = tr("Self-checks, quizzes and mock exams of every chapter make it known.")
    unknown.show_gauge(GaugePart(tr("Too few answers to say"), tr("no answers yet"), advice, (none,)))
    for card in (known, unknown):
        grid.add(card)
    return grid


def _mistakes() -> RowList:
    aim, where = tr("A customer service centre answers for the bank wherever the customer is."), "1.1"
    said = tr("Section {section}").format(section=where)
    return RowList(
        (
            RowValue("due", aim, said, "refresh", tr("Due today"), Tone.WARN),
            RowValue("later", aim, said, "refresh", tr("{run} of {needed} right").format(run=1, needed=3)),
            RowValue("known", aim, said, "refresh", tr("Known"), Tone.GOOD),
        )
    )


def _marks() -> MarkPanel:
    panel = MarkPanel()
    words = tr("Every answer is recorded, and every record can be found again.")
    lost = RowValue("lost", words, tr("My note"), "note", tr("no longer in the text"), Tone.WARN)
    panel.show_marks(MarksState({}, (RowValue("kept", words, tr("Bookmark"), "flag"),), (lost,)))
    return panel


def _changes() -> ChangesView:
    view = ChangesView()
    words = tr("Every answer is recorded, and every record can be found again.")
    rewritten = Difference(tr("Rewritten"), Tone.INFO, f"{words} \x0220\x03", f"{words} \x0230\x03")
    added, gone = Difference(tr("New"), Tone.GOOD, "", words), Difference(tr("No longer there"), Tone.WARN, words)
    count = trn("{n} paragraph differs", "{n} paragraphs differ", 3)
    view.show_state(ChangesState(parts=(ChangedPart("1.1", "1.1", count, (rewritten, added, gone)),)))
    return view

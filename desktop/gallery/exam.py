"""Questions and answers, the clock, the mark of saving."""

from PySide6.QtWidgets import QWidget

from desktop.gallery.part import line, page, part
from desktop.widgets.answers import NumberAnswer, PairAnswer, StemView, answer_input
from desktop.widgets.countdown import Countdown
from desktop.widgets.layout import CardGrid
from desktop.widgets.saved import SavedMark
from desktop.widgets.values import Option, OptionMark, SaveState
from desktop.words import tr


def exam() -> QWidget:
    """All types of answer, while answering and in a review."""
    grid = CardGrid(440)
    for card in (_single(), _reviewed(), _multiple(), _true_false(), _number(), _number_reviewed()):
        grid.add(card)
    return page(
        tr("Questions and answers"),
        tr("The whole option is the button; letters and digits choose."),
        part(tr("Clock and saving"), _clocks(), _saved()),
        grid,
        _pair(),
    )


def _options() -> tuple[Option, ...]:
    return (
        Option("A", tr("Listen to the end, then sum up the wish in one sentence")),
        Option("B", tr("Interrupt to save time")),
        Option("C", tr("Ask for the card number and the password of the customer before anything else is said")),
        Option("D", tr("Put the call through at once")),
    )


def _single() -> QWidget:
    stem = StemView()
    stem.show_stem(tr("Which of these is **not** allowed on the telephone?"))
    answer = answer_input("single")
    answer.show_question(_options())
    answer.set_value("C")
    return part(tr("Single choice"), stem, answer)


def _reviewed() -> QWidget:
    answer = answer_input("single")
    answer.show_question(_options())
    answer.set_value("B")
    answer.set_read_only(True)
    answer.show_marks(
        (
            Option("A", "", tr("This is what the rule asks for."), OptionMark.MISSED),
            Option("B", "", tr("It costs more time than it saves."), OptionMark.WRONG),
            Option("C", "", tr("A password is never asked for.")),
        )
    )
    return part(tr("Reviewed"), answer)


def _multiple() -> QWidget:
    answer = answer_input("multiple")
    answer.show_question(_options())
    answer.set_value(["A", "D"])
    answer.set_read_only(True)
    answer.show_marks((Option("A", "", "", OptionMark.RIGHT), Option("D", "", "", OptionMark.RIGHT)))
    return part(tr("Multiple choice"), answer)


def _true_false() -> QWidget:
    answer = answer_input("truefalse")
    answer.set_value(True)
    return part(tr("True or false"), answer)


def _number() -> QWidget:
    answer = NumberAnswer()
    answer.show_question((), "%")
    answer.set_value("86.5")
    return part(tr("Calculation"), answer)


def _number_reviewed() -> QWidget:
    answer = NumberAnswer()
    answer.show_question((), "%")
    answer.set_value("91.2")
    answer.set_read_only(True)
    answer.show_mark(OptionMark.WRONG, tr("The calls offered count, not the calls answered: 86.50 %."))
    return part(tr("Calculation, reviewed"), answer)


def _pair() -> QWidget:
    answer, reviewed = PairAnswer(), PairAnswer()
    answer.show_question(_options())
    answer.set_value({"best": "A", "worst": "C"})
    reviewed.show_question(_options())
    reviewed.set_value({"best": "A", "worst": "B"})
    reviewed.set_read_only(True)
    none = OptionMark.NONE
    marks = {"A": (OptionMark.RIGHT, none), "B": (none, OptionMark.WRONG), "C": (none, OptionMark.MISSED)}
    reviewed.show_pair_marks(marks, (Option("C", "", tr("A password is never asked for.")),))
    return part(tr("Best and worst"), answer, reviewed)


def _clocks() -> QWidget:
    clocks = []
    for seconds in (1145, 262, 41):
        clock = Countdown()
        clock.show_seconds(seconds)
        clocks.append(clock)
    hidden = Countdown()
    hidden.show_seconds(1145)
    hidden.set_hidden_clock(True)
    return line(*clocks, hidden)


def _saved() -> QWidget:
    marks = []
    for state in (SaveState.SAVING, SaveState.SAVED, SaveState.FAILED):
        mark = SavedMark()
        mark.show_saved(state)
        marks.append(mark)
    return line(*marks)

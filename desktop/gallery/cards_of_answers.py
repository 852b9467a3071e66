"""The cards of questions with text, an order or several places."""

from PySide6.QtWidgets import QWidget

from desktop.gallery.part import page, part
from desktop.widgets.answers import AnswerInput, StemView, answer_input
from desktop.widgets.layout import CardGrid
from desktop.widgets.values import Option
from desktop.words import tr


def answers() -> QWidget:
    """One card per type, answered in part."""
    grid = CardGrid(440)
    for card in (_short(), _fill(), _dropdown(), _matching()):
        grid.add(card)
    return page(
        tr("Cards of questions"),
        tr("Text, lists, orders and cases; all of them by keyboard alone."),
        grid,
        _ordering(),
        _case(),
    )


def _card(title: str, kind: str, stem: str, options: tuple[Option, ...], value: object) -> QWidget:
    asked, answer = StemView(), answer_input(kind)
    asked.show_stem(stem)
    answer.show_question(options)
    answer.set_value(value)
    return part(title, asked, answer)


def _short() -> QWidget:
    stem = tr("Which report stops payments from a lost card at once?")
    return _card(tr("Short answer"), "shortanswer", stem, (), tr("loss report by telephone"))


def _fill() -> QWidget:
    stem = tr("A loss report by telephone holds (1) days; after that the customer comes with (2).")
    return _card(tr("Fill in"), "fill", stem, (Option("1", "(1)"), Option("2", "(2)")), ["5", ""])


def _dropdown() -> QWidget:
    stem = tr("The agent greets, (1) and then (2).")
    return _card(tr("Choose for each place"), "dropdown", stem, _lists(tr("(1)"), tr("(2)")), ["A", ""])


def _matching() -> QWidget:
    stem = tr("Which step belongs to which wish?")
    lines = (tr("My card is gone"), tr("A transfer that was not mine"))
    return _card(tr("Matching"), "matching", stem, _lists(*lines), ["B", "A"])


def _lists(*prompts: str) -> tuple[Option, ...]:
    offered = (("A", tr("checks who is calling")), ("B", tr("reports the loss")), ("C", tr("writes the note")))
    return tuple(
        option
        for number, prompt in enumerate(prompts, 1)
        for option in (Option(str(number), prompt), *(Option(f"{number}{letter}", text) for letter, text in offered))
    )


def _steps() -> tuple[Option, ...]:
    texts = (tr("Check who is calling"), tr("Stop the payments"), tr("Say what comes next"), tr("Write the note"))
    return tuple(Option(letter, text) for letter, text in zip("ABCD", texts, strict=True))


def _ordering() -> QWidget:
    left_alone: AnswerInput = answer_input("ordering")
    left_alone.show_question(_steps())
    moved = answer_input("ordering")
    moved.show_question(_steps())
    moved.set_value(["A", "C", "B", "D"])
    return part(tr("Ordering"), left_alone, moved)


def _case() -> QWidget:
    stem = tr("**The call:** a customer has lost the card abroad. The number on file is old, and he is in a hurry.")
    options = (
        Option("1", tr("What comes first?")),
        Option("1A", tr("Check who is calling")),
        Option("1B", tr("Stop the payments")),
        Option("2", tr("What may be asked?")),
        Option("2+A", tr("The last four digits of the card")),
        Option("2+B", tr("The PIN")),
        Option("2+C", tr("The home branch")),
        Option("3", tr("Which number does he call from abroad?")),
    )
    return _card(tr("Case"), "case", stem, options, ["A", "AC", ""])

"""The cards of questions with text, an order or several places."""

from html import escape

from PySide6.QtWidgets import QWidget

from desktop.gallery.part import page, part
from desktop.widgets.answers import AnswerInput, StemView, answer_input
from desktop.widgets.layout import CardGrid
from desktop.widgets.values import Option, OptionMark
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
        _hotspot(),
        _points(),
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


_SKETCH = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 260">
<rect x="10" y="10" width="700" height="240" rx="8" fill="{{c:raised}}" stroke="{{c:muted}}" stroke-width="2"/>
<rect x="10" y="10" width="700" height="46" rx="8" fill="{{c:accent_soft}}"/>
<text x="34" y="41" font-size="20" font-weight="bold" fill="{{c:ink}}">TITLE</text>
<rect x="40" y="80" width="300" height="52" fill="{{c:surface}}" stroke="{{c:muted}}"/>
<text x="96" y="113" font-size="19" fill="{{c:ink}}">LEFT</text>
<rect x="380" y="80" width="300" height="52" fill="{{c:surface}}" stroke="{{c:muted}}"/>
<text x="436" y="113" font-size="19" fill="{{c:ink}}">RIGHT</text>
<circle cx="190" cy="190" r="44" fill="{{c:surface}}" stroke="{{c:bad}}" stroke-width="2"/>
<text x="190" y="197" font-size="19" text-anchor="middle" fill="{{c:ink}}">ROUND</text></svg>"""


def _sketch(head: str) -> str:
    words = (
        ("TITLE", tr("Call in progress")),
        ("LEFT", tr("Customer's file")),
        ("RIGHT", tr("Stop payments")),
        ("ROUND", tr("Hang up")),
    )
    drawn = _SKETCH
    for mark_of, text in words:
        drawn = drawn.replace(mark_of, escape(text))
    return f"size 720 260\n{head}\npicture\n{drawn}"


def _regions() -> tuple[Option, ...]:
    head = "A rect 40,80,340,132\nB rect 380,80,680,132\nC circle 190,190,44"
    return (
        Option("0", _sketch(head)),
        Option("A", tr("The customer's file")),
        Option("B", tr("The button that stops payments")),
        Option("C", tr("The button that ends the call")),
    )


def _hotspot() -> QWidget:
    asked, answer, seen = StemView(), answer_input("hotspot"), answer_input("hotspot")
    asked.show_stem(tr("Point at what is pressed first when a card is lost."))
    answer.show_question(_regions())
    answer.set_value(["B"])
    marks = (OptionMark.NONE, OptionMark.NONE, OptionMark.MISSED, OptionMark.WRONG)
    seen.show_question(_regions())
    seen.set_value(["C"])
    seen.set_read_only(True)
    seen.show_marks(tuple(Option(one.letter, one.text, "", how) for one, how in zip(_regions(), marks, strict=True)))
    return part(tr("Point into a picture"), asked, answer, seen)


def _points() -> QWidget:
    options = (Option("0", _sketch("most 2\nsays " + tr("A screen with two fields and a round button"))),)
    return _card(tr("Set points"), "hotspot", tr("Point at both fields."), options, ["190,106", "500,110"])


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

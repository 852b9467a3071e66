"""The form of a question: stem, options, key, chapter, level, explanation."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.widgets.card import Card
from desktop.widgets.choosing import ChoiceField
from desktop.widgets.fields import TextField
from desktop.widgets.forms import FieldPairs
from desktop.widgets.layout import column
from desktop.widgets.text_area import TextArea
from desktop.words import tr
from exams import Draft

LETTERS = "ABCDEFGH"
_CHOICES = ("single", "multiple")
_POINTED = "hotspot"
_LONGEST, _OPTION, _SHORT = 2_000, 500, 80


class ItemForm(QWidget):
    """The fields that a type has.

    Signals:
        typed: the name of a field and its text
        option_typed: an option's place from 0 and its text
    """

    typed = Signal(str, str)
    option_typed = Signal(int, str)

    def __init__(self, kind: str, places: int) -> None:
        super().__init__()
        bold = tr("Two stars before and after a word make it bold.")
        self._stem = TextArea(tr("Question"), name="stem", most=_LONGEST, lines=4, hint=bold)
        title = tr("Name of region {letter}") if kind == _POINTED else tr("Option {letter}")
        self._options = [
            TextField(title.format(letter=letter), name=f"write_{letter}", max_length=_OPTION)
            for letter in (LETTERS[:places] if kind in (*_CHOICES, _POINTED) else "")
        ]
        lines = tr("Size of the picture, then a line for each region: A rect 40,60,200,120 · B circle 300,80,40")
        self._regions = (
            TextArea(tr("Regions"), name="regions", most=_LONGEST, lines=4, hint=lines) if kind == _POINTED else None
        )
        self._key = _key_field(kind, letters=bool(self._options))
        self._chapter = TextField(tr("Chapter"), name="chapter", max_length=_SHORT)
        self._level = TextField(tr("Level"), name="level", max_length=_SHORT)
        self._feedback = TextArea(tr("Explanation"), name="feedback", most=_LONGEST, lines=3)
        how = tr("The question, then a line for each option: A. … Left empty, both languages show the text above.")
        lines_of_other = 6 if kind in _CHOICES else 4
        self._other = TextArea(
            tr("In the other language"), name="other", most=2 * _LONGEST, lines=lines_of_other, hint=how
        )
        card = Card(tr("Write"), icon="note")
        about = (self._key, FieldPairs(self._chapter, self._level), self._feedback)
        asked = (*about, self._other) if self._regions is None else (self._regions, *about)
        for part in (self._stem, *self._options, *asked):
            card.add(part)
        self.setLayout(column(card))
        self._connect()

    def focus(self) -> None:
        """Put the cursor into the stem."""
        self._stem.focus()

    def show_draft(self, draft: Draft) -> None:
        """Show what stands in the draft."""
        self._stem.set_text(draft.stem)
        self._feedback.set_text(draft.feedback)
        if self._regions is not None:
            self._regions.set_text(draft.regions)
        self._other.set_text(draft.other)
        self._chapter.set_text(draft.chapter)
        self._level.set_text(draft.level)
        for place, field in enumerate(self._options):
            field.set_text(draft.options[place] if place < len(draft.options) else "")
        if isinstance(self._key, ChoiceField):
            self._key.set_key(draft.key)
        else:
            self._key.set_text(draft.key)

    def _connect(self) -> None:
        self._stem.edit.textChanged.connect(lambda: self.typed.emit("stem", self._stem.text()))
        self._feedback.typed.connect(partial(self.typed.emit, "feedback"))
        if self._regions is not None:
            self._regions.typed.connect(partial(self.typed.emit, "regions"))
        self._other.typed.connect(partial(self.typed.emit, "other"))
        self._chapter.changed.connect(partial(self.typed.emit, "chapter"))
        self._level.changed.connect(partial(self.typed.emit, "level"))
        for place, field in enumerate(self._options):
            field.changed.connect(partial(self.option_typed.emit, place))
        if isinstance(self._key, ChoiceField):
            self._key.chosen.connect(partial(self.typed.emit, "key"))
        elif isinstance(self._key, TextArea):
            self._key.typed.connect(partial(self.typed.emit, "key"))
        else:
            self._key.changed.connect(lambda text: self.typed.emit("key", _letters(text)))


def _key_field(kind: str, *, letters: bool) -> TextField | TextArea | ChoiceField:
    if kind == "truefalse":
        return ChoiceField(tr("Right answer"), (("true", tr("True")), ("false", tr("False"))), name="key")
    if letters:
        hint = tr("Letters of the right options, such as A or ACD")
        return TextField(tr("Right options"), hint=hint, name="key", max_length=len(LETTERS))
    if kind == _POINTED:
        return TextArea(tr("Regions to hit, one a line: rect 40,60,200,120"), name="key", most=_LONGEST, lines=3)
    return TextArea(tr("Accepted answers, one a line"), name="key", most=_LONGEST, lines=3)


def _letters(text: str) -> str:
    """Each letter once and in order, however they were typed."""
    return "".join(sorted({one for one in text.upper() if one.isalpha()}))

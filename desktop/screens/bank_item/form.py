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
        self._options = [
            TextField(tr("Option {letter}").format(letter=letter), name=f"write_{letter}", max_length=_OPTION)
            for letter in (LETTERS[:places] if kind in _CHOICES else "")
        ]
        self._key = _key_field(kind)
        self._chapter = TextField(tr("Chapter"), name="chapter", max_length=_SHORT)
        self._level = TextField(tr("Level"), name="level", max_length=_SHORT)
        self._feedback = TextArea(tr("Explanation"), name="feedback", most=_LONGEST, lines=3)
        card = Card(tr("Write"), icon="note")
        parts: tuple[QWidget, ...] = (self._stem, *self._options, self._key, FieldPairs(self._chapter, self._level))
        for part in (*parts, self._feedback):
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


def _key_field(kind: str) -> TextField | TextArea | ChoiceField:
    if kind == "truefalse":
        return ChoiceField(tr("Right answer"), (("true", tr("True")), ("false", tr("False"))), name="key")
    if kind in _CHOICES:
        hint = tr("Letters of the right options, such as A or ACD")
        return TextField(tr("Right options"), hint=hint, name="key", max_length=len(LETTERS))
    return TextArea(tr("Accepted answers, one a line"), name="key", most=_LONGEST, lines=3)


def _letters(text: str) -> str:
    """Each letter once and in order, however they were typed."""
    return "".join(sorted({one for one in text.upper() if one.isalpha()}))

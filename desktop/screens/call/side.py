"""What lies beside the conversation: the note, what must be said, what was found out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.screens.call.state import CallState, NoteField, Phrase
from desktop.style.icons import pixmap
from desktop.style.look import look
from desktop.widgets.card import Card
from desktop.widgets.layout import boxed, column, row
from desktop.widgets.naming import label, named
from desktop.widgets.picks import PickField
from desktop.words import tr


class NoteCard(Card):
    """The form, filled while the caller is on the line.

    Signals:
        filled: the field and the value taken
    """

    filled = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(tr("Note of the call"), icon="note")
        self.setObjectName("note")
        self._fields: dict[str, PickField] = {}

    def show_note(self, fields: tuple[NoteField, ...]) -> None:
        """Show the form as it is filled."""
        if [one.id for one in fields] != list(self._fields):
            self.clear()
            self.body.setSpacing(look().gap("sm"))
            self._fields = {one.id: self._made(one) for one in fields}
        for one in fields:
            self._fields[one.id].set_key(one.value)

    def focus_first(self) -> None:
        """Put the keyboard on the first field."""
        for field in self._fields.values():
            field.focus_first()
            return

    def field_of(self, part: QWidget | None) -> PickField | None:
        """The field that a part belongs to."""
        return next((one for one in self._fields.values() if part is not None and one.isAncestorOf(part)), None)

    def _made(self, field: NoteField) -> PickField:
        made = PickField(field.title, field.options, name=f"note_{field.id}")
        made.picked.connect(lambda value: self.filled.emit(field.id, value))
        self.add(made)
        return made


class PhraseCard(Card):
    """What must be said once, ticked as it is said."""

    def __init__(self) -> None:
        super().__init__(tr("To be said"), icon="say")
        self.setObjectName("phrases")
        self.body.setSpacing(look().gap("s"))

    def show_phrases(self, phrases: tuple[Phrase, ...]) -> None:
        """Show which are said."""
        self.clear()
        for place, one in enumerate(phrases):
            icon, ink, word = _sign(one)
            part = _line(icon, ink, one.text, " · ".join(text for text in (word, one.hint) if text))
            self.add(named(part, f"phrase_{place}", f"{one.text}: {word or tr('not said yet')}"))


class FoundCard(Card):
    """What the caller did not say unasked, as it comes out."""

    def __init__(self) -> None:
        super().__init__(tr("Found out"), icon="search")
        self.setObjectName("found")
        self.body.setSpacing(look().gap("s"))

    def show_found(self, state: CallState) -> None:
        """Show what was found, and how much is still hidden."""
        self.clear()
        for place, text in enumerate(state.found):
            self.add(named(_line("good", "good", text, ""), f"found_{place}", text))
        rest = state.hidden - len(state.found)
        told = tr("{found} of {total}").format(found=len(state.found), total=state.hidden)
        more = tr("Ask: there is more that is not said.") if rest and not state.over else ""
        self.add(label(" · ".join(text for text in (told, more) if text), "small", name="found_told"))


def _sign(phrase: Phrase) -> tuple[str, str, str]:
    if phrase.said:
        return "good", "good", tr("said")
    return ("warn", "warn", tr("too late")) if phrase.late else ("minus", "muted", "")


def _line(icon: str, ink: str, text: str, below: str) -> QWidget:
    picture = label(wrap=False)
    picture.setPixmap(pixmap(icon, ink, 20))
    picture.setAlignment(Qt.AlignmentFlag.AlignTop)
    words = column(label(text), gap="xxs")
    if below:
        words.addWidget(label(below, "small"))
    line = row(picture, gap="sm")
    line.addLayout(words, 1)
    return boxed(line)

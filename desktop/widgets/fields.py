"""Fields to type or choose in: a title above, a hint or a fault below, input methods everywhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.widgets.buttons import IconButton
from desktop.widgets.layout import column, row
from desktop.widgets.naming import label, set_state, show_if
from desktop.widgets.qt_names import set_by_name
from desktop.words import tr

STAFF_ID_LENGTH, PIN_LENGTH, PASSPHRASE_LENGTH = 16, 12, 128


class FieldFrame(QWidget):
    """Title, control, hint or fault: what all fields share."""

    def __init__(self, title: str, control: QWidget, inner: QWidget, hint: str) -> None:
        super().__init__()
        self._control, self._hint_text = inner, hint
        self._title = label(title, "field")
        self._title.setBuddy(inner)
        self._below = label(hint, "small")
        inner.setAccessibleName(title)
        inner.setAccessibleDescription(hint)
        self.setLayout(column(self._title, control, self._below, gap="xs"))
        show_if(self._title, bool(title))
        show_if(self._below, bool(hint))
        self.setFocusProxy(inner)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong below the field; an empty sentence takes it back."""
        set_state(self._control, "wrong", bool(sentence))
        set_state(self._below, "kind", "error" if sentence else "small")
        self._say(sentence or self._hint_text)

    @property
    def title(self) -> str:
        """What is asked for."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Ask for something else."""
        self._title.setText(title)
        self._control.setAccessibleName(title)

    def set_hint(self, hint: str) -> None:
        """Show another hint."""
        self._hint_text = hint
        self._say(hint)

    def focus(self) -> None:
        """Put the cursor here."""
        self._control.setFocus()

    def _say(self, text: str) -> None:
        self._below.setText(text)
        show_if(self._below, bool(text))
        self._control.setAccessibleDescription(text)


class TextField(FieldFrame):
    """One line of text.

    Signals:
        changed: the text after every change
        submitted: Enter was pressed
    """

    changed = Signal(str)
    submitted = Signal()

    def __init__(
        self,
        title: str,
        *,
        hint: str = "",
        placeholder: str = "",
        max_length: int = 0,
        name: str = "",
        trailing: QWidget | None = None,
    ) -> None:
        self.edit = QLineEdit()
        parts = (self.edit, trailing) if trailing else (self.edit,)
        holder = QWidget()
        holder.setLayout(row(*parts, gap="xs"))
        super().__init__(title, holder, self.edit, hint)
        self.edit.setObjectName(name)
        self.edit.setPlaceholderText(placeholder)
        if max_length:
            self.edit.setMaxLength(max_length)
        self.edit.textChanged.connect(self._changed)
        self.edit.returnPressed.connect(self.submitted)

    def text(self) -> str:
        """What stands in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text into the field; the cursor stays where nothing changes."""
        if text != self.edit.text():
            self.edit.setText(text)

    def _changed(self, text: str) -> None:
        self.show_error("")
        self.changed.emit(text)


class PinField(TextField):
    """A secret, by default of 6 to 12 characters, hidden unless the eye is opened."""

    def __init__(self, title: str, *, hint: str = "", name: str = "", most: int = PIN_LENGTH) -> None:
        self._eye = IconButton("eye", tr("Show the PIN"))
        self._eye.setCheckable(True)
        super().__init__(title, hint=hint, name=name, max_length=most, trailing=self._eye)
        self._eye.setObjectName(f"{name}_eye" if name else "")
        self._eye.toggled.connect(self._open)
        self._open(False)

    def set_most(self, most: int) -> None:
        """Take no more characters than these."""
        self.edit.setMaxLength(most)

    def _open(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        # A secret is typed in Latin letters and digits: no candidate window may show it.
        set_by_name(self.edit, "inputMethodHints", "ImhSensitiveData|ImhNoPredictiveText|ImhPreferLatin")
        self._eye.set_icon("eye_off" if shown else "eye")
        self._eye.setAccessibleName(tr("Hide the PIN") if shown else tr("Show the PIN"))

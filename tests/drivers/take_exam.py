"""The exam screen, seen from a test."""

from PySide6.QtCore import Qt

from desktop.screens.take_exam.view import TakeExamView
from tests.drivers.base import Driver

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class TakeExamDriver(Driver):
    """One question, its answer, the clock, the navigator."""

    view: TakeExamView

    @property
    def number(self) -> str:
        """Which question is shown."""
        return self.text("question_number")

    @property
    def stem(self) -> str:
        """What is asked; empty while the exam is paused."""
        return self.text("stem") if self.has("stem") else ""

    @property
    def clock(self) -> str:
        """The time left as it stands there; empty without a limit."""
        return self.text("clock") if self.has("countdown") else ""

    @property
    def saved(self) -> str:
        """What stands beside the answer; empty where nothing does."""
        return self.text("saved") if self.has("saved_mark") else ""

    @property
    def hint(self) -> str:
        """The line below the answer; empty where there is none."""
        return self.text("notice_text") if self.has("hint") else ""

    @property
    def alert(self) -> str:
        """What is said about the time; empty where nothing is."""
        return self.part("alert").accessibleName() if self.has("alert") else ""

    @property
    def waiting(self) -> str:
        """The headline while the exam waits for the proctor; empty while it runs."""
        return self.text("waiting_title") if self.has("waiting") else ""

    def where(self, name: str) -> tuple[int, int]:
        """Where a part stands on the view."""
        part = self.part(name)
        place = part.mapTo(self.view, part.rect().topLeft())
        return place.x(), place.y()

    @property
    def chosen(self) -> list[str]:
        """The letters of the chosen options, as authored."""
        self.settle()
        names = [f"option_{letter}" for letter in ("A", "B", "C", "D", "E", "F", "true", "false")]
        return [name.removeprefix("option_") for name in names if self.has(name) and self.part(name).isChecked()]

    @property
    def pair(self) -> str:
        """The letters chosen as best and as worst, a dash where none is."""
        self.settle()
        found = {"best": "-", "worst": "-"}
        for key in found:
            for letter in "ABCDEF":
                if self.has(f"{key}_{letter}") and self.part(f"{key}_{letter}").isChecked():
                    found[key] = letter
        return found["best"] + found["worst"]

    def choose(self, letter: str) -> None:
        """Press an option by its authored letter."""
        self.press(f"option_{letter}")

    def choose_pair(self, best: str = "", worst: str = "") -> None:
        """Press in one or both columns."""
        for key, letter in (("best", best), ("worst", worst)):
            if letter:
                self.press(f"{key}_{letter}")

    def type_number(self, text: str) -> None:
        """Type into the field of a calculation, without Enter."""
        self.type("number", text)

    def go_to(self, position: int) -> None:
        """Press a number of the navigator."""
        self.press(f"place_{position}")

    def place(self, position: int) -> str:
        """What a number of the navigator says to those who listen."""
        return self.part(f"place_{position}").accessibleName()

    def next(self) -> None:
        """The next question, by its button."""
        self.press("next")

    def shortcut(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """Press keys wherever the focus is."""
        self.settle()
        self.qtbot.keyClick(self.view.window().focusWidget() or self.view, key, modifier)
        self.settle()

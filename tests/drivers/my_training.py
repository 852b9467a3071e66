"""The trainee's home, seen from a test."""

from desktop.screens.my_training.view import MyTrainingView
from tests.drivers.base import Driver


class MyTrainingDriver(Driver):
    """The next step, the rows, the way."""

    view: MyTrainingView

    @property
    def greeting(self) -> str:
        """Who is greeted."""
        return self.text("greeting")

    @property
    def next_step(self) -> tuple[str, str]:
        """What the primary card offers, and the words on its button."""
        return self.text("next_title"), self.text("next")

    def go_on(self) -> None:
        """Press the primary button."""
        self.press("next")

    def open(self, key: str) -> None:
        """Press a section, a quiz, the mock or the final."""
        self.press(f"row_{key}")

    def row(self, key: str) -> str:
        """What a row says to those who listen."""
        part = self.part(f"row_{key}")
        return f"{part.accessibleName()} · {part.accessibleDescription()}"

    def milestones(self) -> list[str]:
        """The way, step by step, with where each stands."""
        return [self.part(f"way_{place}").accessibleName() for place in range(4)]

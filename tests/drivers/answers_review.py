"""The explanations, seen from a test."""

from desktop.screens.answers_review.view import ReviewView
from tests.drivers.base import Driver


class ReviewDriver(Driver):
    """One explained question."""

    view: ReviewView

    @property
    def number(self) -> str:
        """Which question is shown."""
        return self.text("question_number")

    @property
    def verdict(self) -> str:
        """How the question fared."""
        return self.part("verdict").accessibleName()

    def option(self, letter: str) -> str:
        """What an option says about itself to those who listen."""
        return self.part(f"option_{letter}").accessibleDescription()

    def place(self, position: int) -> str:
        """What a number of the navigator says to those who listen."""
        return self.part(f"place_{position}").accessibleName()

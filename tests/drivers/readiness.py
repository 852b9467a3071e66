"""The slip of this PC, seen from a test."""

from desktop.widgets.card import Card
from tests.drivers.base import Driver


class ReadinessDriver(Driver):
    """Cards, verdict and buttons."""

    @property
    def to_do(self) -> list[str]:
        """The checks that want something done, in their order."""
        return [name for name, card in self._cards() if "To do" in _words(card)]

    @property
    def in_order(self) -> list[str]:
        """The others."""
        return [name for name, card in self._cards() if "In order" in _words(card)]

    @property
    def verdict(self) -> str:
        """What stands above the cards."""
        return self.part("readiness_verdict").accessibleName() if self.has("readiness_verdict") else ""

    def _cards(self):
        self.settle()
        cards = self.part("slip").findChildren(Card)
        return [(card.objectName().removeprefix("check_"), card) for card in cards]


def _words(card) -> list[str]:
    return Driver(None, card).words()

"""The reader, driven the way a reader does it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea

from desktop.widgets.check_card import CheckCard
from desktop.widgets.safe_view import SafeView
from tests.drivers.base import Driver


class CheckDriver(Driver):
    """One self-check of the page."""

    @property
    def verdict(self) -> str:
        """The word over the explanation; empty before it is checked."""
        return self.part("verdict").accessibleName() if self.has("verdict") else ""

    @property
    def fault(self) -> str:
        """What stands under the answer because it could not be checked."""
        return self.part("check_fault").accessibleName() if self.has("check_fault") else ""

    def fared(self, option: str) -> str:
        """The word that says how an option fared."""
        return self.part(f"option_{option}").accessibleDescription()

    def check(self) -> None:
        """Press the button that checks."""
        self.press("check_answer")

    def again(self) -> None:
        """Press the button for another try."""
        self.press("try_again")


class ReaderDriver(Driver):
    """The page, its outline, its end."""

    @property
    def title(self) -> str:
        """What the page is called."""
        return self.text("header_title")

    @property
    def tally(self) -> str:
        """The line at the end that counts the self-checks."""
        return self.text("tally")

    @property
    def position(self) -> int:
        """How far the page is scrolled, in pixels."""
        return self._area.verticalScrollBar().value()

    @property
    def busy(self) -> bool:
        """True while heights still follow a new width."""
        self.settle()
        return self.view.findChild(QTimer, "settled").isActive()

    def scroll(self, pixels: int) -> None:
        """Turn the wheel by so much."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def to_end(self) -> None:
        """Scroll to the last line."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.maximum())

    def top_edge_of(self, text: str) -> int:
        """How far below the upper edge of the page a text begins."""
        found = next(one for one in self.view.findChildren(SafeView) if text in one.toPlainText())
        return found.mapTo(self._area.viewport(), found.rect().topLeft()).y()

    def space_on(self, text: str) -> None:
        """Press Space while the keyboard is on a text."""
        found = next(one for one in self.view.findChildren(SafeView) if text in one.toPlainText())
        self.qtbot.keyClick(found, Qt.Key.Key_Space)

    def self_check(self, item: str) -> CheckDriver:
        """One self-check of the page."""
        return CheckDriver(self.qtbot, self.part(f"check_{item}", CheckCard))

    def link(self, address: str) -> None:
        """Go to a link of the text by keyboard and follow it."""
        view = next(one for one in self.view.findChildren(SafeView) if f'href="{address}"' in one.toHtml())
        view.setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(view.toHtml().count("href=")):
            self.qtbot.keyClick(view, Qt.Key.Key_Tab)
            if view.textCursor().charFormat().anchorHref() == address:
                self.qtbot.keyClick(view, Qt.Key.Key_Return)
                return
        raise LookupError(f"the keyboard does not reach {address}")

    def beat(self) -> None:
        """Let a second go by without waiting for it."""
        self.view.findChild(QTimer, "pulse").timeout.emit()

    @property
    def _area(self) -> QScrollArea:
        article = self.part("header_title")
        return next(one for one in self.view.findChildren(QScrollArea, "page_area") if one.isAncestorOf(article))

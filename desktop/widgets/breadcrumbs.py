"""The path to where one is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from desktop.style.icons import pixmap
from desktop.style.look import look
from desktop.widgets.buttons import link
from desktop.widgets.layout import FlowRow
from desktop.widgets.naming import label

if TYPE_CHECKING:
    from desktop.widgets.values import Crumb


class Breadcrumbs(FlowRow):
    """The path to here; every step but the last leads back.

    Signals:
        chosen: the key of the step pressed
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="xs", parent=parent)

    def show_path(self, path: "tuple[Crumb, ...]") -> None:
        """Show another path."""
        self.clear()
        for place, crumb in enumerate(path):
            if place:
                self.add(self._arrow())
            if place == len(path) - 1:
                self.add(label(crumb.text, "strong", wrap=False, name="crumb_here"))
            else:
                step = link(crumb.text, name=f"crumb_{crumb.key}")
                step.clicked.connect(lambda _=False, key=crumb.key: self.chosen.emit(key))
                self.add(step)

    @staticmethod
    def _arrow() -> QLabel:
        arrow = label(wrap=False)
        arrow.setPixmap(pixmap("chevron_right", "muted", 14))
        arrow.setContentsMargins(0, look().px(3), 0, 0)
        return arrow

"""The certificate's page, seen from a test."""

from PySide6.QtCore import Qt

from desktop.widgets.picture import PictureView
from tests.drivers.base import Driver


class CertificateDriver(Driver):
    """Picture, facts, buttons, notice."""

    @property
    def title(self) -> str:
        """Whose certificate it is."""
        return self.text("certificate_title")

    @property
    def shows_picture(self) -> bool:
        """True where the page stands as a picture that is not empty."""
        return self.has("picture") and self.ink() > 0

    def ink(self) -> int:
        """How many of some points of the picture are coloured like ink."""
        image = self.part("picture", PictureView).grab().toImage()
        points = ((x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7))
        return sum(image.pixelColor(x, y).lightness() < 100 for x, y in points)

    @property
    def panel(self) -> str:
        """What stands instead of the picture; empty where the picture does."""
        return self.text("certificate_panel") if self.has("certificate_panel") else ""

    @property
    def notice(self) -> str:
        """What the notice says; empty where there is none."""
        return self.text("certificate_notice") if self.has("certificate_notice") else ""

    def save(self) -> None:
        """The button."""
        self.press("save_pdf")

    def save_by_key(self) -> None:
        """Ctrl+S."""
        self.key(Qt.Key.Key_S, modifier=Qt.KeyboardModifier.ControlModifier)

    def print(self) -> None:
        """The button."""
        self.press("print")

    def take_offer(self) -> None:
        """The action of the notice."""
        self.press("notice_action")

    def try_again(self) -> None:
        """The action of the panel."""
        self.press("panel_action")

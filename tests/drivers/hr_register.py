"""The pages of HR's register, seen from a test."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QMenu

from tests.drivers.forms import FormDriver
from tests.drivers.tables import TableDriver


class MatrixDriver(TableDriver):
    """The heat map."""

    table = "matrix"

    def go(self, menu: str, line: str) -> None:
        """Open a menu and press one of its lines."""
        self.press(menu)
        opened = self.part(menu).findChild(QMenu, "menu")
        action = next(one for one in opened.actions() if one.text() == line)
        opened.close()
        action.trigger()

    def go_by_keys(self, menu: str, line: int) -> None:
        """Open a menu with Enter, come to a line (the first is 1) with the arrow, and press it with Enter."""
        self.part(menu).setFocus()
        self.key(Qt.Key.Key_Return, menu)
        opened = self.part(menu).findChild(QMenu, "menu")
        for _ in range(line):
            self.qtbot.keyClick(opened, Qt.Key.Key_Down)
        self.qtbot.keyClick(opened, Qt.Key.Key_Return)

    def lines_of(self, menu: str) -> list[str]:
        """What a menu offers."""
        self.press(menu)
        opened = self.part(menu).findChild(QMenu, "menu")
        lines = [one.text() for one in opened.actions()]
        opened.close()
        return lines

    @property
    def tiles(self) -> list[str]:
        """What the tiles say."""
        names = ("valid", "due", "expired", "failed", "absent", "in_review", "revoked")
        return [self.text(f"tile_{name}") for name in names]


class HeldDriver(TableDriver):
    """Results that are held."""

    table = "held"


class AssignDriver(TableDriver):
    """Courses that people must pass."""

    table = "assignments"

    def fill(self, course: str, names: str = "", due: str = "") -> None:
        """Type what is to be assigned."""
        for field, text in (("course", course), ("names", names), ("due", due)):
            self.type(field, text)

    def mean(self, kind: str) -> None:
        """People, teams, branches or everybody."""
        self.part("kind").chosen.emit(kind)  # type: ignore[attr-defined]


class PlanDriver(TableDriver):
    """Whom it would mean."""

    table = "plan"


class ChecksDriver(FormDriver, TableDriver):
    """Branches by warnings."""

    table = "branches"

    def choose(self, name: str, text: str) -> None:
        """Choose from a list."""
        combo = self.part(name, QComboBox)
        combo.setCurrentText(text)
        combo.activated.emit(combo.currentIndex())


class ProctorsDriver(TableDriver):
    """Proctors by warnings."""

    table = "proctors"


class WarnedDriver(TableDriver):
    """The finals with warnings of the branch that is open."""

    table = "warned"


class PairsDriver(TableDriver):
    """Pairs of a room."""

    table = "pairs"


class BranchPeopleDriver(TableDriver):
    """The people of the branch that is open."""

    table = "people"


class StaffListDriver(TableDriver):
    """The staff list and what it changes."""

    table = "changes"


class CollectDriver(TableDriver):
    """Files of branches."""

    def take_in(self, secret: str) -> None:
        """Type the passphrase and choose files."""
        self.type("secret", secret)
        self.press("choose_files")


class AuditDriver(TableDriver):
    """Audit packs."""

    def make(self, secret: str) -> None:
        """Type the passphrase and have the pack made for the days that stand there."""
        self.type("secret", secret)
        self.press("make_audit")


class RulesDriver(TableDriver):
    """How branches learn."""


class ReturnsDriver(TableDriver):
    """Certificates to issue, receipts to write."""

    table = "due"

    def act(self, button: str, secret: str = "several plain words") -> None:
        """Type the passphrase and press a button."""
        self.type("secret", secret)
        self.press(button)


class FollowDriver(TableDriver):
    """What has to be followed up."""

    table = "sessions"

    @property
    def tiles(self) -> list[str]:
        """What the tiles say."""
        return [self.text(f"follow_{number}") for number in range(4)]

    def show_every(self) -> None:
        """Every session, not only those to chase."""
        self.part("which").chosen.emit("every")  # type: ignore[attr-defined]

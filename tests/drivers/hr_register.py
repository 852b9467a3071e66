"""The pages of HR's register, seen from a test."""

from tests.drivers.tables import TableDriver


class MatrixDriver(TableDriver):
    """The heat map."""

    table = "matrix"

    @property
    def tiles(self) -> list[str]:
        """What the tiles say."""
        names = ("valid", "due", "expired", "failed", "absent", "in_review", "revoked")
        return [self.text(f"tile_{name}") for name in names]


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

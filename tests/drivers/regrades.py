"""The pages of re-grading, seen from a test."""

from tests.drivers.tables import TableDriver


class RunsDriver(TableDriver):
    """All runs; the open one with its list below."""

    table = "runs"

    @property
    def counts(self) -> list[str]:
        """What the five tiles say."""
        return [self.text(f"regrade_count_{number}") for number in range(5)]


class ListDriver(RunsDriver):
    """Who changes in the open run."""

    table = "regrade_rows"


class ProposalDriver(ListDriver):
    """The page that proposes a run."""

    table = "items"

    def unlock(self, jobs: object, secret: str = "several plain words") -> None:
        """Type the passphrase and open the packs."""
        self.type("secret", secret)
        self.press("open_packs")
        jobs.finish_all()  # type: ignore[attr-defined]

"""The code of a new session and the report of one, seen from a test."""

from tests.drivers.tables import TableDriver


class SessionCodeDriver(TableDriver):
    """The code, large, once."""

    @property
    def code(self) -> str:
        """The code as it is told to those who listen."""
        return self.text("code")


class SessionReportDriver(TableDriver):
    """Who sat, what became of their time, what proctors did."""

    table = "report_sittings"

    @property
    def fault(self) -> str:
        """What went wrong; empty where nothing did."""
        return self.part("report_fault").accessibleName() if self.has("report_fault") else ""

    @property
    def copied(self) -> str:
        """What is said once the report has been taken out."""
        return self.part("copied").accessibleName() if self.has("copied") else ""

    @property
    def heading(self) -> str:
        """What stands over the page."""
        return self.text("header_title")

    @property
    def to_mend(self) -> list[str]:
        """What a rehearsal has shown, a sentence each; empty where exams count."""
        return self.text("to_mend").splitlines() if self.has("rehearsed") else []

    @property
    def digest(self) -> str:
        """The digest without the spaces that let it wrap."""
        return self.text("digest").replace(" ", "")

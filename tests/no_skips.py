"""The gate's rule: it has every tool, so a test that is skipped there says nothing and fails the run.

One thing it cannot install: schemas and vectors of others, which the project may not carry and looks for beside itself.
"""

from typing import Any

import pytest

NOT_OURS_TO_CARRY = "the standards folder does not lie beside the repository"


class NoSkips:
    """Registered where ACADEMY_NO_SKIPS is set, in the process that sees every report."""

    def __init__(self) -> None:
        self._skipped: dict[str, str] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember a skipped test; one that is known to fail is none."""
        if not hasattr(report, "wasxfail"):
            self._note(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Remember a file that was skipped whole."""
        self._note(report)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Turn a good end into a failure."""
        if self._skipped and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Name each with its reason."""
        for test, reason in sorted(self._skipped.items()):
            terminalreporter.write_line(f"NOT ALLOWED TO SKIP {test}: {reason}", red=True)

    def _note(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if report.skipped:
            place = report.longrepr
            reason = str(place[2] if isinstance(place, tuple) else place)
            if not reason.endswith(NOT_OURS_TO_CARRY):
                self._skipped[report.nodeid] = reason

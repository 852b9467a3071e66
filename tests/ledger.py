"""Writes down which row of docs/features.toml each test proved in the last run."""

import json
import tomllib
from pathlib import Path

import pytest

KINDS = ("feature", "topic")


def known_ids(path: Path, kind: str) -> frozenset[str]:
    """The ids of the rows in a file; none where the file is not there yet."""
    if not path.exists():
        return frozenset()
    rows = tomllib.loads(path.read_text("utf-8")).get(kind, [])
    return frozenset(rows if isinstance(rows, dict) else (str(row["id"]) for row in rows))


def run_is_whole(config: pytest.Config) -> bool:
    """Whether nothing narrowed the run, so that what it did not see does not exist."""
    chosen = config.getoption("keyword") or config.getoption("markexpr") or config.getoption("lf", default=False)
    return not chosen and list(config.args) == list(config.getini("testpaths"))


class Ledger:
    """Collects `{kind: {row: {test: outcome}}}`; a narrowed run renews only what it ran."""

    def __init__(self, path: Path, *, whole: bool) -> None:
        self._path = path
        self._whole = whole
        self._outcomes: dict[str, str] = {}
        self._rows: dict[str, list[tuple[str, str]]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test is what its worst phase was."""
        rows = [(kind, str(row)) for kind, row in report.user_properties if kind in KINDS]
        self._rows[report.nodeid] = rows
        if report.outcome != "passed" or report.nodeid not in self._outcomes:
            self._outcomes[report.nodeid] = report.outcome

    def pytest_sessionfinish(self) -> None:
        """Write the ledger."""
        if not self._outcomes:
            return
        ledger = {kind: {} for kind in KINDS} if self._whole else read_ledger(self._path)
        for kept in ledger.values():
            for tests in kept.values():
                for test in self._outcomes.keys() & tests.keys():
                    del tests[test]
        for test, rows in self._rows.items():
            for kind, row in rows:
                ledger[kind].setdefault(row, {})[test] = self._outcomes[test]
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text(json.dumps(ledger, indent=1, sort_keys=True), "utf-8")


def read_ledger(path: Path) -> dict[str, dict[str, dict[str, str]]]:
    """The last ledger, or an empty one."""
    ledger: dict[str, dict[str, dict[str, str]]] = {kind: {} for kind in KINDS}
    if path.exists():
        ledger.update(json.loads(path.read_text("utf-8")))
    return ledger


def state_of(tests: dict[str, str]) -> str:
    """What a row may say of itself: failed, passed, skipped or none."""
    outcomes = set(tests.values())
    return next((state for state in ("failed", "passed", "skipped") if state in outcomes), "none")

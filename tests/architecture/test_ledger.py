"""The ledger of promises: complete, and honest about what it counts."""

import re
import tomllib

import pytest

from tests.architecture.tree import ROOT, text
from tests.features import features_page, topics_page
from tests.ledger import Ledger, read_ledger, state_of

PROMISED = tomllib.loads((ROOT / "docs" / "features.toml").read_text("utf-8"))
TOPICS = tomllib.loads((ROOT / "assets" / "course" / "topics.toml").read_text("utf-8"))["topic"]


class Report:
    """As much of pytest's report as the ledger reads."""

    def __init__(self, test, outcome, *rows):
        self.nodeid = test
        self.outcome = outcome
        self.user_properties = [("feature", row) for row in rows]


@pytest.fixture
def ledger_path(tmp_path):
    return tmp_path / "build" / "ledger.json"


def _run(path, *reports, whole=True):
    ledger = Ledger(path, whole=whole)
    for report in reports:
        ledger.pytest_runtest_logreport(report)
    ledger.pytest_sessionfinish()
    return read_ledger(path)["feature"]


def test_there_are_90_promises_in_nine_groups():
    assert len(PROMISED["feature"]) == 90
    assert {row[0] for row in PROMISED["feature"]} == PROMISED["group"].keys()


@pytest.mark.parametrize("row", sorted(PROMISED["feature"]))
def test_a_promise_says_what_and_for_whom(row):
    told = PROMISED["feature"][row]
    assert re.fullmatch(r"[a-i]\d+", row)
    assert set(told["for"].split()) <= {"T", "P", "H"}
    assert told.get("rare", "☆") in {"☆", "★"}
    assert len(told["text"].split()) >= 4


def test_there_are_50_leaf_topics_each_with_its_sections():
    assert len({topic["id"] for topic in TOPICS}) == 50
    assert all(topic["sections"] and topic["title_zh"] and topic["title_en"] for topic in TOPICS)


def test_a_promise_with_one_failing_test_is_not_kept(ledger_path):
    rows = _run(ledger_path, Report("one", "passed", "a1"), Report("two", "failed", "a1"))
    assert state_of(rows["a1"]) == "failed"


def test_a_test_that_fails_while_cleaning_up_has_failed(ledger_path):
    phases = [Report("one", outcome, "a1") for outcome in ("passed", "failed", "passed")]
    rows = _run(ledger_path, *phases)
    assert rows == {"a1": {"one": "failed"}}


def test_a_skipped_test_proves_nothing(ledger_path):
    assert state_of(_run(ledger_path, Report("one", "skipped", "a1"))["a1"]) == "skipped"


def test_a_promise_without_a_test_says_so():
    assert state_of({}) == "none"


def test_a_narrowed_run_keeps_what_it_did_not_run(ledger_path):
    _run(ledger_path, Report("one", "passed", "a1"), Report("two", "failed", "b1"))
    rows = _run(ledger_path, Report("two", "passed", "b2"), whole=False)
    assert rows == {"a1": {"one": "passed"}, "b1": {}, "b2": {"two": "passed"}}


def test_a_whole_run_forgets_tests_that_are_gone(ledger_path):
    _run(ledger_path, Report("one", "passed", "a1"))
    assert _run(ledger_path, Report("two", "passed", "b2")) == {"b2": {"two": "passed"}}


def test_the_page_lists_every_promise_with_its_state():
    page = features_page(PROMISED, {"b3": {"one": "passed"}})
    assert all(f"| {row} |" in page for row in PROMISED["feature"])
    assert re.search(r"\| b3 \| .* \| passed \| 1 \|", page)
    assert "1 passed, 0 failed, 0 skipped, 89 none" in page


def test_the_page_of_topics_counts_the_items_that_test_them():
    page = topics_page(TOPICS[:1], {TOPICS[0]["id"]: {"one": "passed"}})
    assert re.search(r"\| 1\.1\.1 \| .* \| 1\.1 \| \d+ \| \d+ \| passed \|", page)


@pytest.mark.parametrize("page", ["docs/features.md", "docs/topics.md"])
def test_the_written_page_has_every_row(page):
    written = text(ROOT / page)
    rows = PROMISED["feature"] if "features" in page else [topic["id"] for topic in TOPICS]
    assert [row for row in rows if f"| {row} |" not in written] == []

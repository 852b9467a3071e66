"""A gate that must not skip fails on a skipped test; every outside tool has a package that the gate installs."""

import re
import sys

import pytest

from tests.architecture.tree import ROOT, python_files, text
from tests.no_skips import NOT_OURS_TO_CARRY

pytest_plugins = ["pytester"]

TESTS = """
import pytest

def test_one():
    pass

@pytest.mark.skipif({skipped}, reason="{reason}")
def test_two():
    pass

@pytest.mark.xfail(strict=True)
def test_three():
    assert False
"""
RULE = """
import sys
sys.path.insert(0, {root!r})
from tests.no_skips import NoSkips

def pytest_configure(config):
    config.pluginmanager.register(NoSkips())
"""


def _run(pytester, *, skipped, reason="no such tool"):
    pytester.makeconftest(RULE.format(root=str(ROOT)))
    pytester.makepyfile(TESTS.format(skipped=skipped, reason=reason))
    return pytester.run(sys.executable, "-m", "pytest", "-p", "no:cacheprovider")


def test_a_skipped_test_fails_the_gate_and_is_named(pytester):
    result = _run(pytester, skipped=True)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["*NOT ALLOWED TO SKIP*test_two*no such tool*"])


def test_without_one_the_gate_opens(pytester):
    assert _run(pytester, skipped=False).ret == pytest.ExitCode.OK


def test_only_what_the_project_may_not_carry_can_be_absent(pytester):
    result = _run(pytester, skipped=True, reason=NOT_OURS_TO_CARRY)
    assert result.ret == pytest.ExitCode.OK
    result.assert_outcomes(passed=1, skipped=1, xfailed=1)


def test_every_outside_tool_of_a_test_comes_with_a_package():
    listed = {line.split()[0] for line in text(ROOT / ".ci" / "tools.txt").splitlines() if not line.startswith("#")}
    mark = re.compile(r"pytest\.mark\.tool\(([^)]*)\)")
    named = {
        tool
        for path in python_files("tests")
        for marked in mark.findall(text(path))
        for tool in re.findall(r'"([^"]+)"', marked)
    }
    assert named
    assert named - listed == set()

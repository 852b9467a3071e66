"""The workflow of the hosted runners: nobody can run it here, but all that it calls is there, also on Windows."""

import re
from importlib.metadata import distributions

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.tree import ROOT

ON_WINDOWS = {
    "sys_platform": "win32",
    "os_name": "nt",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
    "extra": "",
}
JOBS = {"linux-x86_64", "linux-aarch64", "windows"}


@pytest.fixture(scope="module")
def workflow():
    return yaml.safe_load((ROOT / ".github" / "workflows" / "packages.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def commands(workflow):
    """Every line that a job runs."""
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    return [line for step in steps for line in step.get("run", "").splitlines()]


def locked(name):
    text = (ROOT / "requirements" / name).read_text("utf-8")
    return {canonicalize_name(found) for found in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}


def test_each_kind_of_system_has_a_job_that_keeps_what_it_made(workflow):
    assert set(workflow["jobs"]) == JOBS
    for job in workflow["jobs"].values():
        kept = [step["with"]["path"].split() for step in job["steps"] if "upload-artifact" in step.get("uses", "")]
        assert kept == [["dist/packages", "build/tour-dist"]]
        assert 0 < job["timeout-minutes"] <= 120


def test_every_make_target_and_script_of_the_workflow_is_there(commands):
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    called = [found for line in commands for found in re.findall(r"\bmake ([a-z-]+)", line)]
    scripts = [found for line in commands for found in re.findall(r"\bsh (\S+\.sh)", line)]
    assert {"dist-old", "try-old", "dist", "packages"} <= set(called) <= set(targets)
    assert len(scripts) >= 4
    assert [script for script in scripts if not (ROOT / script).is_file()] == []


def test_every_script_that_make_or_a_script_calls_is_there():
    texts = [ROOT / "Makefile", *(ROOT / ".ci").rglob("*.sh")]
    called = {
        found
        for path in texts
        for found in re.findall(r"(?<![\w/])\.ci/[\w/.-]+\.(?:sh|py|nsi|txt)\b", path.read_text())
    }
    assert len(called) > 10
    assert sorted(path for path in called if not (ROOT / path).is_file()) == []


def test_what_libraries_want_on_windows_only_is_locked_too():
    known = locked("dev.txt") | locked("windows.txt")
    wanted = {
        canonicalize_name(need.name): library.name
        for library in distributions()
        if canonicalize_name(library.name) in known
        for need in map(Requirement, library.requires or ())
        if need.marker is None or need.marker.evaluate(ON_WINDOWS)
    }
    assert "pytest" in wanted.values()
    assert {name: by for name, by in wanted.items() if name not in known} == {}
    assert {"pefile", "pywin32-ctypes"} <= locked("windows.txt")  # PyInstaller, which is not installed here

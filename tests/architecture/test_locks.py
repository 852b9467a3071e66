"""The lock files pin everything, hash every pin, and agree with each other."""

import re
import tomllib

import pytest

from tests.architecture.tree import ROOT

LOCKS = ("dev.txt", "dev-next.txt", "dist.txt")
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+) \\$")


def _lock(name):
    """Package to (version, number of hashes)."""
    pins, last = {}, ""
    for line in (ROOT / "requirements" / name).read_text("utf-8").splitlines():
        if match := PIN.match(line):
            last = match[1]
            pins[last] = (match[2], 0)
        elif "--hash=sha256:" in line:
            pins[last] = (pins[last][0], pins[last][1] + 1)
        else:
            assert not line or line.lstrip().startswith("#"), f"{name}: {line}"
    return pins


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_and_hashed(name):
    pins = _lock(name)
    assert len(pins) > 25
    assert [package for package, (_, hashes) in pins.items() if hashes == 0] == []


@pytest.mark.parametrize("name", LOCKS)
def test_everything_the_project_asks_for_is_locked(name):
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.split(r"[<>=!~\[ ]", one)[0].lower().replace("_", "-") for one in wanted}
    assert names - _lock(name).keys() == set()


def test_the_bundle_is_made_of_what_was_tested():
    dev, dist = _lock("dev.txt"), _lock("dist.txt")
    assert {name: pin for name, pin in dist.items() if name in dev and dev[name] != pin} == {}


def test_the_release_stays_on_the_last_qt_that_old_desks_can_load():
    assert _lock("dev.txt")["pyside6-essentials"][0] == "6.9.3"


def test_the_two_locks_differ_in_nothing_but_qt():
    dev, following = _lock("dev.txt"), _lock("dev-next.txt")
    assert {name for name in dev.keys() | following.keys() if dev.get(name) != following.get(name)} == {
        "pyside6-essentials",
        "shiboken6",
    }

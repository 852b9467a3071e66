"""`academy doctor` tells what must be done, to programs and to people."""

import json
import os
import subprocess
import sys

import pytest

from desktop.readiness.finding import Check
from tests.demonstration import a_demonstration


def doctor(home, *words):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    command = [sys.executable, "-m", "desktop", "doctor", "--home", str(home), *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.feature("d11")
def test_the_slip_of_a_demonstration_as_json(tmp_path):
    home = a_demonstration(tmp_path / "home")
    said = doctor(home, "--json", "--language", "zh")
    found = json.loads(said.stdout)
    assert [one["check"] for one in found] == [check.value for check in Check if check is not Check.OFFICERS]
    assert all({*one} == {"check", "ok", "detail", "what_to_do"} for one in found)
    assert all(bool(one["what_to_do"]) is not one["ok"] for one in found)
    state = {one["check"]: one["ok"] for one in found}
    ready = ("clock", "zone", "disk", "fonts", "glyphs", "database", "journal", "pack", "keys")
    assert {name: state[name] for name in ready} == dict.fromkeys(ready, True)
    assert said.returncode == 1  # offscreen there is neither screen nor printer
    assert said.stderr == ""


def test_an_empty_home_is_no_failure_of_the_program(tmp_path):
    said = doctor(tmp_path / "none", "--language", "en")
    assert said.returncode == 1
    assert "Database: TO DO. No branch is set up here yet." in said.stdout
    assert not (tmp_path / "none").exists()

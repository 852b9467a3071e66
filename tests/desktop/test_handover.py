"""Which program runs: the installed one, or the newer one that a stick has brought."""

import os
from pathlib import Path

import pytest

from desktop.handover import clean_environment, home_in, newer_program
from exams.updates.shelf import POINTER, InUse, note_proved, pointer_bytes, read_pointer, successor


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "program" / "0.2.0"
    folder.mkdir(parents=True)
    (folder / "academy").write_bytes(b"")
    point(tmp_path, InUse("0.2.0"))
    return tmp_path


def point(home, pointer):
    (home / "program" / POINTER).write_bytes(pointer_bytes(pointer))


def newer(home, own="0.1.0", name="academy", *, app=True):
    return newer_program(home, own, name, app=app)


def test_a_newer_program_runs_in_place_of_the_installed_one(home):
    assert newer(home) == home / "program" / "0.2.0" / "academy"


@pytest.mark.parametrize("own", ["0.2.0", "0.2.1", "0.10.0", "1.0.0"])
def test_the_newer_program_itself_and_one_installed_after_it_run_themselves(home, own):
    assert newer(home, own) is None


def test_one_that_did_not_show_its_window_is_not_started_twice(home):
    assert newer(home)
    assert newer(home) is None
    note_proved(home, "0.2.0")
    assert newer(home)
    assert newer(home)


def test_a_command_goes_to_it_only_once_it_has_shown_its_window(home):
    assert newer(home, app=False) is None
    note_proved(home, "0.2.0")
    assert newer(home, app=False)


def test_another_version_cannot_prove_it(home):
    note_proved(home, "0.3.0")
    assert read_pointer(home) == InUse("0.2.0")


UPWARDS = b'{"version": "../../x", "previous": "", "proved": true}'
BEFORE_UPWARDS = b'{"version": "0.2.0", "previous": "..", "proved": true}'


@pytest.mark.parametrize("raw", [b"", b"{}", b"[]", b"\xff", UPWARDS, BEFORE_UPWARDS, b'{"version": 2}', b"[" * 5000])
def test_a_spoilt_pointer_counts_for_nothing(home, raw):
    (home / "program" / POINTER).write_bytes(raw)
    assert successor(home, "0.1.0") is None
    assert newer(home) is None


def test_without_its_program_a_pointer_counts_for_nothing(home):
    (home / "program" / "0.2.0" / "academy").unlink()
    assert newer(home) is None
    assert newer(home / "nowhere") is None


def test_the_home_is_the_one_that_the_command_line_names(monkeypatch):
    monkeypatch.setenv("ACADEMY_HOME", "/named")
    assert home_in(["branch", "status", "--home", "/here"]) == Path("/here")
    assert home_in(["--home=/there"]) == Path("/there")
    assert home_in(["--home"]) == Path("/named")


def test_j01_what_would_lead_python_or_qt_to_other_files_is_forgotten(monkeypatch):
    planted = ("PYTHONPATH", "PYTHONSTARTUP", "QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QML2_IMPORT_PATH")
    for name in (*planted, "LD_LIBRARY_PATH"):
        monkeypatch.setenv(name, "/planted")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    clean_environment()
    assert [name for name in os.environ if os.environ[name] == "/planted"] == []
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"

"""A release signed by headquarters, taken in from a stick, looked at, taken back: by commands alone."""

import json
import shutil

import pytest

from exams import HqWork, set_up_hq
from exams.updates.release import this_machine
from tests.desktop.commands.branch import call, told
from tests.exams.updates.releases import packed

PASS = "several plain words"


@pytest.fixture(scope="module")
def hq(tmp_path_factory):
    home = tmp_path_factory.mktemp("hq")
    with set_up_hq(home, lambda _name, _new: PASS, "chen", work=HqWork(65_536, 1)) as desk:
        shutil.copy(desk.root_files()[0], home / "root.json")
    (home / "words").write_text(PASS)
    return home


@pytest.fixture
def stick(hq, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    archive = folder / f"branch-academy-9.0.0-{this_machine()}.tar.xz"
    archive.write_bytes(packed("9.0.0"))
    keys = ("--home", hq, "--passphrase-file", hq / "words", "--by", "chen")
    done = told("hq", "program", archive, "--version", "9.0.0", "--out", folder / "9.0.0.program", *keys)
    assert done["files"] == [archive.name]
    return folder


@pytest.fixture
def pc(hq, tmp_path):
    home = tmp_path / "home"
    told("branch", "install", hq / "root.json", "--home", home)
    return home


def test_it_lies_beside_the_packs_and_is_taken_in_like_them(stick, pc):
    found = told("branch", "install", stick / "9.0.0.program", "--home", pc)
    assert [(row["kind"], row["status"], row["name"]) for row in found["files"]] == [
        ("program", "installed", "program 9.0.0")
    ]
    status = told("update", "status", "--home", pc)
    assert (status["taken_in"], status["previous"], status["proved"]) == ("9.0.0", "", False)
    again = told("branch", "install", stick / "9.0.0.program", "--home", pc)
    assert again["files"][0]["status"] == "already"
    assert told("update", "roll-back", "--home", pc) == {"version": ""}
    assert told("update", "status", "--home", pc)["taken_in"] == ""


def test_before_headquarters_is_known_no_program_is_believed(stick, tmp_path):
    found = call("branch", "install", stick / "9.0.0.program", "--home", tmp_path / "new", "--json")
    assert found.exit_code == 3
    assert json.loads(found.stdout)["error"]["code"] == "E_NO_ROOT"


def test_the_checksums_of_a_release_are_held_against_what_was_signed(stick, pc):
    archive = next(stick.glob("*.tar.xz"))
    right = call("update", "check", stick / "9.0.0.program", "--home", pc, "--json")
    assert (right.exit_code, json.loads(right.stdout)) == (0, [{"file": archive.name, "ok": True}])
    archive.write_bytes(archive.read_bytes()[:-1])
    wrong = call("update", "check", stick / "9.0.0.program", "--home", pc, "--json")
    assert (wrong.exit_code, json.loads(wrong.stdout)) == (1, [{"file": archive.name, "ok": False}])
    refused = call("branch", "install", stick / "9.0.0.program", "--home", pc, "--language", "en")
    assert (refused.exit_code, "[E_PROGRAM_FILE]" in refused.stdout) == (3, True)
    gone = call("update", "check", stick / "missing.program", "--home", pc, "--language", "en")
    assert (gone.exit_code, "[E_PACK_READ]" in gone.stderr) == (3, True)


def test_going_back_without_anything_taken_in_is_refused_in_a_sentence(pc):
    refused = call("update", "roll-back", "--home", pc, "--language", "en")
    assert refused.exit_code == 3
    assert "no earlier program" in refused.stderr

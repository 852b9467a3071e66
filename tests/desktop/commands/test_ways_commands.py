"""Results on their way to HR from a terminal: a shared folder, a text for a mail, codes; and back a receipt."""

import json
from pathlib import Path

import pytest

from tests.desktop.commands.branch import a_branch, a_copy, call, told


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    return a_branch(tmp_path_factory.mktemp("ways") / "home")


@pytest.fixture
def home(demonstration, tmp_path):
    return a_copy(demonstration, tmp_path / "home")


@pytest.fixture
def bundle(home, tmp_path):
    return Path(told("branch", "bundle", "--out", tmp_path / "out", "--home", home)["file"])


@pytest.mark.feature("h5")
def test_a_shared_folder_carries_results_to_hr_and_receipts_back_and_is_empty_in_the_end(home, tmp_path):
    (tmp_path / "pass").write_text("demonstration\n", "utf-8")
    keys = ("--home", home, "--passphrase-file", tmp_path / "pass", "--by", "chen")
    folder = tmp_path / "share"
    folder.mkdir()
    (handed,) = told("branch", "share", folder, "--home", home)["handed_in"]
    at_hr = told("hr", "share", folder, *keys)
    assert [(one["file"], one["status"]) for one in at_hr["files"]] == [(handed, "accepted")]
    assert [name.split("/")[:2] for name in at_hr["receipts"]] == [["to-branch", "DEMO-01"]]
    back = told("branch", "share", folder, "--home", home)
    assert (len(back["taken_in"]), back["handed_in"], back["taken_away"]) == (1, [], [handed])
    assert list((folder / "to-hr").iterdir()) == []
    assert told("hr", "share", folder, *keys)["files"] == []


def test_a_text_for_a_mail_and_codes_give_the_same_bundle_again(bundle, tmp_path):
    mail = told("branch", "mail", bundle, "--out", tmp_path / "mail.txt")
    assert mail["characters"] == len((tmp_path / "mail.txt").read_text("ascii"))
    codes = told("branch", "codes", bundle, "--out", tmp_path / "codes.txt")["codes"]
    lines = (tmp_path / "codes.txt").read_text("ascii").splitlines()
    assert len(lines) == codes
    half, rest = tmp_path / "half.txt", tmp_path / "rest.txt"
    half.write_text("\n".join(lines[2:]), "ascii")
    rest.write_text("\n".join(lines[:2]), "ascii")
    done = call("hr", "codes", half, "--out", tmp_path / "in", "--json")
    assert (done.exit_code, list(json.loads(done.stdout)["missing"].values())) == (1, [[1, 2]])
    (path,) = told("hr", "codes", half, rest, "--out", tmp_path / "in")["files"]
    assert Path(path).read_bytes() == bundle.read_bytes()


def test_pictures_without_a_code_are_a_finding_and_a_missing_file_is_refused(tmp_path):
    (tmp_path / "no.txt").write_text("nothing", "ascii")
    assert call("hr", "codes", tmp_path / "no.txt", "--out", tmp_path).exit_code == 1
    done = call("hr", "codes", tmp_path / "none.jpg", "--out", tmp_path, "--json")
    assert (done.exit_code, json.loads(done.stdout)["error"]["code"]) == (3, "E_NOT_FOUND")

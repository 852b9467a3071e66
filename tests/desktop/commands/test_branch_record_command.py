"""`academy branch record`: what a person did on the demonstration's PC goes on at a second PC of the same branch."""

import json
import shutil

import pytest

from tests.desktop.commands.branch import a_branch, call, told

PASS = "demonstration"
STAFF, BRANCH = "T1003", "DEMO-01"


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """The demonstration's home, a second PC enrolled by the same headquarters, and the second one's record."""
    folder = tmp_path_factory.mktemp("two")
    here, there, (passphrase, request, device) = (
        a_branch(folder / "here"),
        folder / "there",
        map(folder.joinpath, "prd"),
    )
    passphrase.write_text(PASS, "utf-8")
    told("branch", "install", here / "hq" / "roots" / "1.json", "--home", there)
    told("branch", "request", "--branch", BRANCH, "--out", request, "--home", there)
    told("hq", "enrol", request, "--out", device, "--home", here, "--passphrase-file", passphrase)
    told("branch", "enrol", device, "--home", there)
    shutil.copytree(here / "packs", there / "packs", dirs_exist_ok=True)
    return here, there, device


def refusal(done):
    assert done.exit_code == 3, done.output
    return json.loads(done.stdout)["error"]["code"]


def test_a_record_goes_from_one_pc_to_the_other_and_once_is_enough(two, tmp_path):
    here, there, device = two
    file = tmp_path / "T1003.record"
    assert (
        told("branch", "record", "export", "--staff", STAFF, "--to", device, file, "--home", here)["staff_id"] == STAFF
    )
    first = told("branch", "record", "import", "--staff", STAFF, file, "--home", there)
    assert (first["from"], first["new_here"]) == ("DDEM00001", True)
    assert min(first["sections"], first["sittings"]) > 0
    again = told("branch", "record", "import", file, "--home", there)
    assert again == {**first, "new_here": False}
    assert told("journal", "check", "--home", there)["ok"]


def test_refusals_have_their_codes(two, tmp_path):
    here, there, device = two
    file, rubbish = tmp_path / "T1003.record", tmp_path / "rubbish"
    rubbish.write_bytes(b"{]")
    told("branch", "record", "export", "--staff", STAFF, "--to", device, file, "--home", here)
    for home, words, code in (
        (here, ("import", file), "E_UNSEAL"),
        (there, ("import", "--staff", "T1001", file), "E_PERSON_RECORD"),
        (there, ("import", tmp_path / "none"), "E_FILE_UNREADABLE"),
        (here, ("export", "--staff", "Z9999", "--to", device, file), "E_STAFF_ID"),
        (here, ("export", "--staff", "P2001", "--to", device, file), "E_PERSON_RECORD"),
        (here, ("export", "--staff", STAFF, "--to", rubbish, file), "E_JSON"),
        (tmp_path, ("import", file), "E_NOT_FOUND"),
    ):
        assert refusal(call("branch", "record", *words, "--home", home, "--json")) == code

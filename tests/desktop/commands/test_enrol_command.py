"""`academy branch request/enrol` and `academy hq enrol`: a PC is enrolled with two homes and files only."""

import json
import re

import pytest
from click.testing import CliRunner

from desktop.commands.main import academy
from exams import HqWork, check_journal, set_up_hq

PASS = "several plain words"
BRANCH = "NJ-01"


@pytest.fixture(scope="module")
def hq(tmp_path_factory):
    """A headquarters' home and its passphrases."""
    home = tmp_path_factory.mktemp("hq")
    set_up_hq(home, lambda _name, _new: PASS, "chen", work=HqWork(65_536, 1)).close()
    (home / "pass").write_text(f"{PASS}\n", "utf-8")
    return home


@pytest.fixture
def pc(hq, tmp_path):
    """A PC that follows this headquarters."""
    home = tmp_path / "pc"
    assert call("branch", "install", hq / "hq" / "roots" / "1.json", "--home", home).exit_code == 0
    return home


def call(*words, **options):
    return CliRunner().invoke(academy, [str(word) for word in (*words, "--language", "en")], **options)


def told(*words, **options):
    done = call(*words, "--json", **options)
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def refusal(done):
    assert done.exit_code == 3
    assert "Traceback" not in done.output
    return json.loads(done.stdout)["error"]["code"]


def request(pc, stick, *more):
    return told("branch", "request", "--branch", BRANCH, "--label", "前台一号机", "--out", stick, "--home", pc, *more)


def approve(hq, stick, out, *more):
    words = ("hq", "enrol", stick, "--out", out, "--home", hq, "--passphrase-file", hq / "pass", "--by", "chen")
    return told(*words, *more)


def status(pc):
    return told("branch", "status", "--home", pc)["device"]


def test_two_homes_and_two_files(hq, pc, tmp_path):
    asked = request(pc, tmp_path / "1.request")
    assert status(pc) == {"serial": "", "asked": True}
    seen = told("hq", "enrol", tmp_path / "1.request", "--home", hq)
    assert (seen["branch"], seen["label"], seen["fingerprint"]) == (BRANCH, "前台一号机", asked["fingerprint"])
    made = approve(hq, tmp_path / "1.request", tmp_path / "1.device", "--fingerprint", asked["fingerprint"])
    done = told("branch", "enrol", tmp_path / "1.device", "--home", pc)
    assert (done["serial"], done["changed"], done["renewal"]) == (made["serial"], True, False)
    known = {name: done[name] for name in ("serial", "label", "not_before", "not_after")}
    assert status(pc) == {**known, "asked": False, "revoked": False}
    assert told("branch", "status", "--home", pc)["branch"] == BRANCH
    assert check_journal(pc).ok
    assert [one["serial"] for one in told("hq", "status", "--home", hq)["devices"]] == [made["serial"]]


def test_two_homes_and_two_lines_of_text(hq, pc, tmp_path):
    asked = request(pc, tmp_path / "1.txt", "--text")
    assert (tmp_path / "1.txt").read_text() == asked["text"]
    made = approve(hq, tmp_path / "1.txt", tmp_path / "2.txt", "--text")
    assert (tmp_path / "2.txt").read_text() == made["text"]
    done = told("branch", "enrol", "-", "--home", pc, input=made["text"].lower() + "\n")
    assert done["serial"] == made["serial"] == status(pc)["serial"]


def test_what_the_scanner_of_headquarters_types_is_taken_from_standard_input(hq, pc, tmp_path):
    asked = request(pc, tmp_path / "1.request")
    assert told("hq", "enrol", "-", "--home", hq, input=asked["text"])["fingerprint"] == asked["fingerprint"]


def test_a_renewal_says_so(hq, pc, tmp_path):
    for turn in (False, True):
        request(pc, tmp_path / "r")
        assert approve(hq, tmp_path / "r", tmp_path / "d")["renewal"] is turn
        assert told("branch", "enrol", tmp_path / "d", "--home", pc)["renewal"] is turn


def test_a_revoked_device_shows_in_the_status_of_its_pc(hq, pc, tmp_path):
    request(pc, tmp_path / "r")
    serial = approve(hq, tmp_path / "r", tmp_path / "d")["serial"]
    told("branch", "enrol", tmp_path / "d", "--home", pc)
    keys = ("--home", hq, "--passphrase-file", hq / "pass")
    told("hq", "revoke", "device", serial, "--out", tmp_path / "revocation", *keys)
    told("branch", "install", tmp_path / "revocation", "--home", pc)
    assert status(pc)["revoked"] is True


def test_refusals_have_their_codes_and_leave_no_file(hq, pc, tmp_path):
    request(pc, tmp_path / "r")
    spoilt = tmp_path / "spoilt"
    spoilt.write_bytes((tmp_path / "r").read_bytes().replace(b'"sig":"', b'"sig":"AA', 1))
    keys = ("--home", hq, "--passphrase-file", hq / "pass", "--out", tmp_path / "out", "--json")
    assert refusal(call("hq", "enrol", spoilt, *keys)) in {"E_POP", "E_JSON"}
    assert refusal(call("hq", "enrol", tmp_path / "r", "--fingerprint", "00000000", *keys)) == "E_REQUEST"
    assert refusal(call("hq", "enrol", tmp_path / "r", "--branch", "SH-01", *keys)) == "E_REQUEST"
    assert refusal(call("hq", "enrol", tmp_path / "none", *keys)) == "E_FILE_UNREADABLE"
    assert not (tmp_path / "out").exists()
    at_pc = ("--home", pc, "--json")
    assert refusal(call("branch", "enrol", tmp_path / "r", *at_pc)) == "E_TYPE"
    assert refusal(call("branch", "enrol", tmp_path / "none", *at_pc)) == "E_FILE_UNREADABLE"
    words = ("branch", "request", "--branch", "x", "--out", tmp_path / "out")
    assert refusal(call(*words, *at_pc)) == "E_REQUEST"
    assert status(pc) == {"serial": "", "asked": True}


def test_a_place_that_cannot_be_written_is_told(hq, pc, tmp_path):
    (tmp_path / "file").write_text("")
    out = tmp_path / "file" / "1.request"
    assert refusal(call("branch", "request", "--branch", BRANCH, "--out", out, "--home", pc, "--json")) == (
        "E_FILE_NOT_WRITTEN"
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_people_are_told_the_eight_characters(pc, tmp_path, language):
    words = ["branch", "request", "--branch", BRANCH, "--out", str(tmp_path / "r"), "--home", str(pc)]
    said = CliRunner().invoke(academy, [*words, "--language", language]).stdout
    assert re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", said)
    assert str(tmp_path / "r") in said

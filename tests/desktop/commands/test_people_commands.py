"""`academy branch role/reset` and `academy hq role issue/reset`: branch and headquarters about people, by files."""

import json
import shutil

import pytest
from click.testing import CliRunner

from desktop.commands.main import academy
from exams import AcademyError, open_office
from tests.desktop.commands.branch import a_branch, a_copy, call, told

BRANCH, STAFF = "DEMO-01", "T1003"
PASSPHRASE, NEW_PIN = "seven quiet lanterns", "739214"


@pytest.fixture(scope="module")
def enrolled_once(tmp_path_factory):
    """A demonstration whose headquarters has enrolled a second PC in earnest, with a trainee brought along."""
    folder = tmp_path_factory.mktemp("people")
    hq, pc = a_branch(folder / "here"), folder / "there"
    keys, request, device, record = (folder / name for name in ("keys", "request", "device", "record"))
    keys.write_text("demonstration", "utf-8")
    told("branch", "install", hq / "hq" / "roots" / "1.json", "--home", pc)
    told("branch", "request", "--branch", BRANCH, "--out", request, "--home", pc)
    told("hq", "enrol", request, "--out", device, "--home", hq, "--passphrase-file", keys)
    told("branch", "enrol", device, "--home", pc)
    shutil.copytree(hq / "packs", pc / "packs", dirs_exist_ok=True)
    told("branch", "record", "export", "--staff", STAFF, "--to", device, record, "--home", hq)
    told("branch", "record", "import", "--staff", STAFF, record, "--home", pc)
    return hq, pc, keys


@pytest.fixture
def two(enrolled_once, tmp_path):
    """Headquarters and the PC to work with; `--home` and keys for each, and a folder for files."""
    hq, pc, keys = enrolled_once
    pc = a_copy(pc, tmp_path / "pc")
    hq = a_copy(hq, tmp_path / "hq")
    return ("--home", hq, "--passphrase-file", keys), ("--home", pc), tmp_path


def secret(folder, text):
    path = folder / f"secret-{len(text)}"
    path.write_text(f"{text}\n", "utf-8")
    return path


def ask_role(two, staff="P3001", phrase=PASSPHRASE):
    _, pc, folder = two
    words = ("--staff", staff, "--name", "周静", "--role", "proctor", "--out", folder / "role.request")
    return call("branch", "role", *words, "--passphrase-file", secret(folder, phrase), *pc, "--json")


def refusal(done):
    assert done.exit_code == 3, done.output
    assert "Traceback" not in done.output
    return json.loads(done.stdout)["error"]["code"]


def signed_in(two, staff, typed):
    """The class of the desk, or the code of the refusal."""
    with open_office(two[1][1]) as office:
        try:
            return type(office.sign_in(staff, typed)).__name__
        except AcademyError as error:
            return error.code


def granted(two):
    hq, pc, folder = two
    asked = json.loads(ask_role(two).stdout)
    made = told("hq", "role", "issue", folder / "role.request", "--out", folder / "p.role", "--days", 30, *hq)
    (taken,) = told("branch", "install", folder / "p.role", *pc)["files"]
    assert (taken["kind"], taken["status"]) == ("role", "installed")
    return asked, made


def test_a_role_is_asked_for_looked_at_granted_and_taken_in(two):
    hq, _, folder = two
    asked = json.loads(ask_role(two).stdout)
    assert asked["granted"] is False
    assert signed_in(two, "P3001", PASSPHRASE) == "E_SIGN_IN"
    seen = told("hq", "role", "issue", folder / "role.request", *hq)
    about = {"staff_id": "P3001", "name": "周静", "role": "proctor", "branch": BRANCH}
    assert seen == {**about, "certificate": asked["certificate"]}
    _, made = granted(two)
    assert {name: made[name] for name in about} == about
    assert made["not_before"] < made["not_after"]
    assert signed_in(two, "P3001", PASSPHRASE) == "ProctorDesk"


def test_a_role_that_headquarters_withdraws_opens_nothing_any_more(two):
    hq, pc, folder = two
    _, made = granted(two)
    listed = told("hq", "revoke", "role", made["certificate"].upper(), "--out", folder / "revocation", *hq)
    assert made["certificate"] in listed["roles"]
    told("branch", "install", folder / "revocation", *pc)
    assert signed_in(two, "P3001", PASSPHRASE) == "E_REVOKED"
    again = call("hq", "role", "issue", folder / "role.request", "--out", folder / "again", *hq, "--json")
    assert refusal(again) == "E_REVOKED"


def test_a_passphrase_that_is_easy_or_short_asks_for_no_role(two):
    for phrase in ("short", "password12"):
        assert refusal(ask_role(two, phrase=phrase)) == "E_WEAK_PASSPHRASE"
    assert refusal(ask_role(two, staff="!")) == "E_STAFF_ID"
    assert not (two[2] / "role.request").exists()


def test_what_is_no_request_gets_no_certificate(two):
    hq, _, folder = two
    (folder / "rubbish").write_bytes(b"{]")
    for file, code in (("rubbish", "E_JSON"), ("none", "E_FILE_UNREADABLE")):
        done = call("hq", "role", "issue", folder / file, "--out", folder / "out", *hq, "--json")
        assert refusal(done) == code
    assert not (folder / "out").exists()


def test_the_passphrase_is_never_told(two):
    done = ask_role(two)
    assert PASSPHRASE not in done.output
    assert PASSPHRASE.encode() not in (two[2] / "role.request").read_bytes()


def test_a_lost_pin_is_set_anew_by_a_code_read_out_and_no_file_was_brought_for_it(two):
    hq, pc, folder = two
    asked = told("branch", "reset", "--staff", STAFF.lower(), *pc)
    assert asked["minutes"] == 15
    code = told("hq", "reset", asked["challenge"], *hq)["code"]
    words = ("branch", "reset", "--staff", STAFF, "--pin-file", secret(folder, NEW_PIN), "--code", code)
    assert told(*words, *pc) == {"staff_id": STAFF}
    assert signed_in(two, STAFF, NEW_PIN) == "TraineeDesk"
    assert refusal(call(*words, *pc, "--json")) == "E_RESET"


def test_a_lost_pin_is_set_anew_by_a_signed_file(two):
    hq, pc, folder = two
    asked = told("branch", "reset", "--staff", STAFF, *pc)
    answer = told("hq", "reset", asked["challenge"], "--out", folder / "a.reset", *hq)["file"]
    told("branch", "reset", "--staff", STAFF, "--pin-file", secret(folder, NEW_PIN), "--file", answer, *pc)
    assert signed_in(two, STAFF, NEW_PIN) == "TraineeDesk"


def test_a_wrong_code_and_a_weak_pin_are_told_apart_and_change_nothing(two):
    hq, pc, folder = two
    asked = told("branch", "reset", "--staff", STAFF, *pc)
    code = told("hq", "reset", asked["challenge"], *hq)["code"]
    words = ("branch", "reset", "--staff", STAFF, *pc, "--json")
    assert refusal(call(*words, "--pin-file", secret(folder, "123456"), "--code", code)) == "E_WEAK_PIN"
    assert refusal(call(*words, "--pin-file", secret(folder, NEW_PIN), "--code", "00000-00000-0")) == "E_RESET"
    assert signed_in(two, STAFF, NEW_PIN) == "E_SIGN_IN"


def test_headquarters_answers_only_devices_that_it_knows(two):
    hq, pc, _ = two
    asked = told("branch", "reset", "--staff", STAFF, *pc)["challenge"]
    serial = asked[:9]
    told("hq", "revoke", "device", serial, "--out", two[2] / "revocation", *hq)
    assert refusal(call("hq", "reset", asked, *hq, "--json")) == "E_REVOKED"
    assert refusal(call("hq", "reset", f"{asked[:-1]}!", *hq, "--json")) == "E_RESET"


def test_either_a_challenge_or_the_file_for_branches_is_asked_for(two):
    hq, pc, folder = two
    for words in ((), ("D00000001-T1001-AAAAA-AAAAA-A", "--desk", folder / "d")):
        assert call("hq", "reset", *words, *hq).exit_code == 2
    assert told("hq", "reset", "--desk", folder / "d.reset", *hq)["file"] == str(folder / "d.reset")
    (taken,) = told("branch", "install", folder / "d.reset", *pc)["files"]
    assert (taken["kind"], taken["status"]) == ("reset", "already")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_people_read_the_challenge_and_nothing_else(two, language):
    words = ["branch", "reset", "--staff", STAFF, "--home", str(two[1][1]), "--language", language]
    assert CliRunner().invoke(academy, words).stdout.startswith("D")

"""`academy hq`: a headquarters worked from a terminal; nothing secret on the screen but the code asked for."""

import base64
import json
import shutil
import sqlite3

import pytest
from click.testing import CliRunner

from desktop.commands.main import academy
from exams import HqWork, set_up_hq
from tests.shipped_course import sources_read_once

__all__ = ["sources_read_once"]

PASS = "several plain words"
SESSION = "S0000000A"


@pytest.fixture(scope="module")
def founded(sources_read_once, tmp_path_factory):
    """A headquarters with a published pack, a session and the passphrases in a file."""
    folder = tmp_path_factory.mktemp("hq")
    set_up_hq(folder / "hq", lambda _name, _new: PASS, "chen", work=HqWork(65_536, 1)).close()
    (folder / "pass").write_text(f"{PASS}\n", "utf-8")
    published = ask(folder, "publish", "--out", folder / "1.pack")
    assert published.exit_code == 0, published.stderr
    added = ask(folder, "session", "add", "--session", SESSION, "--branch", "NJ-01", *window(), passphrase=False)
    assert added.exit_code == 0, added.stderr
    return folder


@pytest.fixture
def folder(founded, tmp_path):
    shutil.copytree(founded, tmp_path / "work")
    return tmp_path / "work"


def window(start="2026-11-29T09:00:00Z", end="2126-11-29T11:00:00Z"):
    return "--not-before", start, "--not-after", end


def ask(folder, *words, passphrase=True, **options):
    """`academy hq …` in this folder's headquarters."""
    file = ("--passphrase-file", folder / "pass") if passphrase else ()
    said = [str(word) for word in ("hq", *words, "--home", folder / "hq", "--language", "en", *file)]
    return CliRunner().invoke(academy, said, **options)


def answer(folder, *words, **options):
    done = ask(folder, *words, "--json", **options)
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def refusal(done):
    assert done.exit_code == 3
    assert "Traceback" not in done.stderr
    return json.loads(done.stdout)["error"]["code"]


def test_a_headquarters_is_set_up_with_its_root_keys_at_three_holders(tmp_path):
    (tmp_path / "pass").write_text(
        "".join(f"root-{number}\tholder {number} keeps this\n" for number in (1, 2, 3)) + f"{PASS}\n", "utf-8"
    )
    holders = [word for name in "abc" for word in ("--root-holder", tmp_path / name)]
    status = answer(tmp_path, "init", *holders, "--memory-mib", 64)
    assert status["root"]["version"] == 1
    assert [len(list((tmp_path / name).iterdir())) for name in "abc"] == [1, 1, 1]
    assert refusal(ask(tmp_path, "init", "--json")) == "E_HQ_EXISTS"
    keys = [word for name in "ab" for word in ("--key", next((tmp_path / name).iterdir()))]
    rotate = ("root", "rotate", "--replace", "ca", *keys)
    holders_only = "root-1\tholder 1 keeps this\nroot-2\tholder 2 keeps this\n"
    (tmp_path / "pass").write_text(holders_only, "utf-8")
    assert refusal(ask(tmp_path, *rotate, "--json")) == "E_PASSPHRASE"
    (tmp_path / "pass").write_text(f"{holders_only}ca-2\t{PASS}\n", "utf-8")
    assert answer(tmp_path, *rotate)["complete"] is True


@pytest.mark.parametrize(
    "words",
    [
        ("init", "--root-holder", "a"),
        ("init", "--memory-mib", "8"),
        ("session", "add", "--branch", "NJ-01", "--not-before", "tomorrow", "--not-after", "2026-11-29T09:00:00Z"),
        ("session", "add", "--branch", "NJ-01"),
        ("release", "--session", SESSION, "--purpose", "both"),
        ("revoke", "person", "T1001"),
        ("role", "add", "root"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(folder, words):
    assert ask(folder, *words).exit_code == 2


def test_without_a_headquarters_a_sentence_says_so(tmp_path):
    (tmp_path / "pass").write_text(PASS, "utf-8")
    assert refusal(ask(tmp_path, "status", "--json", passphrase=False)) == "E_NO_HQ"


def test_publishing_tells_counts_and_hashes_and_the_next_version(folder):
    printed = answer(
        folder, "publish", "--out", folder / "2.pack", "--grading", "second-code", "--expires", "2027-01-01T00:00:00Z"
    )
    assert (printed["version"], printed["grading"], printed["expires"]) == (2, "second-code", "2027-01-01T00:00:00Z")
    assert printed["items"]["A"] > 0
    assert set(printed["files"]) >= {"content.sqlite", "exam/A/items.bin", "exam/A/key.bin", "revocation.json"}
    assert printed["bytes"] == (folder / "2.pack").stat().st_size
    taken = ask(folder, "publish", "--out", folder / "x.pack", "--version", "2", "--json")
    assert refusal(taken) == "E_PACK_VERSION"


def test_sources_with_a_fault_are_not_published(folder, tmp_path):
    (tmp_path / "empty").mkdir()
    done = ask(folder, "publish", "--source", tmp_path / "empty", "--out", folder / "x.pack", "--json")
    assert refusal(done) == "E_SOURCES_FAULTY"
    assert not (folder / "x.pack").exists()


def test_the_difference_of_two_packs_is_told(folder):
    answer(folder, "publish", "--out", folder / "2.pack")
    found = answer(folder, "diff", folder / "1.pack", folder / "2.pack")
    assert [(one["name"], one["change"]) for one in found["forms"]] == [(form, "same") for form in "ABC"]
    assert found["items"] == found["sections"] == []
    closed = answer(folder, "diff", folder / "1.pack", folder / "2.pack", passphrase=False)
    assert [one["change"] for one in closed["forms"]] == ["unknown"] * 3


def test_a_code_is_told_once_it_is_in_the_log_and_stands_alone_on_stdout(folder):
    first = ask(folder, "release", "--session", SESSION, "--purpose", "items", "--by", "li")
    assert first.exit_code == 0
    assert first.stderr == ""
    again = ask(folder, "release", "--session", SESSION, "--purpose", "items", "--by", "wang")
    assert first.stdout == again.stdout
    assert len(first.stdout.strip()) == len("7KQ2M-X9D4T-H")
    assert "before" in again.stderr
    (session,) = answer(folder, "status", passphrase=False)["sessions"]
    assert [(one["purpose"], one["who"]) for one in session["released"]] == [("items", "li"), ("items", "wang")]


def test_the_grading_code_asks_for_an_anchor(folder):
    answer(folder, "publish", "--out", folder / "2.pack", "--grading", "second-code")
    words = ("release", "--session", SESSION, "--purpose", "key")
    assert refusal(ask(folder, *words, "--json")) == "E_ANCHOR"
    told_now = answer(folder, *words, "--anchor", "7kq2m-x9d4t")
    assert (told_now["purpose"], told_now["again"], told_now["early"]) == ("key", False, True)
    (session,) = answer(folder, "status", passphrase=False)["sessions"]
    assert [one["anchor"] for one in session["released"]] == ["7KQ2MX9D4T"]


def test_the_passphrase_is_read_from_standard_input_and_shown_nowhere(folder):
    words = ("release", "--session", SESSION, "--purpose", "items")
    right = ask(folder, *words, passphrase=False, input=f"{PASS}\n")
    assert right.exit_code == 0
    wrong = ask(folder, *words, "--json", passphrase=False, input="another passphrase\n")
    assert refusal(wrong) == "E_PASSPHRASE"
    for done in (right, wrong):
        assert PASS not in done.stdout + done.stderr
        assert "another passphrase" not in done.stdout + done.stderr


def test_what_is_withdrawn_goes_to_a_file_for_the_branches(folder):
    found = answer(folder, "revoke", "session", SESSION.lower(), "--out", folder / "list")
    assert (found["version"], found["sessions"]) == (2, [SESSION])
    assert (folder / "list").is_file()
    assert refusal(ask(folder, "release", "--session", SESSION, "--purpose", "items", "--json")) == "E_REVOKED"
    assert refusal(ask(folder, "revoke", "device", "X1", "--json")) == "E_REVOKE_ID"


def test_a_draft_is_signed_by_its_holders_one_after_the_other(folder):
    keys = folder / "hq" / "hq" / "keys"
    draft = answer(folder, "root", "rotate", "--replace", "ca", "--key", keys / "root-1" / "root-1.key")
    assert draft["complete"] is False
    done = answer(folder, "root", "sign", draft["file"], "--key", keys / "root-3" / "root-3.key")
    assert (done["version"], done["complete"]) == (2, True)
    added = answer(folder, "role", "add", "pack")
    assert (added["version"], added["complete"]) == (3, True)


def test_a_log_that_was_altered_is_a_finding(folder):
    with sqlite3.connect(folder / "hq" / "hq" / "hq.sqlite") as connection:
        connection.execute("UPDATE log SET who = 'nobody' WHERE seq = 1")
    connection.close()
    done = ask(folder, "status", "--json", passphrase=False)
    assert done.exit_code == 1
    assert json.loads(done.stdout)["log"]["broken_at"] == 1


@pytest.mark.feature("d1", "d3")
def test_a_session_is_planned_with_its_roster_and_rules_and_the_slot_file_carries_them(folder):
    roster = folder / "roster.csv"
    roster.write_text("工号,姓名,座位\nT1001,王小雨,A1\n", "utf-8")
    rules = "--start-code", "--late", 20, "--earliest", 30, "--roster", roster
    added = ask(
        folder, "session", "add", "--session", "S0000000B", "--branch", "NJ-01", *window(), *rules, passphrase=False
    )
    assert added.exit_code == 0, added.stderr
    assert ask(folder, "slots", "--out", folder / "1.slots").exit_code == 0
    payload = json.loads(base64.b64decode(json.loads((folder / "1.slots").read_bytes())["payload"]))
    briefs = {one["session_id"]: one for one in payload["briefs"]}
    assert briefs["S0000000B"]["rules"] == {
        "start_code": True,
        "entry_until": "2026-11-29T09:20:00Z",
        "earliest": 30,
    }
    assert briefs["S0000000B"]["roster"] == [{"staff": "T1001", "name": "王小雨", "seat": "A1"}]
    assert briefs[SESSION]["rules"]["start_code"] is False

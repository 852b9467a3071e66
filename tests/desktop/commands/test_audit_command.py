"""`academy audit verify` on a PC that has nothing but the published root, and `academy hr audit`."""

import json
import shutil

import pytest
from click.testing import CliRunner

from desktop.commands.main import academy
from tests.certificates.audit.audit_house import KEPT, REPLACED, WAITING, House, found_house
from tests.exams.desk.head_office import PASS
from tests.once import made_once


@pytest.fixture(scope="module")
def house():
    return House(made_once("audit-house", found_house))


@pytest.fixture
def pc(house, tmp_path):
    """A clean PC: the root as it was published, the pack, no home."""
    (tmp_path / "1.json").write_bytes(house.root)
    shutil.copytree(house.pack, tmp_path / "pack")
    return tmp_path


def ask(*words, code=0):
    done = CliRunner().invoke(academy, [*map(str, words), "--language", "en", "--json"])
    assert done.exit_code == code, (done.stdout, done.stderr, done.exception)
    return json.loads(done.stdout)


def verify(pc, *words, code=0):
    return ask("audit", "verify", pc / "pack", "--home", pc / "no-home", *words, code=code)


@pytest.mark.feature("g8")
def test_a_clean_pc_with_the_published_root_tells_who_was_valid_on_a_day(pc):
    told = verify(pc, "--trust", pc / "1.json", "--on", "2026-12-05")
    assert (told["ok"], told["findings"], told["on"]) == (True, [], "2026-12-05")
    assert told["counts"] == {"valid": 2, "provisional": 1, "revoked": 1, "expired": 1}
    valid = {one["number"]: one for one in told["certificates"] if one["state"] == "valid"}
    assert set(valid) == {KEPT, REPLACED}
    assert (valid[KEPT]["staff_id"], valid[KEPT]["edition"], valid[KEPT]["since"]) == ("A0000005", "COURSE-1", "")
    (edition,) = told["editions"]
    assert [(one["chapter"], len(one["sha256"])) for one in edition["chapters"]] == [(1, 64), (2, 64)]
    assert WAITING in {one["number"] for one in told["certificates"] if one["state"] == "provisional"}
    assert not (pc / "no-home").exists()


@pytest.mark.feature("g8")
def test_a_changed_pack_is_told_by_file_and_answers_nothing(pc):
    (pc / "pack" / "register.csv").write_bytes(b"")
    told = verify(pc, "--trust", pc / "1.json", "--on", "2026-12-05", code=1)
    assert (told["ok"], "certificates" in told) == (False, False)
    assert [(one["code"], one["file"], one["message"]) for one in told["findings"]] == [
        ("E_AUDIT_CHANGED", "register.csv", "The file is not the one that was signed.")
    ]


def test_the_root_is_asked_for_and_never_taken_out_of_the_pack(pc):
    assert verify(pc, code=3)["error"]["code"] == "E_NOT_FOUND"
    for own in (pc / "pack", pc / "pack" / "trust" / "roots" / "1.json"):
        done = CliRunner().invoke(academy, ["audit", "verify", str(pc / "pack"), "--trust", str(own)])
        assert done.exit_code == 2, own
    assert verify(pc, "--trust", pc / "1.json", "--on", "2031-01-01", code=3)["error"]["code"] == "E_AUDIT_DAY"


def test_hr_makes_packs_only_of_what_its_register_has(house, tmp_path):
    shutil.copytree(house.office.home, tmp_path / "hq")
    (tmp_path / "pass").write_text(f"{PASS}\n", "utf-8")
    words = ("hr", "audit", "--days", "2026-01-01", "2026-12-31", "--out", tmp_path / "out", "--home", tmp_path / "hq")
    keys = ("--passphrase-file", tmp_path / "pass", "--by", "chen")
    assert ask(*words, *keys, code=3)["error"]["code"] == "E_REGISTER_MISSING"
    (tmp_path / "staff.csv").write_text("工号,姓名,网点号\nT1001,王小雨,BJ-WJ01\n", "utf-8")
    ask("hr", "staff", "import", tmp_path / "staff.csv", "--home", tmp_path / "hq")
    assert ask(*words, *keys, code=3)["error"]["code"] == "E_AUDIT_EMPTY"
    assert not (tmp_path / "out").exists()

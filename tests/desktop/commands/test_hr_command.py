"""`academy hr`: certificates confirmed, revoked and replaced from a terminal; others verify by the folder it writes."""

import json
import shutil

import pytest
from click.testing import CliRunner

from desktop.commands.main import academy
from exams import HqWork, open_hq, set_up_hq
from exams.bundles.study_rules import read_study_rules
from exams.trust.keys import key_id
from tests.certificates.authority import NUMBERS

PASS = "several plain words"
A, B, C = NUMBERS[:3]


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hq")
    set_up_hq(folder / "hq", lambda _name, _new: PASS, "chen", work=HqWork(65_536, 1)).close()
    (folder / "pass").write_text(f"{PASS}\n", "utf-8")
    return folder


@pytest.fixture
def folder(founded, tmp_path):
    shutil.copytree(founded, tmp_path / "work")
    return tmp_path / "work"


def ask(folder, *words):
    """`academy hr …` in this folder's headquarters."""
    said = ["hr", *map(str, words), "--home", str(folder / "hq"), "--passphrase-file", str(folder / "pass")]
    return CliRunner().invoke(academy, [*said, "--language", "en", "--json"])


def answer(folder, *words):
    done = ask(folder, *words)
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def counts(told):
    return [told[kind]["certificates"] for kind in ("confirmed", "revoked", "superseded")]


def test_certificates_are_confirmed_one_by_one_and_by_a_file_of_numbers(folder):
    (folder / "numbers.txt").write_text(f"\ufeff{B}\r\n\r\n{C}\r\n", "utf-8")
    assert counts(answer(folder, "confirm", A)) == [1, 0, 0]
    assert counts(answer(folder, "confirm", "--from", folder / "numbers.txt")) == [3, 0, 0]
    assert counts(answer(folder, "confirm", A)) == [3, 0, 0]


def test_nothing_to_confirm_is_wrong_usage(folder):
    assert ask(folder, "confirm").exit_code == 2


@pytest.mark.feature("f6")
def test_revoked_and_replaced_certificates_are_in_the_folder_for_verifiers(folder):
    assert counts(answer(folder, "revoke", A)) == [0, 1, 0]
    assert counts(answer(folder, "supersede", B, C)) == [0, 1, 1]
    told = answer(folder, "trust", "--out", folder / "out", "--renew")
    assert counts(told) == [0, 1, 1]
    assert (told["revoked"]["number"], told["folder"]) == (2, str(folder / "out"))
    assert (folder / "out" / "trust" / "standing" / "revoked.list").is_file()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("confirm", "BJ-WJ01-2026-000001-0"), "E_CERTIFICATE_NUMBER"),
        (("supersede", A, A), "E_REPLACES_ITSELF"),
        (("confirm", "--from", "no-such-file.txt"), "E_NOT_FOUND"),
    ],
)
def test_a_refusal_has_its_code(folder, words, code):
    done = ask(folder, *words)
    assert (done.exit_code, json.loads(done.stdout)["error"]["code"]) == (3, code)


def test_people_are_told_what_stands_on_the_lists_now(folder):
    words = ["hr", "confirm", A, "--home", str(folder / "hq"), "--passphrase-file", str(folder / "pass")]
    done = CliRunner().invoke(academy, [*words, "--language", "en"])
    assert done.stdout == "1 confirmed, 0 revoked, 0 replaced. Hand out the lists with `hr trust`.\n"


@pytest.mark.feature("a3")
def test_hr_signs_rules_of_learning_for_branches_and_the_log_knows_them(folder):
    words = ("study-rules", "--no-gating", "--branch", "bj-wj01", "--out", folder / "out")
    told = answer(folder, *words, "--by", "chen")
    assert (told["gating"], told["call_pause"], told["branches"]) == (False, True, ["BJ-WJ01"])
    assert told["file"] == str(folder / "out" / "study-BJ-WJ01.rules")
    with open_hq(folder / "hq", lambda _name, _new: PASS, "chen") as desk:
        (key,) = desk.hr_keys()
        (line,) = desk.log("study_rules")
    signed = read_study_rules((folder / "out" / "study-BJ-WJ01.rules").read_bytes(), {key_id(key): key})
    assert (signed.gating, signed.branches, line.who) == (False, ("BJ-WJ01",), "chen")
    done = ask(folder, "study-rules", "--branch", "no branch", "--out", folder / "out")
    assert done.exit_code == 3

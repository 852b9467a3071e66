"""From a branch's bundle to a regulator's desk: collected, proved, checked where nothing of the bank is installed."""

import json

import pytest
from click.testing import CliRunner

from desktop.commands.main import academy
from tests.demonstration import a_demonstration


def run(*words):
    done = CliRunner().invoke(academy, [*map(str, words), "--language", "en", "--json"])
    assert done.exit_code == 0, (done.stdout, done.stderr, done.exception)
    return json.loads(done.stdout)


@pytest.mark.feature("g8")
def test_hr_proves_to_a_regulator_who_was_valid_on_which_edition(tmp_path):
    home, phrase = a_demonstration(tmp_path / "home"), tmp_path / "pass"
    phrase.write_text("demonstration\n", "utf-8")
    keys = ("--home", home, "--passphrase-file", phrase, "--by", "chen")
    bundle = run("branch", "bundle", "--out", tmp_path / "stick", "--home", home)["file"]
    run("hr", "collect", bundle, *keys)
    made = run("hr", "audit", "--days", "2026-01-01", "2099-12-31", "--out", tmp_path / "audit", *keys)
    assert (made["certificates"], made["unproved"]) == (1, [])
    root = tmp_path / "1.json"
    root.write_bytes((home / "hq" / "roots" / "1.json").read_bytes())
    (path,) = (home / "certificates").glob("*.pdf")
    issued = run("certificate", "verify", path, "--trust", tmp_path / "audit")[0]["facts"]["issued"]
    told = run("audit", "verify", tmp_path / "audit", "--trust", root, "--on", issued, "--home", tmp_path / "nothing")
    assert told["sha256"] == made["sha256"]
    (held,) = told["certificates"]
    assert (held["number"], held["staff_id"], held["state"]) == (path.stem, "T1004", "valid")
    assert (held["edition"], len(told["editions"][0]["chapters"])) == ("DEMO-1", 6)

"""`academy branch checkpoint` and `join`: what one PC exports, another one lists; its own it refuses."""

import json

from tests.desktop.commands.branch import a_branch, call, told


def test_a_pc_exports_its_checkpoint_as_a_file_or_as_text_and_does_not_list_it_itself(tmp_path):
    home = a_branch(tmp_path / "home")
    made = told("branch", "checkpoint", "--out", tmp_path / "a", "--home", home)
    assert made["text"].startswith("BAK1:")
    again = told("branch", "checkpoint", "--text", "--out", tmp_path / "b", "--home", home)
    assert (again["anchor"], (tmp_path / "b").read_text()) == (made["anchor"], again["text"])
    done = call("branch", "join", "--session", "S0000000Q", tmp_path / "b", "--home", home, "--json")
    assert (done.exit_code, json.loads(done.stdout)["error"]["code"]) == (3, "E_NO_SESSION")


def test_a_home_that_is_no_branch_exports_none(tmp_path):
    done = call("branch", "checkpoint", "--out", tmp_path / "a", "--home", tmp_path / "none", "--json")
    assert (done.exit_code, json.loads(done.stdout)["error"]["code"]) == (3, "E_NOT_ENROLLED")

"""`academy hr staff merge` and `alike`, and where `--register` may point."""

import json

import pytest
from click.testing import CliRunner

from desktop.commands.main import academy

LIST = "工号,姓名,网点号,身份证号\r\nT1002,李明,BJ-WJ01,11010119900101001X\r\nT7001,李明,GZ-01,11010119900101001X\r\n"


@pytest.fixture
def ask(tmp_path):
    """What a command answers, and how it ends."""
    (tmp_path / "staff.csv").write_text(LIST, "utf-8")

    def answer(*words, code=0, register=tmp_path / "register.sqlite"):
        said = ["hr", "staff", *words, "--register", str(register), "--home", str(tmp_path), "--language", "en"]
        done = CliRunner().invoke(academy, [*said, "--json"])
        assert done.exit_code == code, (done.stdout, done.stderr, done.exception)
        return json.loads(done.stdout)

    return answer


@pytest.mark.feature("g5")
def test_records_that_look_alike_are_named_made_one_and_taken_apart_again(ask, tmp_path):
    ask("import", str(tmp_path / "staff.csv"))
    (group,) = ask("alike", code=1)["alike"]
    assert [one["staff_id"] for one in group] == ["T1002", "T7001"]
    told = ask("merge", "T1002", "T7001")
    assert (told["kept"], told["gone"], told["person"]["name"]) == ("T1002", "T7001", "李明")
    assert ask("alike")["alike"] == []
    assert ask("undo")["changes"] == 1
    assert len(ask("alike", code=1)["alike"]) == 1


def test_what_cannot_be_one_is_refused_in_a_sentence(ask, tmp_path):
    ask("import", str(tmp_path / "staff.csv"))
    refused = ask("merge", "T1002", "T9999", code=3)["error"]
    assert refused["code"] == "E_MERGE"
    assert "T9999 is not on the staff list." in refused["message"]


def test_a_server_that_does_not_answer_is_told_without_its_password(ask, tmp_path):
    address = f"postgresql://hr:secret@/academy?host={tmp_path}/nobody"
    refused = ask("alike", code=3, register=address)["error"]
    assert refused["code"] == "E_REGISTER_SERVER"
    assert "secret" not in json.dumps(refused)

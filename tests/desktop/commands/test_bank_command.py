"""`academy bank read`: shapes, exit codes, sentences."""

import json

import pytest
from click.testing import CliRunner

from desktop.commands.bank import command


def run(*words: object):
    return CliRunner().invoke(command, [str(word) for word in words])


@pytest.fixture
def file(tmp_path):
    def write(text, name="bank.gift"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write


def test_a_whole_file_is_done(file):
    done = run("read", file("Q{=a ~b}\n\nDescription"), "--json")
    document = json.loads(done.stdout)
    assert done.exit_code == 0
    assert [one["type"] for one in document["questions"]] == ["single", "description"]
    assert (document["n_rejected"], document["rejected"], document["warnings"]) == (0, [], [])


def test_rejected_questions_have_line_code_and_sentence(file):
    done = run("read", file("Q{=a ~b}\n\nBad {\n"), "--json", "--language", "en")
    document = json.loads(done.stdout)
    assert done.exit_code == 1
    assert (document["n_rejected"], len(document["questions"])) == (1, 1)
    (rejected,) = document["rejected"]
    assert list(rejected) == ["line", "row", "column", "code", "message"]
    assert (rejected["line"], rejected["row"], rejected["column"]) == (3, None, None)
    assert rejected["code"] == "E_GIFT_BRACE"
    assert rejected["message"].startswith("“}” is missing")


def test_a_warning_is_no_finding(file):
    done = run("read", file("Q{true}"), "--json")
    assert done.exit_code == 0
    assert [one["code"] for one in json.loads(done.stdout)["warnings"]] == ["W_GIFT_LOWER"]


def test_an_unsupported_type_is_rejected_by_name(file):
    done = run("read", file('<quiz><question type="coderunner"/></quiz>', "b.xml"), "--json", "--language", "en")
    (rejected,) = json.loads(done.stdout)["rejected"]
    assert rejected["code"] == "E_UNSUPPORTED"
    assert "coderunner" in rejected["message"]


def test_for_people_there_is_a_line_per_finding_and_a_count(file):
    done = run("read", file("Q{true}\n\nBad {\n\nGood{=a ~b}"), "--language", "en")
    first, second, last = done.stdout.splitlines()
    assert first.startswith("bank.gift:1: ")
    assert second.startswith("bank.gift:3: ")
    assert second.endswith("[E_GIFT_BRACE]")
    assert last == "2 questions read, 1 not."


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "E_BANK_EMPTY"), ("words", "E_BANK_FORMAT"), ("<quiz>", "E_BANK_XML"), ("<html/>", "E_BANK_FORMAT")],
)
def test_a_file_that_is_refused_is_one_error(file, text, code):
    done = run("read", file(text, "bank.txt"), "--json")
    assert done.exit_code == 3
    assert list(json.loads(done.stdout)) == ["error"]
    assert json.loads(done.stdout)["error"]["code"] == code


def test_a_file_that_is_not_there_is_refused(tmp_path):
    assert run("read", tmp_path / "none.gift", "--json").exit_code == 3


def test_a_format_can_be_named_in_any_spelling(file):
    done = run("read", file("words", "bank.txt"), "--format", "GIFT", "--json")
    assert json.loads(done.stdout)["questions"][0]["type"] == "description"


def test_an_unknown_format_is_wrong_usage(file):
    done = run("read", file("words"), "--format", "docbook")
    assert done.exit_code == 2
    assert "moodle-xml" in done.stderr

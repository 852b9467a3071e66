"""`academy bank grade`: JSON lines in, JSON lines out."""

import json
import zipfile

import pytest
from click.testing import CliRunner

from desktop.commands.main import academy
from tests.exams.interop.qti2.new_items import choices, declared, item

GOOD = {"question": {"type": "truefalse", "correct": True}, "response": True}


def run(tmp_path, text, *more):
    cases = tmp_path / "cases.jsonl"
    cases.write_text(text, encoding="utf-8")
    return CliRunner().invoke(academy, ["bank", "grade", str(cases), *more])


def test_each_case_gives_one_line(tmp_path):
    wrong = {**GOOD, "response": False}
    done = run(tmp_path, "\n".join(map(json.dumps, (GOOD, wrong))), "--json")
    assert done.exit_code == 0
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {"fraction": 1.0, "state": "right"},
        {"fraction": 0.0, "state": "wrong"},
    ]


@pytest.mark.parametrize(("language", "words"), [("en", "Line 2 "), ("zh", "第 2 行")])
def test_a_bad_line_is_told_by_its_number_and_the_others_are_graded(tmp_path, language, words):
    done = run(tmp_path, f"{json.dumps(GOOD)}\nnonsense\n{json.dumps(GOOD)}\n", "--json", "--language", language)
    assert done.exit_code == 1
    first, bad, last = map(json.loads, done.stdout.splitlines())
    assert first == last == {"fraction": 1.0, "state": "right"}
    assert (bad["line"], bad["error"]["code"]) == (2, "E_GRADE_CASE")
    assert words in bad["error"]["message"]


def test_bytes_that_are_no_text_are_a_bad_line(tmp_path):
    cases = tmp_path / "cases.jsonl"
    cases.write_bytes(b"\xff\xfe\x00\n" + json.dumps(GOOD).encode())
    done = CliRunner().invoke(academy, ["bank", "grade", str(cases), "--json"])
    assert [("error" in json.loads(line)) for line in done.stdout.splitlines()] == [True, False]


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path):
    assert CliRunner().invoke(academy, ["bank", "grade", str(tmp_path / "none")]).exit_code == 2


def test_what_bank_read_prints_of_a_package_is_what_is_graded(tmp_path):
    package = tmp_path / "items.zip"
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr("a.xml", item(declared("B"), choices("one", "two")))
    read = CliRunner().invoke(academy, ["bank", "read", str(package), "--json"])
    (question,) = json.loads(read.stdout)["questions"]
    case = json.dumps({"question": question, "response": {"RESPONSE": "B"}})
    assert json.loads(run(tmp_path, case, "--json").stdout) == {"fraction": 1.0, "state": "right"}

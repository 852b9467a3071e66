"""`academy bank analyse`: the document, the words, and refusals with their place."""

import json

import pytest
from click.testing import CliRunner

from desktop.commands.main import academy
from exams.analysis.analyse import analyse
from exams.analysis.table import read_marks

TABLE = "sitting,甲:2,乙,丙\nS1,1.5,1,1\nS2,,0,1\nS3,2,1,0\nS2,0.3333333,0,0\n"


@pytest.fixture
def run(tmp_path):
    def call(text, *words, encoding="utf-8"):
        path = tmp_path / "marks.csv"
        path.write_bytes(text.encode(encoding))
        return CliRunner().invoke(academy, ["bank", "analyse", str(path), *words])

    return call


def test_the_document_is_that_of_the_analysis_to_the_last_digit(run):
    done = run(TABLE, "--json", encoding="gb18030")
    document = json.loads(done.stdout)
    assert done.exit_code == 0
    assert document == analyse(read_marks(TABLE.encode()))
    assert list(document) == ["exam", "items"]
    assert list(document["items"]) == ["甲", "乙", "丙"]


def test_for_people_there_is_a_line_for_each_item_and_what_is_undefined_is_a_dash(run):
    done = run(TABLE, "--language", "en")
    lines = done.stdout.splitlines()
    assert lines[0] == "3 sittings, 3 items, 4 marks in all; blanks counted as 0: 0."
    assert "Rows replaced by a later one of the same sitting: 1." in lines
    (line,) = [line for line in lines if line.startswith("乙: ")]
    assert "facility 66.667 %" in line
    assert "D –" in line
    assert lines[-1].endswith("[W_FEW_SITTINGS]")


def test_an_item_to_look_at_is_told_with_its_sentence(run):
    rows = "\n".join(f"S{place},{place % 2},1" for place in range(30))
    done = run(f"sitting,a,b\n{rows}", "--language", "en")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1].startswith("b: Everybody got the same mark. ")
    assert done.stdout.endswith("[W_ITEM_CONSTANT]\n")


@pytest.mark.feature("c8")
def test_a_table_that_says_what_was_chosen_is_told_in_words_too(run):
    done = run("sitting,a,a:answer\nS1,1,B\nS2,0,C\n", "--language", "en")
    assert (done.exit_code, done.stdout.splitlines()[5][:16]) == (0, "a: facility 50 %")


@pytest.mark.feature("c9")
def test_what_hr_pooled_is_told_by_item(run):
    figures = {"p": 0.5, "d": 0.3, "discrimination_index": 12.5, "discriminative_efficiency": None, "point_biserial": 0}
    one = {"item": "a", "sittings": 40, "flags": ["W_ITEM_WEAK"], **figures}
    done = run(json.dumps({"items": [one]}), "--language", "en")
    lines = done.stdout.splitlines()
    assert lines[0] == "1 items of at most 40 sittings."
    assert lines[2] == "a: 40 sittings, P 0.5, D 0.3, discrimination 12.5 %"
    assert lines[-1].endswith("[W_ITEM_WEAK]")


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (TABLE + "S4,2.5,1,1", "E_MARKS_CELL", ["Row 6, column 2 (甲)", "2.5", "the highest, 2."]),
        (TABLE + "S4,1,x,1", "E_MARKS_CELL", ["Row 6, column 3 (乙)", "“x” is no mark"]),
        (TABLE + "S4,1", "E_MARKS_TABLE", ["Row 6 has 2 cells; the heading has 4."]),
        ("sitting,a,a\n1,1,1", "E_MARKS_HEADING", ["“a” in column 3"]),
        ("", "E_MARKS_EMPTY", ["no sitting or no item"]),
    ],
)
def test_a_bad_table_is_refused_with_the_place(run, text, code, words):
    done = run(text, "--json", "--language", "en")
    error = json.loads(done.stdout)["error"]
    assert (done.exit_code, error["code"]) == (3, code)
    assert [word for word in words if word not in error["message"]] == []


def test_a_file_that_is_not_there_is_refused(tmp_path):
    done = CliRunner().invoke(academy, ["bank", "analyse", str(tmp_path / "none.csv"), "--json"])
    assert (done.exit_code, json.loads(done.stdout)["error"]["code"]) == (3, "E_UNREADABLE")

"""`academy course check` and `build`: shapes, exit codes, nothing written from faulty sources."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from desktop.commands.course import command
from tests.exams.content.sources import SourceTree, a_course
from tests.exams.content.spoils import SINGLE
from tests.exams.scenarios.sample import a_course_with_a_call


@pytest.fixture
def tree(tmp_path) -> SourceTree:
    return a_course(tmp_path / "assets")


def run(*words: object):
    return CliRunner().invoke(command, [str(word) for word in words])


def test_check_counts_and_finds_nothing(tree):
    done = run("check", "--source", tree.folder, "--json")
    document = json.loads(done.stdout)
    assert done.exit_code == 0
    assert list(document) == [
        "chapters", "sections", "objectives", "minutes", "items", "practice_items", "red_line_items", "scenarios",
        "by_chapter", "by_level", "by_type", "by_form", "facts_cited", "facts_unknown", "faults",
    ]  # fmt: skip
    assert (document["items"], document["practice_items"], document["by_chapter"]) == (6, 6, {"1": 6})
    assert document["faults"] == []


def test_check_names_every_fault_with_file_and_line(tree):
    line = tree.replace(SINGLE, 'key = "B"', 'key = "E"')
    other = tree.replace(SINGLE, 'D = "option D"', 'D = "Option A"')
    done = run("check", "--source", tree.folder, "--json", "--language", "en")
    faults = json.loads(done.stdout)["faults"]
    assert done.exit_code == 1
    assert [(one["file"], one["line"], one["code"]) for one in faults] == [
        (SINGLE, line, "E_KEY_LETTER"),
        (SINGLE, other, "E_OPTIONS_EQUAL"),
    ]
    assert faults[0]["message"] == "The key names option “E”, which is not there. There are: A, B, C, D."


def test_check_for_people_gives_a_line_per_fault(tree):
    line = tree.replace(SINGLE, 'key = "B"', 'key = "E"')
    done = run("check", "--source", tree.folder, "--language", "en")
    assert f"{SINGLE}:{line}: The key names option" in done.stdout
    assert "1 fault." in done.stdout


@pytest.mark.parametrize(
    ("language", "told"), [("en", "6 practice questions; simulated calls: 1."), ("zh", "情景演练 1 通。")]
)
def test_check_for_people_tells_the_number_of_calls(tmp_path, language, told):
    tree = a_course_with_a_call(tmp_path / "assets")
    assert told in run("check", "--source", tree.folder, "--language", language).stdout


def test_build_writes_the_database_and_the_parts(tree, tmp_path):
    out = tmp_path / "content.sqlite"
    done = run("build", "--source", tree.folder, "--out", out, "--parts", tmp_path / "parts", "--json")
    document = json.loads(done.stdout)
    assert done.exit_code == 0
    assert document["bytes"] == out.stat().st_size
    assert set(document["parts"]) == {"course.json", "items.json", "keys.json"}
    assert (tmp_path / "parts" / "items.json").exists()


def test_build_refuses_faulty_sources_and_writes_nothing(tree, tmp_path):
    tree.replace(SINGLE, 'key = "B"', 'key = "E"')
    out = tmp_path / "content.sqlite"
    done = run("build", "--source", tree.folder, "--out", out, "--json")
    document = json.loads(done.stdout)
    assert done.exit_code == 3
    assert document["error"]["code"] == "E_SOURCES_FAULTY"
    assert document["faults"][0]["code"] == "E_KEY_LETTER"
    assert not Path(out).exists()


def test_a_source_folder_that_is_not_there_is_wrong_usage(tmp_path):
    assert run("check", "--source", tmp_path / "no").exit_code == 2
    assert run("build", "--source", tmp_path).exit_code == 2


def test_an_empty_source_folder_is_faults_and_no_traceback(tmp_path):
    done = run("check", "--source", tmp_path, "--json")
    assert done.exit_code == 1
    assert {one["code"] for one in json.loads(done.stdout)["faults"]} == {"E_FILE_MISSING"}

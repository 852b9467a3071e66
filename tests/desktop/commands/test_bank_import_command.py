"""`academy bank import`, `undo`, `export`: what is taken in, told, taken back and written."""

import json
import sqlite3

import pytest
from click.testing import CliRunner

from desktop.commands.bank import command
from desktop.words import use_language
from tests.exams.interop.sheets.books import GOOD, HEAD, book
from tests.translations import compiled


def run(*words: object):
    return CliRunner().invoke(command, [str(word) for word in words])


def dump(path):
    connection = sqlite3.connect(path)
    try:
        return "\n".join(connection.iterdump())
    finally:
        connection.close()


@pytest.fixture
def bank(tmp_path):
    return tmp_path / "bank.sqlite"


def planted():
    """600 rows, 40 of them spoilt in eight ways."""
    spoilt = [(1, None), (6, "E"), (6, "AB"), (6, None), (0, "看图题"), (2, None), (6, "？"), (3, None)]
    rows = []
    for number in range(600):
        row = [GOOD[0], f"第{number}题？", *GOOD[2:]]
        if number % 15 == 7:
            place, value = spoilt[number // 15 % 8]
            row[place] = value
            if place == 2:
                row[2:6] = ["甲", None, None, None]
            if place == 3:
                row[6] = "B"
        rows.append(row)
    return [["员工培训题库"], HEAD, *rows]


@pytest.fixture
def workbook(tmp_path):
    file = tmp_path / "题库.xlsx"
    file.write_bytes(book(单选题=planted()))
    return file


def test_forty_planted_errors_are_all_named_and_a_dry_run_writes_nothing(workbook, bank):
    done = run("import", workbook, "--bank", bank, "--dry-run", "--json")
    (file,) = json.loads(done.stdout)["files"]
    assert (done.exit_code, file["imported"], file["format"]) == (1, 560, "xlsx")
    assert [one["row"] for one in file["rejected"]] == [3 + number for number in range(600) if number % 15 == 7]
    assert all(one["column"] and one["code"].startswith("E_") and one["message"] for one in file["rejected"])
    assert {one["sheet"] for one in file["rejected"]} == {"单选题"}
    assert not bank.exists()


def test_every_finding_is_told_in_chinese(workbook, bank):
    from desktop.words.errors import sentence

    done = run("import", workbook, "--bank", bank, "--dry-run", "--json")
    use_language("zh", compiled() / "zh")
    codes = {one["code"] for one in json.loads(done.stdout)["files"][0]["rejected"]}
    told = [sentence(code).what for code in codes]
    use_language("en")
    assert len(codes) >= 6
    assert all("\u4e00" <= sentence_[0] <= "\u9fff" or sentence_[0] == "“" for sentence_ in told)


def test_for_people_each_finding_has_file_sheet_row_and_column(workbook, bank):
    done = run("import", workbook, "--bank", bank, "--language", "en")
    lines = done.stdout.splitlines()
    assert lines[0].startswith("题库.xlsx:单选题:10:B: ")
    assert lines[0].endswith("[E_SHEET_STEM]")
    assert lines[-1] == "Import 1: 560 questions taken in, 40 not."


def test_one_call_is_one_import_and_undo_takes_all_of_it_back(workbook, bank, tmp_path):
    csv = tmp_path / "b.csv"
    csv.write_text("题干,选项A,选项B,答案\n哪个？,甲,乙,B\n", "utf-8")
    assert run("import", csv, "--bank", bank).exit_code == 0
    before = dump(bank)
    assert json.loads(run("import", workbook, csv, "--bank", bank, "--json").stdout)["import"] == 2
    gone = json.loads(run("undo", "--bank", bank, "--json").stdout)
    assert gone == {"import": 2, "files": ["题库.xlsx", "b.csv"], "removed": 561}
    assert dump(bank) == before


def test_a_file_that_is_refused_keeps_the_others_out(workbook, bank, tmp_path):
    bad = tmp_path / "bad.xml"
    bad.write_text("<quiz>", "utf-8")
    done = run("import", workbook, bad, "--bank", bank, "--json")
    assert (done.exit_code, json.loads(done.stdout)["error"]["code"]) == (3, "E_BANK_XML")
    assert not bank.exists()


@pytest.mark.parametrize("kind", ["csv", "xlsx", "gift", "moodle-xml"])
def test_what_is_exported_can_be_taken_in_again(workbook, bank, tmp_path, kind):
    run("import", workbook, "--bank", bank)
    out = tmp_path / f"out.{kind.rpartition('-')[2]}"
    done = run("export", "--bank", bank, "--format", kind, out, "--json")
    assert (done.exit_code, json.loads(done.stdout)["exported"]) == (0, 560)
    again = json.loads(run("import", out, "--bank", tmp_path / "again.sqlite", "--json").stdout)
    assert (again["files"][0]["imported"], again["files"][0]["rejected"]) == (560, [])


def test_an_export_into_a_folder_that_is_not_there_is_refused(workbook, bank, tmp_path):
    run("import", workbook, "--bank", bank)
    done = run("export", "--bank", bank, "--format", "csv", tmp_path / "none" / "out.csv", "--json")
    assert (done.exit_code, json.loads(done.stdout)["error"]["code"]) == (3, "E_BANK_WRITE")


@pytest.mark.parametrize("words", [("undo",), ("export", "--format", "csv", "out.csv")])
def test_without_a_bank_there_is_nothing_to_do(bank, words):
    done = run(*words, "--bank", bank, "--json")
    assert (done.exit_code, json.loads(done.stdout)["error"]["code"]) == (3, "E_BANK_MISSING")

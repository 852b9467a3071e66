"""Questions from Excel and Word: tried first, faults by row and cell, taken in, taken back."""

import json

import pytest
from click.testing import CliRunner
from docx import Document
from openpyxl import Workbook

from desktop.commands.bank import command


def run(*words: object):
    done = CliRunner().invoke(command, [*(str(word) for word in words), "--json", "--language", "en"])
    return done.exit_code, json.loads(done.stdout)


@pytest.fixture
def files(tmp_path):
    book = Workbook()
    for row in [
        ["题型", "题干", "选项A", "选项B", "答案", "分值"],
        ["单选题", "甲的原则？", "一", "二", "A", "1"],
        ["单选题", "乙的原则？", "一", "二", "Z", "1"],
        ["判断题", "丙是对的。", "", "", "对", "many"],
    ]:
        book.active.append(row)
    book.save(tmp_path / "bank.xlsx")
    paper = Document()
    for line in ["1. 丁的原则是哪一项？", "A. 一", "B. 二", "答案：B"]:
        paper.add_paragraph(line)
    paper.save(tmp_path / "paper.docx")
    return tmp_path / "bank.xlsx", tmp_path / "paper.docx"


@pytest.mark.feature("c3")
def test_office_files_are_tried_told_by_row_and_cell_taken_in_and_taken_back(files, tmp_path):
    bank = tmp_path / "bank.sqlite"
    code, tried = run("import", *files, "--bank", bank, "--dry-run")
    assert (code, bank.exists()) == (1, False)
    assert [(one["imported"], len(one["rejected"])) for one in tried["files"]] == [(1, 2), (1, 0)]
    assert [(one["row"], one["column"]) for one in tried["files"][0]["rejected"]] == [(3, "E"), (4, "F")]
    code, taken = run("import", *files, "--bank", bank)
    assert [one["imported"] for one in taken["files"]] == [1, 1]
    assert run("export", "--bank", bank, "--format", "csv", tmp_path / "out.csv")[1]["exported"] == 2
    assert run("undo", "--bank", bank)[1]["removed"] == 2
    assert run("export", "--bank", bank, "--format", "csv", tmp_path / "out.csv")[1]["exported"] == 0

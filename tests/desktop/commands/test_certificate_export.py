"""`academy certificate export`: the ending of the file says what is wanted."""

import json
from zipfile import ZipFile

import openpyxl
import pypdfium2
import pytest
from click.testing import CliRunner

from certificates import Certificate, Status
from desktop.commands.certificate import command
from desktop.commands.certificate_export import write_index
from desktop.words import use_language
from tests.certificates.examples import some_facts
from tests.demonstration import a_demonstration


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return a_demonstration(tmp_path_factory.mktemp("demonstration") / "home")


def export(home, out, *options):
    return CliRunner().invoke(command, ["export", "--out", str(out), "--home", str(home), "--language", "en", *options])


@pytest.mark.feature("f9")
def test_files_print_run_and_index_of_a_branch(home, tmp_path):
    for name in ("all.zip", "run.PDF", "index.xlsx"):
        done = export(home, tmp_path / name, "--json", "--branch", "demo-01")
        assert (done.exit_code, json.loads(done.stdout)["certificates"]) == (0, 1), done.output
    (name,) = ZipFile(tmp_path / "all.zip").namelist()
    assert len(pypdfium2.PdfDocument(tmp_path / "run.PDF")) == 1
    sheet = openpyxl.load_workbook(tmp_path / "index.xlsx").active
    assert sheet["K2"].value == name


def test_another_ending_is_wrong_usage(tmp_path):
    assert export(tmp_path, tmp_path / "all.rar").exit_code == 2
    assert list(tmp_path.iterdir()) == []


class Desk:
    def __init__(self, *facts):
        self.issued = tuple(Certificate(one.number, "ab" * 32, one.issued, one.valid_until, one) for one in facts)

    def all(self):
        return self.issued

    def standings(self, issued):
        return tuple((Status.SUPERSEDED, "BJ-2") for _ in issued)


@pytest.mark.feature("f9")
def test_the_index_opens_with_chinese_names_and_no_cell_is_a_formula(tmp_path):
    use_language("en")
    facts = [some_facts(), some_facts(number="BJ-3", staff_id="A0000001", name='=HYPERLINK("x","y")')]
    assert write_index(Desk(*facts), tmp_path / "index.xlsx", "") == 2
    sheet = openpyxl.load_workbook(tmp_path / "index.xlsx").active
    rows = [[cell.value for cell in row] for row in sheet]
    assert rows[0][:4] == ["Branch", "Staff ID", "Name", "Certificate number"]
    assert [row[2] for row in rows[1:]] == ['=HYPERLINK("x","y")', "欧阳㛃䶮"]
    assert rows[2][8:11] == ["replaced", "BJ-2", "A0000005_欧阳㛃䶮.pdf"]
    assert {cell.data_type for row in sheet for cell in row} == {"s"}
    assert {cell.number_format for row in sheet.iter_rows(min_row=2) for cell in row} == {"@"}

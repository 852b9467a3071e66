"""The matrix as days go by, and tables that leave the house (g1, g6, security 7.5 and G07)."""

import json
import subprocess
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from exams.desk.hr_export import write_table
from exams.register.export_rows import COLUMNS, statements
from exams.register.matrix import Cell, Standing
from exams.register.outcome import CertificateRow
from exams.register.validity import State, last_valid_day
from exams.store.register_dialect import RegisterDb
from exams.store.register_holdings import count_anew
from exams.store.register_matrix import ending, matrix, standings_in, standings_of
from exams.store.register_rows import certificate_of, mark_revoked, save_certificates
from tests.benchmarks.registering import fill

BAD = ('=HYPERLINK("http://x",1)', "+1", "＝1", "-1", "@x", "名\u202e字", "\t=1", "'=1")


@pytest.fixture
def db(tmp_path, server):
    opened = RegisterDb(tmp_path / "register.sqlite", server=server)
    yield opened
    opened.close()


def hold(db, staff_id, outcome="none", course="TELE", branch="BJ-WJ01", **told):
    told = {"until": "", "due": "", "assigned": 0, "revoked": 0, "active": 1, "name": f"姓名{staff_id}", **told}
    db.write("INSERT INTO staff VALUES (?, ?, '', ?, '', '', ?)", (staff_id, told["name"], branch, told["active"]))
    values = (staff_id, course, branch, told["active"], outcome, told["until"], told["due"], told["assigned"])
    db.write("INSERT INTO holdings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 80, '')", (*values, told["revoked"]))
    count_anew(db)


def test_a_certificate_counts_to_its_last_day_and_a_due_day_too(db):
    hold(db, "T1", "passed", until="2026-11-29")
    hold(db, "T2", due="2026-11-29", assigned=1)
    states = {day: [str(one.state) for one in standings_in(db, day)] for day in ("2026-11-29", "2026-11-30")}
    assert states == {"2026-11-29": ["valid", "due"], "2026-11-30": ["expired", "absent"]}
    for day, told in states.items():
        assert matrix(db, day).total == (Cell("", "TELE", dict.fromkeys(map(State, told), 1)),)


@pytest.mark.feature("g1")
def test_every_state_is_counted_in_its_cell_and_in_the_total(db):
    hold(db, "T1", "passed", until="2027-01-01")
    hold(db, "T2", "passed", until="2026-01-01")
    hold(db, "T3", "failed")
    hold(db, "T4", "review")
    hold(db, "T5", "passed", until="2027-01-01", revoked=1)
    hold(db, "T6", assigned=1)
    hold(db, "T7", assigned=1, due="2026-01-01")
    hold(db, "T8", "passed", until="2027-01-01", active=0)
    hold(db, "T9", "failed", branch="SH-PD02")
    told = matrix(db, "2026-11-29")
    here = told.cells["BJ-WJ01", "TELE"]
    assert here.counts == dict.fromkeys(set(State) - {State.NONE}, 1)
    assert (here.people, here.valid, here.pass_percent, here.valid_percent) == (7, 1, 75, 14)
    assert (told.total[0].people, told.total[0].counts[State.FAILED]) == (8, 2)


def test_pages_of_branches_hold_every_branch_once(db):
    fill(db, 1_000)
    pages = [matrix(db, "2026-11-29", 3, offset) for offset in range(0, 9, 3)]
    assert [row for page in pages for row in page.rows] == [f"BR-{one:05d}" for one in range(6)]
    counted = sum(cell.people for page in pages for cell in page.cells.values())
    assert (pages[0].branches, counted) == (6, sum(cell.people for cell in pages[0].total))


def test_a_revoked_certificate_counts_no_more(db):
    row = CertificateRow("N-1", "s1", "T1", "BJ-WJ01", "TELE", 90, "2026-01-01", "2027-12-31")
    with db.together():
        save_certificates(db, [row])
    assert mark_revoked(db, {"N-1", "N-2"}.__contains__) == 1
    assert mark_revoked(db, {"N-1"}.__contains__) == 0
    assert certificate_of(db, "N-1") == replace(row, revoked=True)
    assert [one.state for one in standings_of(db, "2026-11-29", "T1")] == [State.REVOKED]


def test_who_ends_soon_is_told_with_who_has_none(db):
    hold(db, "T1", "passed", until="2026-12-15")
    hold(db, "T2", "passed", until="2027-12-15")
    hold(db, "T3", assigned=1)
    hold(db, "T4", "passed", until="2026-01-01")
    assert [one.staff_id for one in ending(db, "2026-11-29", "2026-12-31")] == ["T1", "T3", "T4"]


@pytest.mark.parametrize(
    ("issued", "until"), [("2026-11-29", "2028-11-28"), ("2028-02-29", "2030-02-28"), ("2026-03-01", "2028-02-29")]
)
def test_the_last_valid_day_is_the_one_before_the_same_day_two_years_later(issued, until):
    assert last_valid_day(issued) == until


def bad_people(db):
    for number, name in enumerate(BAD):
        hold(db, f"T{number}", assigned=1, name=name)


def exported(db, tmp_path, kind):
    out = tmp_path / f"out.{kind}"
    assert write_table(db, kind, out, "2026-11-29") == len(BAD)
    return out


def clean(name):
    return name.replace("\u202e", "")


@pytest.mark.feature("g6")
def test_no_cell_of_a_workbook_is_a_formula_and_every_one_is_a_text(db, tmp_path):
    bad_people(db)
    sheet = load_workbook(BytesIO(exported(db, tmp_path, "xlsx").read_bytes())).active
    assert tuple(cell.value for cell in sheet[1]) == COLUMNS
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {(cell.data_type, cell.number_format) for cell in cells} == {("s", "@")}
    names = [sheet.cell(row, 2).value for row in range(2, 2 + len(BAD))]
    assert [name if name == clean(told) else name.removeprefix("'") for name, told in zip(names, BAD, strict=True)] == [
        clean(told) for told in BAD
    ]


@pytest.mark.feature("g6")
@pytest.mark.tool("soffice")
@pytest.mark.parametrize("server", ["sqlite"], indirect=True)
def test_libreoffice_reads_the_same_cells(db, tmp_path):
    bad_people(db)
    workbook = exported(db, tmp_path, "xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path}/office"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1",
        "--outdir",
    ]
    subprocess.run([*command, str(tmp_path / "read"), str(workbook)], check=True, capture_output=True, timeout=180)
    text = (tmp_path / "read" / "out.csv").read_text("utf-8")
    assert "姓名" not in text
    assert '=HYPERLINK(""http://x"",1)' in text


@pytest.mark.feature("g6")
def test_a_statement_has_the_same_id_on_every_export_and_another_for_another_result():
    one = Standing("T1", "王小雨", "BJ-WJ01", "", "TELE", State.VALID, 90, "N-1", "2027-12-31")
    first, again, other, none = (
        [json.loads(line) for line in statements([told], day)]
        for told, day in (
            (one, "2026-11-29"),
            (one, "2026-12-01"),
            (replace(one, percent=91), "2026-11-29"),
            (replace(one, state=State.DUE), "2026-11-29"),
        )
    )
    assert first[0]["id"] == again[0]["id"] != other[0]["id"]
    assert none == []
    assert first[0]["result"]["score"] == {"scaled": 0.9, "raw": 90, "min": 0, "max": 100}

"""`academy hr`: from a branch's files to a matrix, a table for Excel and receipts, all from a terminal."""

import csv
import json

import pytest
from click.testing import CliRunner

from desktop.commands.main import academy
from exams.bundles.ack import read_ack
from exams.desk.bundling import open_bundling
from exams.trust.root import RoleName, first_root
from tests.exams.desk.conftest import founded, hq
from tests.exams.desk.enrolling import enrolled
from tests.exams.desk.head_office import PASS, SESSION

__all__ = ["founded", "hq"]
LIST = "工号,姓名,网点号\r\nT1001,王小雨,BJ-WJ01\r\nT1002,=HYPERLINK(1),BJ-WJ01\r\n"


class House:
    """Headquarters' home, a stick, and what the commands say."""

    def __init__(self, hq):
        self.hq, self.home, self.stick = hq, hq.home, hq.stick
        (hq.folder / "pass").write_text(f"{PASS}\n", "utf-8")

    def ask(self, *words, keys=False):
        said = ["hr", *map(str, words), "--home", str(self.home), "--language", "en", "--json"]
        said += ["--passphrase-file", str(self.hq.folder / "pass"), "--by", "chen"] if keys else []
        return CliRunner().invoke(academy, said)

    def answer(self, *words, keys=False, code=0):
        done = self.ask(*words, keys=keys)
        assert done.exit_code == code, (done.stdout, done.stderr, done.exception)
        return json.loads(done.stdout)


@pytest.fixture
def house(hq):
    return House(hq)


@pytest.fixture
def handed_in(house):
    """A folder with the bundle of an enrolled PC, and the PC's record."""
    home, record = enrolled(house.hq)
    out = house.hq.folder / "in"
    with open_bundling(home, house.hq.clock) as pc:
        pc.write(out)
    return out, record


@pytest.mark.feature("g2", "g4")
def test_files_are_collected_and_a_receipt_goes_back_to_the_branch(house, handed_in):
    folder, record = handed_in
    (folder / "rubbish.bundle").write_bytes(b"rubbish")
    told = house.answer("collect", folder, "--pack", house.stick / "1.pack", keys=True, code=1)
    assert sorted((one["file"], one["status"], one["code"]) for one in told["files"]) == [
        ("D00000001-1-2.bundle".replace("D00000001", record.serial), "accepted", ""),
        ("rubbish.bundle", "refused", "E_FORMAT"),
    ]
    (finding,) = next(one["findings"] for one in told["files"] if one["code"])
    assert finding["message"].startswith("This file is no bundle of a branch")
    (folder / "rubbish.bundle").unlink()
    assert house.answer("collect", folder, keys=True)["duplicate"] == 1
    out = house.hq.folder / "back"
    (name,) = house.answer("receipts", "--out", out, keys=True)["receipts"]
    root = first_root(house.hq.roots()[0].read_bytes())
    ack = read_ack((out / name).read_bytes(), *root.keys_of(RoleName.HR))
    assert (name, ack.serial, ack.size) == (f"BJ-WJ01/{record.serial}-2.receipt", record.serial, 2)


@pytest.mark.feature("g4")
def test_a_session_whose_code_was_given_out_and_that_sent_nothing_is_named(house, handed_in):
    house.answer("collect", handed_in[0], keys=True)
    assert house.answer("sessions", "--all", keys=True)["missing"] == 0
    from exams.packs.slots import SlotPurpose

    house.hq.release(SlotPurpose.ITEMS)
    told = house.answer("sessions", keys=True, code=1)
    assert [(one["session"], one["branch"], one["received"], one["missing"]) for one in told["sessions"]] == [
        (SESSION, "BJ-WJ01", 0, True)
    ]


@pytest.mark.feature("g5")
def test_a_staff_list_is_looked_at_taken_in_and_taken_back(house):
    file = house.hq.folder / "staff.csv"
    file.write_text(LIST, "utf-8")
    preview = house.answer("staff", "import", file, "--dry-run")
    assert ([one["staff_id"] for one in preview["joined"]], preview["import"]) == (["T1001", "T1002"], None)
    assert house.answer("staff", "import", file)["import"] == 1
    assert [one["name"] for one in house.answer("staff", "find", "T1001")["people"]] == ["王小雨"]
    assert house.answer("staff", "undo")["changes"] == 2
    assert house.answer("staff", "find", "T1001")["people"] == []
    file.write_text(LIST + "x,y\r\n", "utf-8")
    assert [one["code"] for one in house.answer("staff", "import", file, code=1)["rejected"]] == ["E_STAFF_ID"]


@pytest.mark.feature("g1", "g6")
def test_who_is_due_stands_in_the_report_the_matrix_and_the_table_for_excel(house):
    file, out = house.hq.folder / "staff.csv", house.hq.folder / "out.csv"
    file.write_text(LIST, "utf-8")
    house.answer("staff", "import", file)
    house.answer("assign", "add", "TELE", "--branch", "BJ-WJ01", "--due", "2999-12-31")
    report = house.answer("report")
    assert [(one["staff_id"], one["state"]) for one in report["people"]] == [("T1001", "due"), ("T1002", "due")]
    assert report["branches"] == [{"branch": "BJ-WJ01", "expected": 2, "received": 0}]
    (cell,) = house.answer("matrix")["cells"]
    assert (cell["branch"], cell["course"], cell["states"], cell["pass_percent"]) == (
        "BJ-WJ01",
        "TELE",
        {"due": 2},
        None,
    )
    assert house.answer("export", "--format", "csv", "--out", out)["rows"] == 2
    raw = out.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    assert (rows[0][:6], rows[2][1]) == (["staff_id", "name", "branch", "team", "course", "state"], "'=HYPERLINK(1)")
    assert house.answer("person", "T1001")["standings"][0]["course"] == "TELE"


@pytest.mark.feature("g7")
def test_a_branch_gets_a_notice_to_print_that_names_who_is_due_and_runs_nothing(house):
    file, out = house.hq.folder / "staff.csv", house.hq.folder / "notices"
    file.write_text(LIST.replace("=HYPERLINK(1)", "<script>1</script>"), "utf-8")
    house.answer("staff", "import", file)
    house.answer("assign", "add", "TELE", "--branch", "BJ-WJ01", "--due", "2999-12-31")
    assert house.answer("reminders", "--out", out)["notices"] == ["BJ-WJ01.html"]
    page = (out / "BJ-WJ01.html").read_text("utf-8")
    assert "<td>T1001</td><td>王小雨</td><td></td><td>TELE</td><td>Due</td><td>2999-12-31</td>" in page
    assert "&lt;script&gt;1" in page
    assert "<script" not in page
    assert house.answer("reminders", "--out", out, "--branch", "SH-PD02")["people"] == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("report",), "E_REGISTER_MISSING"),
        (("staff", "undo"), "E_REGISTER_MISSING"),
        (("assign", "add", "TELE", "--person", "T1001"), "E_ASSIGNMENT"),
    ],
)
def test_a_refusal_has_its_code(house, words, code):
    assert house.answer(*words, code=3)["error"]["code"] == code

"""Attacks on a room: start codes taken elsewhere (☆ d2), and hostile rosters (group I of the security design)."""

import io
import json
import zipfile
from dataclasses import replace

import pytest
from openpyxl import Workbook

from exams.accounts.errors import StartCodeRefused
from exams.bundles.verify import verify_bundle
from exams.desk.roster_files import LIMITS, read_roster
from exams.errors import AcademyError
from exams.firewall.gate import in_child
from exams.interop.errors import BankHeadings, RosterRefused
from exams.interop.roster import roster_text
from exams.journal.line import Event
from exams.packs.manifest import Grading
from exams.sittings.sitting import State
from tests.exams.bundles.hr_room import HrRoom, handed_in
from tests.exams.desk.branch_pc import MINUTE, XIAOYU, ZHIYUAN
from tests.exams.desk.course import two_chapters
from tests.exams.desk.exam_room import HERE, PEOPLE, RULES, a_room_pc, checked_in, code_for, started
from tests.exams.desk.sealed_branch import make_stick

HEAD = ("staff id", "name", "seat")


@pytest.fixture(scope="module")
def stick(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rooms")
    return make_stick(folder / "stick", two_chapters(folder / "assets"), Grading.WITH_UNLOCK)


@pytest.fixture
def pc(stick, tmp_path):
    pc = a_room_pc(tmp_path / "home", stick)
    yield pc
    pc.close()


def why(pc, person, code):
    with pytest.raises(StartCodeRefused) as refusal:
        pc.begin_final(person, code)
    return refusal.value.facts["reason"]


@pytest.mark.feature("d2")
def test_d2_a_code_photographed_in_the_room_begins_nothing_for_somebody_else_or_on_another_pc(pc, stick, tmp_path):
    photographed = code_for(pc, "T1001")
    code_for(pc, "T1002")
    assert why(pc, ZHIYUAN, photographed) == "code"
    other = a_room_pc(tmp_path / "other", stick, serial="D00000002")
    code_for(other, "T1001")
    assert why(other, XIAOYU, photographed) == "code"
    other.close()


@pytest.mark.feature("d2")
def test_d2_a_code_kept_for_later_begins_nothing_even_with_the_clock_set_back(stick, tmp_path):
    pc = a_room_pc(tmp_path / "home", stick, rules=replace(RULES, entry_until_wt=0))
    tell_later = code_for(pc, "T1001")
    pc.clock.forward(20 * MINUTE)
    assert why(pc, XIAOYU, tell_later) == "code"
    pc.clock.set_wall(pc.clock.now().wt - 15 * MINUTE)
    assert why(pc, XIAOYU, tell_later) == "code"
    pc.close()


@pytest.mark.feature("d2")
def test_d2_nothing_on_the_disk_gives_a_code_to_who_has_not_the_devices_key(pc):
    code = code_for(pc, "T1001").encode()
    raw = b"".join(path.read_bytes() for path in pc.home.rglob("*") if path.is_file())
    assert code not in raw
    assert code.replace(b"-", b"") not in raw


@pytest.mark.feature("d2")
def test_d2_rules_taken_out_of_the_slot_file_after_the_opening_change_nothing(pc):
    for path in (pc.home / "packs").glob("slots-*.json"):
        path.write_bytes(path.read_bytes().replace(b"start_code", b"start_kode"))
    checked_in(pc)
    assert why(pc, XIAOYU, pc.room_code) == "absent"


def workbook(*rows, head=HEAD):
    book = Workbook()
    for row in (head, *rows):
        book.active.append(list(row))
    return book


def raw_of(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def reason(raw):
    with pytest.raises(RosterRefused) as refusal:
        roster_text(raw)
    return refusal.value.facts["reason"]


@pytest.fixture(scope="module")
def hostile():
    """Workbooks that nobody should open: a bomb, a far cell, too many rows, programs, a locked one."""
    plain = raw_of(workbook(("T1001", "王小雨", "A1")))
    made = {"encrypted": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096}
    sheet = "xl/worksheets/sheet1.xml"
    start = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    row = b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>T1</t></is></c></row>'
    parts = {
        "bomb": start + b" " * 150_000_000 + b"</sheetData></worksheet>",
        "sparse": start + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
        "rows": start + b"".join(row % (n, n) for n in range(1, 20_001)) + b"</sheetData></worksheet>",
    }
    for name, part in parts.items():
        made[name] = _with(plain, {sheet: part})
    made["macros"] = _with(plain, {"xl/vbaProject.bin": b"x"})
    return made


def _with(raw, parts):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            if name not in parts:
                made.writestr(name, source.read(name))
        for name, part in parts.items():
            made.writestr(name, part)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["bomb", "sparse", "rows", "macros", "encrypted"])
def test_i01_a_hostile_workbook_is_refused_and_the_asking_process_lives_on(hostile, kind):
    assert LIMITS.seconds <= 5
    with pytest.raises(AcademyError) as refusal:
        in_child("exams.interop.roster:roster_text", hostile[kind], LIMITS)
    assert refusal.value.code not in {"E_ACADEMY", "E_BUG"}


def test_i02_staff_ids_are_kept_as_they_are_written_or_refused(tmp_path):
    path = tmp_path / "roster.xlsx"
    workbook(("0012345", "王小雨", "A1"), (12345678, "李明", "")).save(path)
    people, _ = read_roster(path)
    assert [one.staff_id for one in people] == ["0012345", "12345678"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (7, "staff_id"),
        (1e5, None),
        (100000.5, "number"),
        (123456789012345678, "number"),
        ("'T1001", "staff_id"),
        ("Ｔ１００１", "staff_id"),
        ("1E5", "staff_id"),
        ("t1001", "staff_id"),
        (True, "number"),
        ("T10\u200b01", None),
    ],
)
def test_i02_what_cannot_be_a_staff_id_is_refused_and_never_made_one(written, told):
    raw = raw_of(workbook((written, "王小雨", "A1")))
    if told is not None:
        assert reason(raw) == told
    else:
        ((staff_id, _, _),) = json.loads(roster_text(raw))
        assert staff_id in {"100000", "T1001"}


def test_i02_a_number_that_the_sheet_shows_with_zeros_in_front_is_refused():
    book = workbook((12345, "王小雨", "A1"))
    book.active["A2"].number_format = "0000000"
    assert reason(raw_of(book)) == "number"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_i03_text_tables_are_read_in_every_usual_encoding(encoding):
    raw = "工号,姓名,座位\nT1001,王小雨,A1\nT1002,陈志远,\n".encode(encoding)
    assert json.loads(roster_text(raw)) == [["T1001", "王小雨", "A1"], ["T1002", "陈志远", ""]]


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"staff id,name\nT1001,A\0B\n", "encoding"),
        (b'staff id,name\nT1001,"Wang\nT1002,Li\n', "quote"),
        (b"staff id,name\n", "empty"),
        (b"staff id,name\nT1001,\n", "name"),
        (b"staff id,name\n" + b"T1001,A\n" * 3000, "many"),
        ("工號,姓名\nT1001,王小雨\n".encode("big5"), "encoding"),
    ],
)
def test_i03_what_cannot_be_read_is_refused_with_its_reason(raw, told):
    with pytest.raises((RosterRefused, BankHeadings)) as refusal:
        roster_text(raw)
    assert refusal.value.facts.get("reason", told) == told


def test_i03_a_line_without_an_end_is_refused():
    assert reason(b"staff id,name\nT1001," + b"x" * 8_000_000) == "quote"


@pytest.mark.parametrize("second", ["T1001", "T1001 ", "T10\u200b01", "t1001", "Ｔ1001"])
def test_i04_the_same_person_twice_is_refused_however_it_is_written(second):
    raw = f"staff id,name\nT1001,王小雨\n{second},王小雨\n".encode()
    assert reason(raw) in {"twice", "staff_id"}


@pytest.mark.feature("d3")
def test_i05_whom_the_branch_has_added_is_marked_and_hr_is_told(pc, stick, tmp_path):
    path = tmp_path / "local.csv"
    path.write_text("staff id,name\nT1002,Chen\nT9001,Somebody\n")
    desk = pc.room.check_in
    assert desk.take_roster(HERE.session, path) == 1
    desk.door_pin(HERE.session, "T9001", "739214")
    guest = pc.office.sign_in("T9001", "739214").person
    sitting = started(pc, guest)
    assert started(pc, XIAOYU).state is State.OPEN
    pc.room.force(sitting.id, "end of the test")
    (line,) = [one for one in desk.roster(HERE.session) if one.local]
    assert line.staff_id == "T9001"
    assert [r.facts()["local"] for r in pc.records() if r.line.type == Event.CHECK_IN] == [True, False]
    room = HrRoom(stick, pc.content, Grading.WITH_UNLOCK)
    known = room.trust().sessions[HERE.session]
    told = replace(known, rules=RULES, roster=frozenset(who.staff_id for who in PEOPLE))
    verdict = verify_bundle(room.seal(handed_in(pc)), room.trust(sessions={HERE.session: told}))
    found = [(one.code, one.sitting) for one in verdict.findings if one.code == "W_NOT_ON_ROSTER"]
    assert found == [("W_NOT_ON_ROSTER", sitting.id)]

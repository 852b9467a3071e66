"""Staff lists (g5, security 10 I): what would change, what is wrong, and everything as before after undo."""

import csv
import io

import pytest
from openpyxl import Workbook

from exams.desk.hr_assigning import WantedAssignment
from exams.desk.hr_people import read_staff_file
from exams.desk.hr_register import open_register
from exams.register.errors import BadAssignment, StaffHeadings, StaffListSpoilt
from exams.register.people import Change, ChangeKind, StaffRow, plan_import
from exams.register.people_file import people_csv, people_xlsx
from exams.store.register_errors import NothingToUndo
from exams.store.register_holdings import count_anew
from exams.timing.story_clock import StoryClock

HEAD = ("工号", "姓名", "网点号", "班组", "身份证号")
WANG = StaffRow("T1001", "王小雨", "", "BJ-WJ01", "一组", "0011")
LI = StaffRow("T1002", "李明", "", "BJ-WJ01", "二组")
ZHAO = StaffRow("T2001", "赵强", "", "SH-PD02")
NOON = 1_795_492_800_000


def table(*rows, head=HEAD, encoding="utf-8-sig"):
    out = io.StringIO()
    csv.writer(out).writerows([head, *rows])
    return out.getvalue().encode(encoding)


def workbook(*rows):
    book, file = Workbook(), io.BytesIO()
    for row in (("员工名单",), HEAD, *rows):
        book.active.append(row)
    book.save(file)
    return file.getvalue()


ROW = ("T1001", "王小雨", "BJ-WJ01", "一组", "110101199001010011")
TOLD = {"rows": [["T1001", "王小雨", "", "BJ-WJ01", "一组", "0011"]], "found": []}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_table_is_read_in_any_usual_encoding_and_of_an_id_number_four_signs_stay(encoding):
    assert people_csv(table(ROW, encoding=encoding)) == TOLD


def test_a_workbook_is_read_below_its_title():
    assert people_xlsx(workbook(ROW)) == TOLD


def test_a_list_without_headings_is_refused():
    with pytest.raises(StaffHeadings):
        people_csv(table(ROW, head=("a", "b", "c")))


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("1E5", "王小雨"), "E_STAFF_ID"),
        (("Ｔ１００１", "王小雨"), "E_STAFF_ID"),
        (("T1001", "王\u202e小雨x"), ""),
        (("T1001", ""), "E_NAME"),
        (("T1001", "王小雨", "bj wj"), "E_STAFF_BRANCH"),
    ],
)
def test_what_a_cell_says_is_kept_or_refused_never_guessed(row, code):
    told = people_csv(table(row))
    assert [found[1] for found in told["found"]] == ([code] if code else [])
    assert len(told["rows"]) == (0 if code else 1)


def test_a_staff_id_twice_is_refused_where_it_comes_again():
    told = people_csv(table(ROW, ("T1001", "王小宇", "BJ-WJ01")))
    assert (told["found"], len(told["rows"])) == ([[3, "E_STAFF_TWICE", "T1001"]], 1)


def known(*people):
    return {one.staff_id: one for one in people}


def changed(staff_id, **changes):
    from dataclasses import replace

    return replace({"T1001": WANG, "T1002": LI, "T2001": ZHAO}[staff_id], **changes)


def test_joiners_leavers_transfers_and_corrections_are_told_apart():
    listed = [changed("T1001", branch="SH-PD02", team=""), StaffRow("T9001", "新人", "", "BJ-WJ01")]
    plan = plan_import(known(WANG, LI, ZHAO), listed, part=False)
    assert {(one.after.staff_id, one.kind) for one in plan.changes} == {
        ("T1001", ChangeKind.MOVED),
        ("T1002", ChangeKind.LEFT),
        ("T2001", ChangeKind.LEFT),
        ("T9001", ChangeKind.JOINED),
    }
    corrected = plan_import(known(WANG), [changed("T1001", name="王晓雨")], part=False)
    assert corrected.changes == (Change(ChangeKind.CORRECTED, WANG, changed("T1001", name="王晓雨")),)


def test_nobody_has_left_a_branch_that_the_list_does_not_name_or_a_list_of_some():
    assert plan_import(known(WANG, ZHAO), [WANG], part=False).changes == ()
    assert plan_import(known(WANG, LI), [WANG], part=True).changes == ()


def test_whoever_left_comes_back_with_the_same_staff_id():
    (change,) = plan_import(known(changed("T1002", active=False)), [LI], part=False).changes
    assert (change.kind, change.after) == (ChangeKind.BACK, LI)


def test_an_empty_cell_takes_nothing_away():
    plan = plan_import(known(WANG), [StaffRow("T1001", "王小雨")], part=True)
    assert (plan.changes, plan.unchanged) == ((), 1)


def test_namesakes_are_told_with_their_staff_ids():
    plan = plan_import(
        known(WANG, changed("T1002", active=False)), [WANG, StaffRow("T9002", "李明", "", "GZ-01")], part=True
    )
    assert plan.same_names == (("李明", ("T1002", "T9002")),)


@pytest.fixture
def register(tmp_path, server):
    with open_register(tmp_path / "hr" / "register.sqlite", "孙丽华", StoryClock(NOON), server=server) as opened:
        yield opened


def listed(tmp_path, *rows, name="staff.csv"):
    path = tmp_path / name
    path.write_bytes(table(*rows))
    return read_staff_file(path)


FIRST = (ROW, ("T1002", "李明", "BJ-WJ01", "二组"), ("T2001", "赵强", "SH-PD02"))


@pytest.mark.feature("g5")
def test_after_undo_everybody_stands_as_before_the_import(register, tmp_path):
    register.import_staff(listed(tmp_path, *FIRST))
    register.assign("TELE", "branch", "BJ-WJ01", "2026-12-31")
    before = register.dump()
    plan, done = register.import_staff(
        listed(tmp_path, ("T1001", "王小雨", "SH-PD02", "三组"), ("T9001", "新人", "BJ-WJ01"))
    )
    assert (done.number, done.changes, len(plan.changes)) == (2, 4, 4)
    assert register.dump() != before
    assert register.undo_staff().number == 2
    assert register.dump() == before
    register.undo_staff()
    with pytest.raises(NothingToUndo):
        register.undo_staff()


def test_a_preview_writes_nothing_and_a_list_with_a_wrong_row_is_not_taken_in(register, tmp_path):
    before = register.dump()
    assert len(register.plan_staff(listed(tmp_path, *FIRST).rows).changes) == 3
    with pytest.raises(StaffListSpoilt) as refused:
        register.import_staff(listed(tmp_path, *FIRST, ("x", "y")))
    assert refused.value.facts == {"count": 1, "row": 5, "reason": "E_STAFF_ID"}
    assert register.dump() == before


def states(register):
    return {(one.staff_id, one.course): (str(one.state), one.due_day, one.branch) for one in register.people()}


@pytest.mark.feature("g1")
def test_an_assignment_means_newcomers_and_follows_a_transfer(register, tmp_path):
    register.import_staff(listed(tmp_path, *FIRST))
    register.assign("TELE", "branch", "BJ-WJ01", "2026-12-31")
    register.assign("TELE", "person", "T1002", "2026-11-01")
    assert states(register) == {
        ("T1001", "TELE"): ("due", "2026-12-31", "BJ-WJ01"),
        ("T1002", "TELE"): ("absent", "2026-11-01", "BJ-WJ01"),
    }
    register.import_staff(
        listed(tmp_path, ("T1001", "王小雨", "SH-PD02"), ("T1002", "李明", "BJ-WJ01"), ("T9001", "新人", "BJ-WJ01"))
    )
    assert states(register).keys() == {("T1002", "TELE"), ("T9001", "TELE")}
    assert [(one.branch, one.expected, one.received) for one in register.received_by_branch()] == [("BJ-WJ01", 2, 0)]
    register.unassign(1)
    assert states(register) == {("T1002", "TELE"): ("absent", "2026-11-01", "BJ-WJ01")}


def test_the_tallies_of_the_matrix_are_those_of_the_people(register, tmp_path, server):
    register.import_staff(listed(tmp_path, *FIRST))
    register.assign("TELE", "all", due_day="2026-12-31")
    register.import_staff(listed(tmp_path, ("T1001", "王小雨", "SH-PD02"), ("T9001", "新人", "BJ-WJ01")))
    register.assign("CASH", "person", "T9001")
    kept = register.dump()
    from exams.store.register_dialect import RegisterDb

    db = RegisterDb(tmp_path / "hr" / "register.sqlite", server=server)
    count_anew(db)
    assert db.dump() == kept
    db.close()
    matrix = register.matrix()
    assert (matrix.rows, matrix.courses) == (("BJ-WJ01", "SH-PD02"), ("CASH", "TELE"))
    assert [cell.people for cell in matrix.total] == [1, sum(matrix.cells[row, "TELE"].people for row in matrix.rows)]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("", "all"), "course"),
        (("TELE", "person", "T9999"), "name"),
        (("TELE", "team", "BJ-WJ01/九组"), "name"),
        (("TELE", "all", "", "31.12.2026"), "day"),
    ],
)
def test_an_assignment_that_means_nobody_or_no_day_is_refused(register, tmp_path, words, reason):
    register.import_staff(listed(tmp_path, *FIRST))
    with pytest.raises(BadAssignment) as refused:
        register.assign(*words)
    assert refused.value.facts["reason"] == reason


def test_a_preview_tells_whom_an_assignment_means_and_who_must_already_and_writes_nothing(register, tmp_path):
    register.import_staff(listed(tmp_path, *FIRST))
    register.assign("TELE", "person", "T1001", "2026-12-31")
    before = register.dump()
    for kind, name, told in (
        ("branch", "BJ-WJ01", (2, 0, 1)),
        ("team", "BJ-WJ01/二组", (1, 0, 0)),
        ("person", "T2001", (1, 0, 0)),
        ("all", "", (3, 0, 1)),
    ):
        meant = register.assigning.plan(WantedAssignment("TELE", kind, name))
        assert (meant.people, meant.passed, meant.assigned) == told
    assert register.dump() == before


def test_several_assignments_are_given_together_or_none_is(register, tmp_path):
    register.import_staff(listed(tmp_path, *FIRST))
    before = register.dump()
    wanted = [WantedAssignment("TELE", "person", one, "2026-12-31") for one in ("T1001", "T2001", "T9999")]
    with pytest.raises(BadAssignment) as refused:
        register.assigning.assign(wanted)
    assert refused.value.facts == {"reason": "name", "name": "T9999", "course": "TELE"}
    assert register.dump() == before
    assert [one.number for one in register.assigning.assign(wanted[:2])] == [1, 2]
    assert states(register).keys() == {("T1001", "TELE"), ("T2001", "TELE")}


def test_a_person_has_a_history_of_lists(register, tmp_path):
    register.import_staff(listed(tmp_path, *FIRST))
    register.import_staff(listed(tmp_path, ("T1001", "王小雨", "SH-PD02"), name="may.csv"), part=True)
    story = register.person("T1001")
    assert [(file, change.kind) for _, file, change in story.changes] == [
        ("staff.csv", ChangeKind.JOINED),
        ("may.csv", ChangeKind.MOVED),
    ]
    assert [one.staff_id for one in register.find("王")] == ["T1001"]

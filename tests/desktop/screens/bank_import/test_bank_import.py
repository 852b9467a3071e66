"""Files of questions: looked at row by row, taken in, taken back."""

from dataclasses import replace

import pytest

from desktop.screens.bank_import.preview import with_preview
from desktop.screens.bank_import.state import BankImportState
from desktop.words import use_language
from exams.firewall.errors import FileUnreadable
from tests.desktop.screens.bank_fixtures import shown
from tests.desktop.screens.bank_house import ASKED, TRUTH, file_of, found
from tests.drivers.bank import BankImportDriver
from tests.drivers.looks import cut_off, nameless, settle, unreachable


def looked_at(rooms, window, qtbot):
    rooms.open_import()
    page = shown(window, qtbot, BankImportDriver)
    page.press("choose_files")
    window.jobs.finish_all()
    settle()
    return page


@pytest.mark.feature("c3")
def test_every_row_is_shown_with_type_key_and_chapter_and_the_refused_one_at_its_place(rooms, window, qtbot, house):
    page = looked_at(rooms, window, qtbot)
    lines = page.lines
    assert lines[0] == "row 2 | Single choice | 客户来电要求挂失银行卡，坐席首先应当做什… | A | 第一章 | –"
    assert lines[1].startswith("row 3 · column G | Not taken in | – | – | – | The answer names option")
    assert lines[2].startswith(
        "row 4 | True or false | 坐席可以索要完整的取款密码。 | False | 第二章 | The question has a"
    )
    assert lines[3] == "row 5 | Essay | 请写出处理 投诉 的步骤。 | – | – | –"
    assert page.sees("The answer names option E, but the options end at D or that one is empty.")
    assert page.sees("[E_SHEET_KEY]")
    assert house.is_empty


@pytest.mark.feature("c3")
def test_of_600_rows_each_of_40_wrong_ones_is_named_by_sheet_row_and_column_in_chinese(chinese):
    wrong = range(7, 600, 15)
    good = [replace(ASKED, row=2 + number) for number in range(600) if number not in wrong]
    refused = [found("E_SHEET_KEY", 2 + number, "G", key="E", last="D") | {"sheet": "单选题"} for number in wrong]
    use_language("zh", chinese)
    state = with_preview(BankImportState(), [file_of(*good, rejected=refused)])
    use_language("en")
    named = [f"工作表“单选题” · 第 {2 + number} 行 · G 列" for number in wrong]
    assert [row.place for row in state.rows if not row.taken] == named
    assert [problem.place for problem in state.problems] == named
    assert {problem.what for problem in state.problems} == {
        "答案写了选项 E，但选项只到 D，或该选项为空。请改正答案或补上选项。 [E_SHEET_KEY]"
    }
    assert ([row.number for row in state.rows], state.good, state.bad) == ([*range(1, 601)], 560, 40)


@pytest.mark.feature("c3")
def test_taken_in_and_taken_back_leaves_the_bank_as_it_was(rooms, window, qtbot, house):
    page = looked_at(rooms, window, qtbot)
    assert not page.can_press("undo")
    page.press("take_in")
    window.jobs.finish_all()
    assert page.sees("Import 1: 3 questions of 题库.xlsx are in the bank, as drafts.")
    assert [house.last().questions, page.can_press("take_in")] == [3, False]
    page.press("undo")
    assert page.sees("Import 1 is gone: 3 questions of 题库.xlsx. The bank is as before.")
    assert house.last() is None
    assert page.lines == []
    assert not page.can_press("undo")


def test_the_rows_with_a_finding_are_shown_alone(rooms, window, qtbot):
    page = looked_at(rooms, window, qtbot)
    page.press("segment_found")
    assert [line.partition(" | ")[0] for line in page.lines] == ["row 3 · column G", "row 4"]


def test_findings_change_their_language_with_the_program(rooms, window, qtbot):
    looked_at(rooms, window, qtbot)
    window.set_language("zh")
    page = shown(window, qtbot, BankImportDriver)
    assert page.sees("答案写了选项 E，但选项只到 D，或该选项为空。")
    assert page.lines[1].startswith("第 3 行 · G 列 | 未导入")


def test_a_file_that_cannot_be_read_says_why_and_another_can_be_chosen(rooms, window, qtbot, house):
    house.trouble.append(FileUnreadable(reason="no_file"))
    page = looked_at(rooms, window, qtbot)
    assert page.part("import_fault").accessibleName()
    assert not page.can_press("take_in")
    house.trouble.clear()
    page.press("choose_files")
    window.jobs.finish_all()
    assert not page.has("import_fault")
    assert page.can_press("take_in")


def test_an_import_that_people_have_worked_on_is_not_taken_back(rooms, window, qtbot, house):
    page = looked_at(rooms, window, qtbot)
    page.press("take_in")
    window.jobs.finish_all()
    line = house.item(1).line
    house.save(line, TRUTH)
    page.press("undo")
    assert page.part("import_fault").accessibleName().startswith("The last import cannot be taken back")
    assert house.last().questions == 3


def test_with_several_sheets_the_refused_rows_stand_first(rooms, window, qtbot, house):
    refused = found("E_SHEET_STEM", 9, "B") | {"sheet": "二"}
    house.offered[:] = [file_of(TRUTH, ASKED, rejected=[refused])]
    page = looked_at(rooms, window, qtbot)
    assert [line.partition(" | ")[0] for line in page.lines] == ["sheet 二 · row 9 · column B", "row 4", "row 2"]


def test_while_files_are_read_the_page_is_not_left(rooms, window, qtbot):
    rooms.open_import()
    page = shown(window, qtbot, BankImportDriver)
    page.press("choose_files")
    assert window.current().held()
    assert not page.can_press("to_bank")
    window.jobs.finish_all()
    assert not window.current().held()


def test_everything_has_a_name_can_be_reached_and_is_not_cut(rooms, window, qtbot):
    looked_at(rooms, window, qtbot)
    page = window.current().view
    assert nameless(page) == []
    assert unreachable(page) == []
    assert cut_off(page) == []


@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_in_large_text(rooms, window, qtbot, code):
    window.set_language(code)
    window.set_zoom(200)
    looked_at(rooms, window, qtbot)
    assert cut_off(window.current().view) == []

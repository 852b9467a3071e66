"""Workbooks: values as they are shown, sheets told apart, hostile ones refused (interop 3.5, security I01 and I02)."""

import zipfile
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exams.errors import AcademyError
from exams.interop.codes import Code
from exams.interop.detect import detect
from exams.interop.door import read_bank
from exams.interop.errors import BankEntities, BankHeadings, BankLocked, BankMacros, BankSheet
from exams.packs.file_errors import BadContainer, BadPath
from exams.trust.errors import TooLarge
from tests.exams.interop.sheets.books import GOOD, HEAD, book, changed

ONE = book(单选题=[HEAD, GOOD])


def options(*values, change=None):
    """The texts of the options of one question whose cells hold these values."""
    raw = book(题库=[["题干", "选项A", "选项B", "答案"], ["题？", *values, "A"]])
    (question,) = read_bank(raw if change is None else change(raw)).questions
    return [one.text for one in question.answers]


def test_a_workbook_is_known_by_what_is_in_it():
    assert detect(ONE) == "xlsx"
    assert detect(ONE, "bank.csv") == "xlsx"


def test_each_sheet_with_headings_is_read_with_its_own_type():
    raw = book(
        单选题=[["题干", "选项A", "选项B", "答案"], ["甲？", "一", "二", "A"]],
        判断题=[["标题"], ["题干", "答案"], ["乙。", "对"]],
    )
    assert [(one.type, one.row) for one in read_bank(raw).questions] == [("single", 2), ("truefalse", 3)]


@pytest.mark.parametrize("title", ["填写说明", "使用须知", "Instructions"])
def test_a_manual_is_left_out_and_told(title):
    result = read_bank(book(**{title: [HEAD, GOOD], "题库": [HEAD, GOOD]}))
    assert len(result.questions) == 1
    assert [(one.code, one.facts["sheet"]) for one in result.warnings] == [(Code.SHEET_SKIPPED, title)]


def test_a_sheet_without_headings_is_told_and_an_empty_one_is_not():
    result = read_bank(book(题库=[HEAD, GOOD], 选项=[["单选题"], ["多选题"]], 空=[]))
    assert [one.facts["sheet"] for one in result.warnings] == ["选项"]


def test_a_hidden_sheet_is_left_out_and_told():
    raw = changed(
        book(题库=[HEAD, GOOD], 草稿=[HEAD, GOOD]),
        workbook_xml=lambda text: text.replace('sheetId="2" state="visible"', 'sheetId="2" state="hidden"'),
    )
    result = read_bank(raw)
    assert (len(result.questions), [one.facts["sheet"] for one in result.warnings]) == (1, ["草稿"])


def test_without_any_headings_the_file_is_refused():
    with pytest.raises(BankHeadings):
        read_bank(book(甲=[["一", "二"], ["三", "四"]]))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (3, "3"),
        (3.0, "3"),
        (0.1 + 0.2, "0.3"),
        (2.5, "2.5"),
        (True, "TRUE"),
        (date(2026, 7, 1), "2026-07-01"),
        ("007", "007"),
        ("1E5", "1E5"),
        ("110101199001011234", "110101199001011234"),
        ("'甲", "'甲"),
        ("１２", "１２"),
        (1e21, "1e+21"),
    ],
)
def test_a_value_is_told_as_it_was_typed(value, shown):
    assert options(value, "乙")[0] == shown


def test_a_percentage_is_no_fraction():
    from openpyxl import load_workbook

    made = load_workbook(BytesIO(book(题库=[["题干", "选项A", "选项B", "答案"], ["题？", 0.035, 0.5, "A"]])))
    for cell in made.active["B2:C2"][0]:
        cell.number_format = "0.00%"
    out = BytesIO()
    made.save(out)
    assert [one.text for one in read_bank(out.getvalue()).questions[0].answers] == ["3.5%", "50%"]


def test_a_formula_counts_by_its_last_value():
    raw = book(题库=[["题干", "选项A", "选项B", "答案"], ["题？", "甲", "乙", "=B1"]])
    with_value = changed(
        raw,
        sheet1_xml=lambda text: (
            text.replace("<f>B1</f><v></v>", "<f>B1</f><v>B</v>")
            .replace("<f>B1</f><v/>", "<f>B1</f><v>B</v>")
            .replace('r="D2"', 'r="D2" t="str"', 1)
        ),
    )
    assert [one.key for one in read_bank(with_value).questions] == ["B"]
    assert [one.code for one in read_bank(raw).rejected] == [Code.NO_ANSWER]


@pytest.mark.parametrize("formula", ['=DISPIMG("ID_1",1)', '=_xlfn.DISPIMG("ID_1",1)'])
def test_a_picture_in_a_cell_is_told_and_its_question_taken(formula):
    result = read_bank(book(题库=[["题干", "选项A", "选项B", "答案"], ["题？", formula, "乙", "A"]]))
    assert [one.text for one in result.questions[0].answers] == ["[图片]", "乙"]
    assert [one.code for one in result.warnings] == [Code.SHEET_IMAGE]


def test_spaces_that_do_not_break_and_formatted_blank_rows_count_for_nothing():
    result = read_bank(book(题库=[HEAD, ["\u00a0", " ", "\u3000"], [None] * 7, ["单选题\u00a0", *GOOD[1:]]]))
    assert [(one.type, one.row) for one in result.questions] == [("single", 4)]
    assert result.rejected == ()


def test_a_wrong_dimension_hides_nothing():
    raw = changed(ONE, sheet1_xml=lambda text: text.replace('<dimension ref="A1:G2"', '<dimension ref="A1"'))
    assert len(read_bank(raw).questions) == 1


@pytest.mark.parametrize("part", ["styles_xml", "theme1_xml", "core_xml"])
def test_parts_that_only_look_nice_may_be_missing_or_spoilt(part):
    assert len(read_bank(changed(ONE, **{part: None})).questions) == 1


def test_text_runs_are_joined_and_readings_left_out():
    def rich(text):
        return text.replace(
            "<t>先做什么？</t>",
            "<r><t>先做</t></r><r><rPr><b/></rPr><t>什么？</t></r><rPh sb='0' eb='1'><t>xian</t></rPh>",
        )

    assert read_bank(changed(ONE, sharedStrings_xml=rich, sheet1_xml=rich)).questions[0].stem == "先做什么？"


def test_cells_far_to_the_right_are_not_read():
    raw = changed(ONE, sheet1_xml=lambda text: text.replace("</row>", '<c r="XFD1" t="n"><v>1</v></c></row>', 1))
    assert len(read_bank(raw).questions) == 1


# hostile


def spoilt(name, data):
    out = BytesIO(ONE)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("raw", "failure"),
    [
        (spoilt("xl/vbaProject.bin", b"x"), BankMacros),
        (spoilt("xl/media/a.zip", b"x"), BadContainer),
        (spoilt("../evil.xml", b"x"), BadPath),
        (spoilt("xl/worksheets/bomb.xml", b" " * 30_000_000), TooLarge),
        (changed(ONE, workbook_xml=lambda text: "<!DOCTYPE a [<!ENTITY b 'c'>]>" + text), BankEntities),
        (changed(ONE, sheet1_xml=lambda text: text[:200]), BankSheet),
        (changed(ONE, workbook_xml=lambda text: "<a/>"), BankSheet),
        (ONE[:-200], BadContainer),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 40, BankLocked),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") * 400, BankSheet),
        (changed(ONE, sheet1_xml=lambda text: text.replace('<row r="2"', '<row r="1048576"')), TooLarge),
    ],
)
def test_a_hostile_workbook_is_refused(raw, failure):
    with pytest.raises(failure):
        read_bank(raw)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(ONE) - 1), st.binary(min_size=1, max_size=8))
def test_a_spoilt_byte_is_read_or_refused(place, junk):
    try:
        result = read_bank(ONE[:place] + junk + ONE[place + len(junk) :], "", "xlsx")
    except AcademyError:
        return
    assert len(result.questions) <= 1

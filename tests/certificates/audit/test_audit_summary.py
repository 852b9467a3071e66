"""What an audit pack shows to people: a page that prints who was valid, and names as far as HR lets them be seen."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from openpyxl import load_workbook

from certificates.audit.summary import AuditPlan, shown
from desktop.words import use_language
from desktop.words.audit_page import audit_plan
from tests.certificates.audit.audit_house import FIRST, LAST, NUMBERS, Register
from tests.certificates.examples import some_facts
from tests.translations import compiled

KEPT, REVOKED, REPLACED, WAITING, SHORT, UNPROVED = NUMBERS
NAME = some_facts().name
MASKED = AuditPlan(FIRST, LAST, masked=True)


class Staff(Register):
    """An extract with names in it."""

    def extract(self, _day, _branches=()):
        yield from (("staff_id", "name", "state"), ("A0000005", NAME, "valid"))


def text_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


@pytest.mark.parametrize(
    ("name", "masked"),
    [("李小雨", "李**"), ("Wang Xiaoyu", "W*** X*****"), ("李", "李"), ("", ""), ("阿卜杜拉·买买提", "阿*******")],
)
def test_of_a_masked_name_the_first_sign_of_each_part_stays(name, masked):
    assert MASKED.name(name) == masked
    assert replace(MASKED, masked=False).name(name) == name


def test_only_names_are_masked_in_the_registers_extract():
    table = [("staff_id", "name", "branch"), ("李1001", "李小雨", "李庄")]
    assert [tuple(row) for row in shown(table, MASKED)] == [table[0], ("李1001", "李**", "李庄")]


@pytest.mark.feature("g8")
@pytest.mark.parametrize(
    ("code", "title"), [("en", "Who held a valid certificate on 2027-06-30"), ("zh", "持有有效证书的人员")]
)
def test_a_page_in_the_pack_prints_who_was_valid_and_the_pack_still_holds(own_house, tmp_path, code, title):
    use_language(code, compiled() / code if code == "zh" else None)
    masked = code == "zh"
    made = own_house.make(Staff(own_house.proofs()), tmp_path / "made", audit_plan(FIRST, LAST, (), masked=masked))
    use_language("en")
    text = text_of((tmp_path / "made" / "summary.pdf").read_bytes())
    assert title in text.replace("\r\n", "")
    assert [number for number in NUMBERS if number in text] == [KEPT]
    assert made.proved == 5
    assert own_house.checked(tmp_path / "made").findings == ()
    seen = [text, (tmp_path / "made" / "register.csv").read_text("utf-8-sig")]
    book = load_workbook(BytesIO((tmp_path / "made" / "summary.xlsx").read_bytes()))
    seen.append(repr([[cell.value for cell in row] for row in book.active.rows]))
    assert [NAME in one for one in seen] == [not masked] * 3
    holder = own_house.checked(tmp_path / "made").on(date(2026, 12, 5))[0].proved.claims
    assert holder.name == NAME


@pytest.mark.feature("g8")
def test_a_page_that_lies_is_signed_by_nobody(own_house):
    (own_house.pack / "summary.pdf").write_bytes(b"everybody is valid")
    (finding,) = own_house.checked().findings
    assert (finding.code, finding.file) == ("E_AUDIT_EXTRA", "summary.pdf")

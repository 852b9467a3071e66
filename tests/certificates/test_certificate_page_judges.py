"""The page before judges of archives and of accessibility that know nothing of us."""

import re
import sys
from io import BytesIO
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from certificates.page import draw
from certificates.page_files import Attachment
from certificates.page_form import LAYOUTS, our_form
from certificates.page_specimen import specimen_code
from tests.certificates.examples import some_facts
from tests.certificates.papers import tool

JARS = Path("/usr/share/java")
PREFLIGHT = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "jaxb-api", "javax.activation", "commons-logging")
VALIDATOR = "org.apache.pdfbox.preflight.Validator_A1b"
LACKING = [name for name in PREFLIGHT if not (JARS / f"{name}.jar").exists()]
TITLE = "银行客户服务中心专员岗位综合能力提升与消费者权益保护反洗钱合规操作实务高级研修课"
FACTS = {
    "short name": some_facts(name="王芳", latin="WANG Fang"),
    "19-character name": some_facts(name="阿卜杜热合曼·买买提艾力·吐尔逊江买", latin="Abdurahman Memeteli Tursunjan"),
    "rare name": some_facts(name="𠮷𪚥㛃䶮𬭎𫖯", latin=""),
    "40-character title": some_facts(
        course_titles={"zh": TITLE, "en": "Advanced Practice " * 5 + "Course"}, provisional=True, demonstration=True
    ),
}
EVERY = list(product(LAYOUTS, FACTS))
FILE = Attachment("credential.json", "application/json", b'{"a":1}', "Open Badges 3.0")


@pytest.fixture
def page(tmp_path):
    def write(layout, name):
        path = tmp_path / "page.pdf"
        path.write_bytes(draw(FACTS[name], specimen_code(), [FILE], form=our_form(layout)))
        return path

    return write


@pytest.mark.tool("qpdf", "pdfinfo", "pdfdetach")
@pytest.mark.parametrize(("layout", "name"), EVERY)
def test_the_structure_holds_before_three_readers(page, layout, name):
    path = page(layout, name)
    assert "No syntax or stream encoding errors" in tool("qpdf", "--check", path)
    told = re.sub(r" +", " ", tool("pdfinfo", path))
    assert all(fact in told for fact in ("Tagged: yes", "Metadata Stream: yes", "PDF version: 1.7", "Pages: 1"))
    listed = tool("pdfdetach", "-list", path)
    assert listed.splitlines()[0] == "1 embedded files"
    assert "credential.json" in listed


@pytest.mark.parametrize(("layout", "name"), EVERY)
def test_a_judge_of_accessibility_has_nothing_to_find(page, layout, name):
    said = tool(sys.executable, "-m", "pdfua", "check", page(layout, name))
    assert "PASS (no findings)" in said


@pytest.mark.tool("java")
@pytest.mark.skipif(bool(LACKING), reason=f"needs {', '.join(LACKING)}.jar of PDFBox, not found on this machine")
def test_preflight_calls_every_page_valid_for_archives_but_the_one_that_claims_another_part(tmp_path):
    """It knows part 1 only, which allows no attachment; the page is the same otherwise."""
    wanted = {"claims another part": False}
    (tmp_path / "claims another part.pdf").write_bytes(draw(FACTS["short name"], specimen_code()))
    for layout, name in EVERY:
        wanted[f"{layout} {name}"] = True
        pdf = draw(FACTS[name], specimen_code(), form=our_form(layout), part=1)
        (tmp_path / f"{layout} {name}.pdf").write_bytes(pdf)
    files = tmp_path / "files"
    files.write_text("\n".join(str(tmp_path / f"{name}.pdf") for name in wanted), "utf-8")
    tool("java", "-cp", ":".join(str(JARS / f"{one}.jar") for one in PREFLIGHT), VALIDATOR, "xml", "group", files)
    said = ElementTree.parse(tmp_path / "files.preflight.xml").iter("preflight")
    assert {one.get("name").removesuffix(".pdf"): one.findtext("isValid") == "true" for one in said} == wanted


@pytest.mark.parametrize(("layout", "name"), EVERY)
def test_the_file_calls_itself_part_3_level_a_and_part_1_of_accessibility(page, layout, name):
    with pikepdf.open(page(layout, name)) as pdf, pdf.open_metadata() as told:
        assert (told["pdfaid:part"], told["pdfaid:conformance"], told["pdfuaid:part"]) == ("3", "A", "1")
        languages = [{"zh": "zh-CN", "en": "en-GB"}[one] for one in LAYOUTS[layout]]
        assert set(told["dc:language"]) == set(languages)
        assert str(pdf.Root.Lang) == languages[0]
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_only_the_part_differs_between_the_page_and_the_page_for_preflight():
    as_3, as_1 = (draw(FACTS["rare name"], "A", part=part) for part in (3, 1))
    with pikepdf.open(BytesIO(as_3)) as three, pikepdf.open(BytesIO(as_1)) as one:
        assert three.pages[0].Contents.read_bytes() == one.pages[0].Contents.read_bytes()
        assert three.Root.Metadata.read_bytes().replace(b"part>3<", b"part>1<") == one.Root.Metadata.read_bytes()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_piece_of_the_page_is_either_told_or_passed_over(page, layout):
    with pikepdf.open(page(layout, "40-character title")) as pdf:
        code = pdf.pages[0].Contents.read_bytes().decode("latin-1")
        numbers = [int(found) for found in re.findall(r"/MCID (\d+)", code)]
        parents = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
        roles = [str(one.S) for one in pdf.Root.StructTreeRoot.K.K]
    assert numbers == list(range(len(parents)))
    assert (roles.count("/H1"), roles.count("/H2"), roles.count("/Figure")) == (len(LAYOUTS[layout]), 1, 2)

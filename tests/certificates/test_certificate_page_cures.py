"""What reportlab 5.1.0 gets wrong stays put right: each cure judged by another reader of PDF or of fonts."""

import re
from io import BytesIO

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from certificates.fonts import BOLD, HANA, RARE_FILES, font_path
from certificates.page import draw
from certificates.page_files import Attachment
from certificates.page_fonts import CertificateFace, to_unicode
from tests.certificates.examples import some_facts

FACTS = some_facts(name="王𠮷𪚥芳")
FILE = Attachment("credential.json", "application/json", b"{}", "Open Badges 3.0")


@pytest.fixture(scope="module")
def pdf():
    with pikepdf.open(BytesIO(draw(FACTS, "BAC1:", [FILE]))) as opened:
        yield opened


@pytest.fixture(scope="module")
def subsets(pdf):
    """Every embedded font: its dictionary, and the file in it as another reader sees it."""
    fonts = pdf.pages[0].Resources.Font.values()
    return [(font, TTFont(BytesIO(font.FontDescriptor.FontFile2.read_bytes()))) for font in fonts]


def test_characters_beyond_the_first_plane_are_mapped_in_utf_16_and_in_small_blocks():
    cmap = to_unicode("Test", [0, *range(0x4E00, 0x4E00 + 150), 0x2CB4E])
    assert "<D872DF4E>" in cmap
    assert [int(count) for count in re.findall(r"(\d+) beginbfchar", cmap)] == [100, 51]


def told_codes(font):
    """The codes of a subset that stand for a character."""
    return {int(code, 16) for code in re.findall(r"<([0-9A-F]{2})> <", font.ToUnicode.read_bytes().decode("ascii"))}


def test_widths_in_the_page_are_those_of_the_embedded_font_whatever_its_units(subsets):
    units = set()
    for font, judge in subsets:
        units.add(judge["head"].unitsPerEm)
        drawn = judge["cmap"].tables[0].cmap
        told = {code: float(font.Widths[code]) for code in drawn if code in told_codes(font)}
        scaled = {code: judge["hmtx"][drawn[code]][0] * 1000 / judge["head"].unitsPerEm for code in told}
        assert len(told) > 1
        assert told == pytest.approx(scaled, abs=1)
    assert units == {1000, 1024}


def test_the_catalog_and_the_page_keep_what_archives_need(pdf):
    root, page = pdf.Root, pdf.pages[0]
    assert [str(one.S) for one in root.OutputIntents] == ["/GTS_PDFA1"]
    assert [str(one.AFRelationship) for one in root.AF] == ["/Data"]
    assert (int(page.StructParents), str(page.Tabs)) == (0, "/S")
    assert str(root.AF[0].EF.F.Subtype) == "/application/json"
    assert root.AF[0].EF.F.read_bytes() == b"{}"
    assert "/Names" in root.Names.EmbeddedFiles


def test_no_stream_has_an_empty_list_of_filters_nor_one_in_base_85(pdf):
    filters = [one.get("/Filter") for one in pdf.objects if isinstance(one, pikepdf.Stream)]
    assert {str(each) for each in filters if each is not None} == {"/FlateDecode"}


def test_outlines_are_cut_from_the_file_without_a_copy_of_the_whole_table():
    face = CertificateFace(str(font_path(BOLD)))
    outlines = face.get_table("glyf")
    with TTFont(font_path(BOLD), lazy=True) as judge:
        whole = judge.reader["glyf"]
    assert not isinstance(outlines, bytes)
    assert outlines[1000:3000] == whole[1000:3000]


def test_a_subset_holds_the_characters_of_the_page_and_no_others(subsets):
    for font, judge in subsets:
        mapped = re.findall(r"<[0-9A-F]{2}> <([0-9A-F]+)>", font.ToUnicode.read_bytes().decode("ascii"))
        assert "007E" not in mapped  # a tilde: in every subset if all of ASCII were
        assert len(font.Widths) <= len(mapped) + 33
        assert judge["maxp"].numGlyphs < 200


def test_a_name_with_a_rare_character_carries_a_subset_of_the_font_that_has_it(subsets):
    names = [str(font.BaseFont) for font, _ in subsets]
    assert sum("HanaMin" in name for name in names) == 1
    assert RARE_FILES == {HANA: "HanaMinB.ttf"}

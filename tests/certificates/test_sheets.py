"""Plain printed pages: text as it is, tables over pages, codes that scan, the same bytes each time."""

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from certificates import Grid, Heading, Lines, Pairs, Raster, ScanCode, Sheet, Signatures, sheet_pdf
from tests.exams.interop.pictures import png

IMAGE = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
ANCHOR = "7KQ2M-X9D4T-H"


def pages(pdf):
    document = pypdfium2.PdfDocument(pdf)
    return [document[number].get_textpage().get_text_range() for number in range(len(document))]


def a_sheet(*parts):
    return Sheet("考场报告", "Room <b>1</b>", parts, "S00000002")


def test_text_stands_as_it_is_whatever_it_holds():
    names = "<i>x</i>", "A&B", "𰻝面", "a" * 300
    (page,) = pages(sheet_pdf(a_sheet(Heading("到场"), Lines(names), Pairs((("姓名", "<font size=90>王</font>"),)))))
    for told in ("考场报告", "Room <b>1</b>", "<i>x</i>", "A&B", "<font size=90>王</font>", "S00000002"):
        assert told in page
    assert page.replace("\r\n", "").count("a" * 300) == 1


def test_a_long_table_goes_on_with_its_head_on_every_page():
    rows = tuple((f"王小雨{number}", "T1001") for number in range(90))
    told = pages(sheet_pdf(a_sheet(Grid(("姓名", "工号"), rows, (2, 1)))))
    assert len(told) > 1
    assert all("工号" in page for page in told)
    assert sum(page.count("T1001") for page in told) == 90


def test_the_code_scans_and_there_are_lines_to_sign_on():
    pdf = sheet_pdf(a_sheet(ScanCode(ANCHOR, ("Anchor",)), Signatures(("Proctor", "Witness"))))
    image = pypdfium2.PdfDocument(pdf)[0].render(scale=3).to_pil()
    assert [found.text for found in zxingcpp.read_barcodes(image)] == [ANCHOR]
    assert "Witness" in pages(pdf)[0]


@pytest.mark.parametrize(("wide", "high"), [(720, 240), (40, 4000), (4000, 40)])
def test_a_picture_fits_the_page_whatever_its_shape(wide, high):
    pdf = sheet_pdf(a_sheet(Lines(("above",)), Raster(png(wide, high), 0.8), Lines(("below",))))
    assert "below" in "".join(pages(pdf))
    (shown,) = (one for page in pypdfium2.PdfDocument(pdf) for one in page.get_objects() if one.type == IMAGE)
    left, bottom, right, top = shown.get_bounds()
    assert (right - left) / (top - bottom) == pytest.approx(wide / high, rel=0.02)
    assert left > 0
    assert right < 595
    assert 0 < bottom < top < 842


def test_the_same_sheet_gives_the_same_bytes():
    sheet = a_sheet(Lines(("once", "twice")))
    assert sheet_pdf(sheet) == sheet_pdf(sheet)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=4))
def test_no_text_breaks_the_page(texts):
    assert pages(sheet_pdf(a_sheet(Lines(tuple(texts)), Pairs(tuple((one, one) for one in texts)))))

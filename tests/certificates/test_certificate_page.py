"""The page, as independent programs see it."""

import re
import statistics
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from certificates.errors import MissingGlyph
from certificates.page import draw
from certificates.page_form import LAYOUTS, our_form
from certificates.proof.token import claims_of, parse_token
from tests.certificates.examples import longest_facts, page_of, some_facts
from tests.certificates.papers import codes, rendered, tool

ROOT = Path(__file__).resolve().parents[2]
RARE = ["㛃䶮", "堃犇", "喆骉", "𬭎𫖯", "龑昇", "𠮷𪚥", "司马𠮷㛃", "王𰻝", "阿依努尔·买买提"]


@pytest.fixture
def page(tmp_path):
    def write(facts):
        path = tmp_path / "certificate.pdf"
        path.write_bytes(page_of(facts))
        return path

    return write


@pytest.mark.feature("f1")
@pytest.mark.tool("pdftotext")
def test_every_fact_can_be_found_as_text_in_both_languages(page):
    text = tool("pdftotext", page(some_facts()), "-")
    for told in (
        *("欧阳㛃䶮", "OUYANG Jieyan", "A0000005", "兹证明", "This is to certify that"),
        *("《银行客户服务中心专员基础》", "Foundations for Bank Contact-Centre Agents"),
        *("92 / 100", "80 / 100", "1.5 小时 hours", "CSC-BASIC", "2026-11-24", "2028-11-23", some_facts().number),
        *("北京望京支行", "Wangjing Sub-branch, Beijing", "示例银行", "EXAMPLE BANK", "示例银行培训专用章"),
        *("结业证书", "CERTIFICATE OF COMPLETION"),
    ):
        assert told in text


@pytest.mark.feature("f8")
@pytest.mark.tool("pdftotext")
@pytest.mark.parametrize("name", RARE)
def test_a_rare_name_is_found_as_it_was_given(page, name):
    assert name in tool("pdftotext", page(some_facts(name=name)), "-").split("\n")


@pytest.mark.tool("mutool")
@pytest.mark.parametrize("name", RARE)
def test_a_second_reader_finds_the_rare_name_too(page, name):
    assert name in tool("mutool", "draw", "-q", "-F", "txt", page(some_facts(name=name)))


@pytest.mark.tool("pdffonts")
@pytest.mark.parametrize(("name", "count"), [("欧阳㛃䶮", 3), ("王𠮷", 4)])
def test_every_font_is_embedded_and_none_is_helvetica(page, name, count):
    rows = tool("pdffonts", page(some_facts(name=name))).splitlines()[2:]
    assert len(rows) == count
    assert all(re.search(r"yes yes yes +\d+ +0$", row) for row in rows)
    assert not any("Helvetica" in row for row in rows)


@pytest.mark.tool("qpdf")
@pytest.mark.parametrize("facts", [some_facts(), longest_facts(), some_facts(demonstration=True)])
def test_the_file_is_sound(page, facts):
    assert "No syntax or stream encoding errors" in tool("qpdf", "--check", page(facts))


@pytest.mark.tool("pdfinfo")
def test_the_document_says_what_it_is(page):
    told = tool("pdfinfo", page(some_facts()))
    assert f"结业证书 {some_facts().number} 欧阳㛃䶮" in told
    for fact in ("Tagged: yes", "Metadata Stream: yes", "PDF version: 1.7", "Pages: 1", "(A4)", "Encrypted: no"):
        assert fact in re.sub(r" +", " ", told)


def test_the_metadata_is_readable_without_unpacking():
    pdf = page_of(some_facts())
    number = some_facts().number.encode()
    assert b"<dc:identifier>" + number + b"</dc:identifier>" in pdf
    token = re.search(rb"<dc:source>(BAC1:[^<]+)</dc:source>", pdf)
    assert parse_token(token[1].decode()).claims == claims_of(some_facts())
    assert b"<pdfaid:part>3</pdfaid:part>" in pdf


def test_every_stream_ends_on_a_line_of_its_own():
    pdf = page_of(some_facts())
    assert len(re.findall(rb"\nendstream\n", pdf)) == pdf.count(b"endstream")


@pytest.mark.tool("pdftoppm")
@pytest.mark.parametrize("dpi", [300, 200, 150])
@pytest.mark.parametrize("facts", [some_facts(), longest_facts()])
def test_the_code_reads_from_a_rendering(page, tmp_path, facts, dpi):
    assert [parse_token(text).claims for text in codes(rendered(page(facts), tmp_path, dpi))] == [claims_of(facts)]


@pytest.mark.tool("pdftotext")
def test_a_demonstration_says_so_on_its_face(page):
    text = tool("pdftotext", page(some_facts(demonstration=True)), "-")
    for told in ("演示", "DEMONSTRATION", "NOT VALID", "Demonstration – not valid"):
        assert told in text


@pytest.mark.tool("pdftotext")
def test_a_provisional_certificate_says_on_its_face_whose_word_counts(page):
    text = tool("pdftotext", page(some_facts(provisional=True)), "-")
    assert "以总行核验结果为准" in text
    assert "Subject to confirmation by head office" in text
    assert "以总行核验结果为准" not in tool("pdftotext", page(some_facts()), "-")


@pytest.mark.tool("pdftotext")
@pytest.mark.parametrize(
    ("layout", "locale", "told", "untold"),
    [
        ("zh", "zh-CN", ("结业证书", "2026 年 11 月 24 日", "示例银行培训专用章"), ("CERTIFICATE", "Score")),
        ("en", "en-GB", ("CERTIFICATE OF COMPLETION", "24 November 2026", "欧阳㛃䶮"), ("结业", "成绩")),
    ],
)
def test_a_page_in_one_language_says_it_all_in_that_language(tmp_path, layout, locale, told, untold):
    path = tmp_path / "one.pdf"
    path.write_bytes(draw(some_facts(), "BAC1:", form=our_form(layout)))
    text = tool("pdftotext", path, "-")
    assert [each for each in told if each not in text] == []
    assert [each for each in untold if each in text] == []
    assert f"/Lang ({locale})".encode() in path.read_bytes()


@pytest.mark.tool("pdftotext")
def test_a_real_certificate_does_not_mention_demonstrations(page):
    assert "演示" not in tool("pdftotext", page(some_facts()), "-")


@pytest.mark.feature("f7")
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["欧阳㛃䶮", "王𠮷"])
def test_the_same_facts_give_the_same_bytes(layout, name):
    drawn = [draw(some_facts(name=name), "BAC1:", form=our_form(layout)) for _ in range(2)]
    assert drawn[0] == drawn[1]


def test_another_process_gives_the_same_bytes(tmp_path):
    script = "import sys; from certificates.page import draw; from tests.certificates.examples import some_facts;"
    script += "draw(some_facts(name='王芳'), 'BAC1:'); sys.stdout.buffer.write(draw(some_facts(), 'BAC1:'))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env={"PYTHONHASHSEED": "7"}, capture_output=True, check=True
    )
    assert done.stdout == draw(some_facts(), "BAC1:")


def test_any_other_fact_gives_other_bytes():
    assert page_of(some_facts(score=93)) != page_of(some_facts())


@pytest.mark.feature("f8")
@pytest.mark.parametrize("field", ["name", "latin"])
def test_a_character_without_a_glyph_is_refused_and_named(field):
    with pytest.raises(MissingGlyph) as refused:
        page_of(some_facts(**{field: "王\U0002ebf0"}))
    assert refused.value.facts["char"] == "\U0002ebf0"


def test_a_certificate_is_drawn_in_a_small_part_of_what_reading_the_fonts_costs():
    from certificates.fonts import FILES, font_path
    from certificates.page_fonts import CertificateFont

    page_of(some_facts())
    begun = time.perf_counter()
    for face in FILES:
        CertificateFont("timed", str(font_path(face)))
    reading = time.perf_counter() - begun
    rounds = []
    for score in range(81, 90):
        begun = time.perf_counter()
        page_of(replace(some_facts(), score=score))
        rounds.append(time.perf_counter() - begun)
    assert statistics.median(rounds) < reading / 4

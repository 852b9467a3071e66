"""From Markdown to blocks: what comes through, what is refused, what stays safe."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exams.content.blocks import read_body
from exams.content.characters import word_set
from exams.content.course import Callout, Figure, SelfCheck, Text
from exams.content.faults import Code, Faults
from exams.content.files import SourceText
from exams.content.markdown import plain
from tests.exams.content.sources import a_course

TAGS = word_set("p h3 h4 ul ol li table thead tbody tr th td strong em blockquote a code br")


def body_of(text, language="zh"):
    faults = Faults()
    return read_body(SourceText("a.md", text), language, {}, faults), [(fault.line, fault.code) for fault in faults]


def html_of(text):
    body, _ = body_of(text)
    return body.blocks[0].html


def test_a_section_becomes_blocks_in_order(tmp_path):
    section = a_course(tmp_path).read().sections["1.1"].section
    shapes = [type(block) for block in section.texts["zh"].blocks]
    assert shapes == [Callout, Text, Figure, SelfCheck, Callout, Callout]
    assert shapes == [type(block) for block in section.texts["en"].blocks]
    assert section.checks == ("1.1-p1",)


def test_a_figure_speaks_each_language_and_keeps_its_colour_names(tmp_path):
    section = a_course(tmp_path).read().sections["1.1"].section
    figures = {language: text.blocks[2] for language, text in section.texts.items()}
    assert "银行 &amp; 客户" in figures["zh"].svg
    assert "Bank &amp; customer" in figures["en"].svg
    assert "{{c:ink}}" in figures["zh"].svg
    assert "{{t:" not in figures["zh"].svg
    assert figures["en"].description == "A box that says bank and customer"


def test_a_source_mark_becomes_a_link():
    assert html_of("接通率。{F-STD-06}") == '<p>接通率。<a href="fact:F-STD-06">[F-STD-06]</a></p>'


def test_links_to_terms_and_sections_stay():
    assert html_of("[词](term:fcr)[节](section:1.2)") == '<p><a href="term:fcr">词</a><a href="section:1.2">节</a></p>'


def test_line_ends_inside_chinese_are_no_spaces():
    assert html_of("第一行，\n第二行\n“引语”") == "<p>第一行，第二行“引语”</p>"


def test_line_ends_inside_english_stay_spaces():
    assert html_of("“First,”\n“second”") == "<p>“First,”\n“second”</p>"


def test_numbers_of_a_table_keep_their_side():
    assert '<td align="right">2</td>' in html_of("| a | b |\n|---|---:|\n| 1 | 2 |")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=y>",
        "[a](javascript:alert(1))",
        "[a](file:///etc/passwd)",
        "![a](//host/share.png)",
        '<a href="data:text/html,x" style="color:red">a</a>',
        "<style>@import url(x)</style>",
    ],
)
def test_nothing_dangerous_comes_through_and_each_is_a_fault(text):
    body, faults = body_of(text)
    html = "".join(block.html for block in body.blocks if isinstance(block, Text))
    assert not re.search(r"<(?!/?p>|/?a>)|href=|src=|style=", html)
    assert faults


def test_the_row_of_a_table_and_the_line_of_a_paragraph_are_given():
    _, faults = body_of("one\ntwo [x](http://x)\n\n| a | b |\n|---|---|\n| 1 | {x} |\n")
    assert faults == [(2, Code.LINK), (6, Code.BRACES)]


def test_plain_text_has_a_line_per_paragraph_and_row():
    html = html_of("### 标题\n\n一 & 二\n\n- 甲\n- 乙\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    assert plain(html) == "标题\n一 & 二\n甲\n乙\na | b\n1 | 2"


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from([":::", "::: note t", "::: check", "- a", "  ::: do", "| a |", "|---|", "", "x", "> y"]))
)
def test_no_body_makes_the_reader_fail(lines):
    text = "\n".join(lines)
    body, faults = body_of(text)
    assert len(body.blocks) == len(body.lines)
    assert all(1 <= line <= len(lines) + 2 for line, _ in faults)


@given(st.text(alphabet="*_[](){}<>!:#|`~>-\n ab首“\\&;", max_size=120))
def test_no_text_makes_the_renderer_fail_or_leak(text):
    body, _ = body_of(text)
    html = "".join(block.html for block in body.blocks if isinstance(block, Text | Callout))
    tags = set(re.findall(r"</?([a-z0-9]+)", html))
    assert tags <= TAGS

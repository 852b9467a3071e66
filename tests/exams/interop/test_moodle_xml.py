"""Moodle XML (interop 3.2): every type, old forms, files, what is kept, what is refused, and hostile files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.interop.codes import Code
from exams.interop.errors import BankEntities, BankFormat, BankXml
from exams.interop.moodle_xml import read_moodle_xml
from exams.interop.question import Media, Question
from exams.interop.result import Rejected, Warned
from tests.exams.interop.moodle import PAIRS, TWO, asked, everything, only, option, quiz, told


@pytest.mark.parametrize(
    ("name", "inner", "kind"),
    [
        ("multichoice", TWO, "single"),
        ("truefalse", option(100, "true") + option(0, "false"), "truefalse"),
        ("shortanswer", TWO, "shortanswer"),
        ("numerical", option(100, "3"), "numerical"),
        ("matching", PAIRS, "matching"),
        ("match", PAIRS, "matching"),
        ("essay", "", "essay"),
        ("description", "", "description"),
        ("ordering", TWO, "ordering"),
        ("calculated", option(100, "{a}+{b}"), "calculated"),
        ("calculatedsimple", option(100, "{a}+{b}"), "calculated"),
        ("calculatedmulti", option(100, "{={a}+1}"), "calculatedmulti"),
        ("ddmarker", "", "ddmarker"),
        ("ddimageortext", "", "ddimageortext"),
    ],
)
def test_every_type_of_moodle_is_read(name, inner, kind):
    assert only(name, inner).type == kind


@pytest.mark.parametrize("name", ["cloze", "multianswer"])
def test_cloze_has_its_parts(name):
    question = only(name, stem="<questiontext><text>A {2:SA:=b} {1:MC:=c~d}</text></questiontext>")
    assert (question.type, question.stem, question.mark) == ("cloze", "A {#1} {#2}", 3)
    assert [one.type for one in question.parts] == ["shortanswer", "single"]


@pytest.mark.parametrize("name", ["random", "randomsamatch", "coderunner", "", "Multichoice"])
def test_another_type_is_refused_by_its_name_and_the_rest_goes_on(name):
    found = everything(asked("essay"), asked(name), asked("essay"))
    assert [type(one) for one in found] == [Question, Rejected, Question]
    assert (found[1].code, dict(found[1].facts), found[1].line) == (Code.UNSUPPORTED, {"type": name}, 4)


# the head of a question


def test_the_head_of_a_question():
    question = only(
        "essay",
        "<generalfeedback><text>General</text></generalfeedback><defaultgrade>2.5</defaultgrade><penalty>0.1</penalty>"
        "<idnumber>Q-1</idnumber><tags><tag><text>one</text></tag><tag><text>two</text></tag></tags>",
        name="<name><text> A <b>name</b> </text></name>".replace("<b>", "&lt;b&gt;").replace("</b>", "&lt;/b&gt;"),
        stem='<questiontext format="markdown"><text><![CDATA[ *Stem* <b> ]]></text></questiontext>',
    )
    assert (question.name, question.stem, question.format) == ("A name", "*Stem* <b>", "markdown")
    assert (question.mark, question.penalty, question.feedback) == (2.5, 0.1, "General")
    assert (question.idnumber, question.tags, question.line) == ("Q-1", ("one", "two"), 3)


def test_a_penalty_rounded_by_an_old_version_is_a_third():
    assert only("essay", "<penalty>0.33</penalty>").penalty == 0.3333333


def test_without_mark_and_penalty_there_are_the_usual_ones():
    assert (only("essay").mark, only("essay").penalty, only("description").mark) == (1, 0.3333333, 0)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("html", "html"),
        ("moodle_auto_format", "moodle"),
        ("plain_text", "plain"),
        ("markdown", "markdown"),
        ("x", "html"),
    ],
)
def test_formats_by_their_names_in_the_file(name, kind):
    stem = f'<questiontext format="{name}"><text>Stem</text></questiontext>'
    assert only("essay", stem=stem).format == kind


def test_text_without_its_text_element_is_read():
    assert only("essay", name="<name>Old</name>", stem="<questiontext>Old stem</questiontext>").stem == "Old stem"


def test_tags_that_were_not_escaped_are_kept_as_text_and_told():
    stem = "<questiontext><text>Which <b>one</b>?</text></questiontext>"
    assert only("essay", stem=stem).stem == "Which <b>one</b>?"
    assert told("essay", stem=stem) == [Code.XML_MARKUP]


def test_a_question_without_a_name_takes_its_stem_and_is_told():
    assert only("essay", name="").name == "Stem"
    assert told("essay", name="") == [Code.NO_NAME]


@pytest.mark.parametrize("mark", ["many", "--1"])
def test_a_mark_that_is_no_number_is_refused(mark):
    assert told("essay", f"<defaultgrade>{mark}</defaultgrade>") == [Code.NUMBER]


# files


def test_embedded_files_of_every_text_are_kept():
    file = '<file name="{}.png" path="/" encoding="base64">{}</file>'
    question = only(
        "multichoice",
        option(100, "a", file.format("a", "QQ==") + f"<feedback><text>f</text>{file.format('f', 'Rg==')}</feedback>")
        + option(0, "b"),
        stem=f"<questiontext><text>@@PLUGINFILE@@/s.png</text>{file.format('s', 'Uw==')}</questiontext>",
    )
    assert set(question.media) == {
        Media("s.png", "/", "Uw=="),
        Media("a.png", "/", "QQ=="),
        Media("f.png", "/", "Rg=="),
    }


def test_the_old_picture_becomes_a_file_and_an_image_in_the_stem():
    question = only("essay", "<image>pic/a.gif</image><image_base64>R0lG</image_base64>")
    assert question.media == (Media("pic_a.gif", "/", "R0lG"),)
    assert question.stem == 'Stem <img src="@@PLUGINFILE@@/pic_a.gif" />'


# categories


def test_a_category_holds_for_the_questions_after_it():
    path, info = "<category><text>$course$/A</text></category>", "<info><text>About</text></info>"
    category = f'<question type="category">{path}{info}</question>'
    first, line, second = everything(asked("essay"), category, asked("essay"))
    assert [one.category for one in (first, line, second)] == ["", "$course$/A", "$course$/A"]
    assert (line.type, line.stem) == ("category", "About")


# the file as a whole


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"<quiz>\n<question type='essay'>", 2),
        (b"<quiz>\n<a></b></quiz>", 2),
        (b"<quiz>\n<question><name>&nbsp;</name></question></quiz>", 2),
        (b"<quiz/>\n<quiz/>", 2),
        (b"<quiz>\n\n<a>\x01</a></quiz>", 3),
        (b"<quiz>\n\xff\xfe</quiz>", 2),
        (b"GIFT {=a}", 1),
    ],
)
def test_xml_that_is_not_whole_is_refused_as_a_whole_with_its_line(raw, line):
    with pytest.raises(BankXml) as refused:
        list(read_moodle_xml(raw))
    assert refused.value.facts["line"] == line


@pytest.mark.parametrize("raw", [b"<questestinterop/>", b"<html><quiz/></html>", b"<a><b><question/></b></a>"])
def test_another_root_is_refused(raw):
    with pytest.raises(BankFormat):
        list(read_moodle_xml(raw))


@pytest.mark.parametrize(
    "declared",
    [
        "<!ENTITY a 'b'>",
        "<!ENTITY a SYSTEM 'file:///etc/hostname'>",
        "<!ENTITY % a 'b'>",
        "<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_with_entities_of_its_own_is_refused(declared, encoding):
    text = f"<!DOCTYPE quiz [{declared}]><quiz><question type='essay'><name><text>&a;</text></name></question></quiz>"
    with pytest.raises((BankEntities, BankXml)):
        list(read_moodle_xml(text.encode(encoding)))


def test_a_document_type_alone_is_refused_too():
    with pytest.raises(BankEntities):
        list(read_moodle_xml(b"<!DOCTYPE quiz SYSTEM 'file:///etc/passwd'><quiz></quiz>"))


@pytest.mark.parametrize("name", ["UTF-7", "utf7", "unicode-1-1-utf-7", "ISO-2022-JP", "HZ-GB-2312"])
def test_an_encoding_that_hides_markup_in_letters_is_refused(name):
    with pytest.raises(BankXml):
        list(read_moodle_xml(f'<?xml version="1.0" encoding="{name}"?><quiz></quiz>'.encode()))


def test_comments_and_instructions_are_passed_over():
    stem = "<questiontext><!-- a --><text>St<!-- b -->em</text><?c d?></questiontext>"
    assert only("essay", stem=stem).stem == "Stem"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (quiz(asked("essay", name="<name><text>甲镕</text></name>")), "utf-8-sig"),
        ("\n \t" + quiz(asked("essay", name="<name><text>甲镕</text></name>")), "utf-8"),
        (quiz(asked("essay", name="<name><text>甲镕</text></name>")).replace("UTF-8", "UTF-16"), "utf-16"),
        (quiz(asked("essay", name="<name><text>甲镕</text></name>")).replace("UTF-8", "UTF-16"), "utf-8"),
        (quiz(asked("essay", name="<name><text>甲镕</text></name>")).replace("UTF-8", "GB2312"), "gb18030"),
    ],
)
def test_the_encodings_that_files_come_in(text, encoding):
    (question,) = read_moodle_xml(text.encode(encoding))
    assert question.name == "甲镕"


def test_a_question_within_a_question_is_none():
    inner = "<question type='essay'><name><text>inner</text></name></question>"
    assert [one.name for one in everything(asked("essay", inner))] == ["Name"]


def test_lines_are_right_beyond_65535():
    assert everything("\n" * 70_000, asked("essay"))[0].line == 70_004


def test_a_picture_of_more_than_ten_megabytes_is_read():
    file = f'<file name="a" path="/" encoding="base64">{"QUFB" * 3_000_000}</file>'
    stem = f"<questiontext><text>Stem</text>{file}</questiontext>"
    assert len(only("essay", stem=stem).media[0].data) == 12_000_000


@given(st.text(alphabet="<>/&;\"'=question typ!-[]CDATA#1", max_size=120))
def test_any_text_between_two_questions_is_read_or_refused(text):
    try:
        found = everything(asked("essay"), text)
    except (BankXml, BankEntities):
        return
    assert all(isinstance(one, (Question, Rejected, Warned)) for one in found)

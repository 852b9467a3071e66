"""One door for every file: which format it is in, its whole result, and the way in through the firewall."""

import json
import subprocess
import sys

import pytest

from exams.firewall.errors import FileUnreadable
from exams.firewall.readers import READERS as FIREWALL
from exams.interop.codes import Code
from exams.interop.detect import bank_format, detect
from exams.interop.door import READERS, bank_text, read_bank
from exams.interop.errors import BankEmpty, BankEntities, BankFormat, BankXml
from exams.interop.way_in import LIMITS, bank_formats, read_bank_file
from exams.trust.errors import TooLarge

GIFT = "::甲::问题{=a#yes ~%-50%b}\n\nBad {\n"
XML = '<?xml version="1.0"?><quiz><question type="essay"><name><text>E</text></name></question></quiz>'
AIKEN = "Stem\nA) one\nB) two\nANSWER: A\n"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (GIFT, "", "gift"),
        ("$CATEGORY: a\n\ndescription", "", "gift"),
        ("::a::description", "a.txt", "gift"),
        ("only words", "a.gift", "gift"),
        ("only words", "a.txt", ""),
        (XML, "", "moodle-xml"),
        ("\n<!-- x -->\n<quiz></quiz>", "a.txt", "moodle-xml"),
        ("<quiz ><question/></quiz>", "", "moodle-xml"),
        ("<?xml version='1.0'?><unknown/>", "a.xml", ""),
        (AIKEN, "a.txt", "aiken"),
        (AIKEN.replace("\n", "\r"), "a.txt", "aiken"),
        ("Is $\\frac{1}{2}=\\frac{2}{4}$?\nA) yes\nB) no\nANSWER: A\n", "a.txt", "aiken"),
        ("[html]<p>x</p>{=a ~b}", "", "gift"),
        ("<?tool made=it?><!-- x -->\n<quiz>{a}</quiz>", "a.xml", "moodle-xml"),
        ("<document><text>\\frac{1}{2}</text></document>\n", "a.xml", ""),
        ("<?tool x?><document>{=a ~b}</document>", "", ""),
        ("<p>One {T}</p>", "a.txt", "gift"),
        ("<!-- mine -->\nWater is wet.{T}", "a.gift", "gift"),
        ("A sentence with {1:SHORTANSWER:=one} blank.", "a.txt", "cloze"),
    ],
)
def test_the_format_is_found_by_what_stands_in_the_file(text, name, kind):
    assert detect(text.encode(), name) == kind


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
@pytest.mark.parametrize(("text", "kind"), [(GIFT, "gift"), (XML, "moodle-xml"), (AIKEN, "aiken")])
def test_the_format_is_found_in_every_encoding(text, kind, encoding):
    assert detect(text.encode(encoding)) == kind


@pytest.mark.parametrize(
    "name", ["moodle_xml", "MoodleXML", "xml", "moodle-xml", " Moodle XML ".strip().replace(" ", "-")]
)
def test_a_format_has_one_spelling(name):
    assert bank_format(name) == "moodle-xml"


def test_the_result_sorts_what_was_read():
    result = read_bank(GIFT.encode())
    assert result.format == "gift"
    assert [one.name for one in result.questions] == ["甲"]
    assert [(one.code, one.line) for one in result.rejected] == [(Code.GIFT_BRACE, 3)]
    assert result.warnings == ()


def test_a_guessed_encoding_is_told():
    result = read_bank(("选择正确的一项：商业银行的原则是什么" + GIFT).encode("gb18030"))
    assert [(one.code, dict(one.facts)) for one in result.warnings] == [(Code.ENCODING, {"encoding": "gb18030"})]


def test_the_shape_of_a_question_is_that_of_the_command_line():
    (question,) = read_bank(GIFT.encode()).to_json()["questions"]
    assert question == {
        "type": "single",
        "name": "甲",
        "stem": "问题",
        "answers": [
            {"text": "a", "fraction": 1.0, "tolerance": None, "feedback": "yes"},
            {"text": "b", "fraction": -0.5, "tolerance": None},
        ],
        "format": "moodle",
        "mark": 1.0,
        "penalty": 0.3333333,
        "line": 1,
    }


@pytest.mark.parametrize(
    ("text", "field", "said"),
    [
        ("Q{T}", "correct", True),
        ("Q{F}", "correct", False),
        ("Q{=a -> b = -> c}", "pairs", [["a", "b"], ["", "c"]]),
        ("Q{>2 ALL\none\ntwo\n}", "items", ["one", "two"]),
        ("Q{#1..5}", "answers", [{"text": "3", "fraction": 1.0, "tolerance": 2.0}]),
    ],
)
def test_each_type_says_its_answer_in_its_own_field(text, field, said):
    (question,) = read_bank(text.encode()).to_json()["questions"]
    assert question[field] == said


def test_the_parts_of_cloze_are_shown_with_their_types():
    (question,) = read_bank(b"a {2:NM:=3:0.1} {1:SA:=b}").to_json()["questions"]
    assert [(one["type"], one["mark"]) for one in question["parts"]] == [("numerical", 2), ("shortanswer", 1)]


@pytest.mark.parametrize("text", [GIFT, XML, AIKEN])
def test_the_text_made_one_by_one_says_the_same_as_the_whole(text):
    assert json.loads(bank_text(text.encode())) == json.loads(json.dumps(read_bank(text.encode()).to_json()))


@pytest.mark.parametrize("raw", [b"", b" \n\t", b"\xef\xbb\xbf", b"\xff\xfe\n\0", b"\0\0\0"])
def test_a_file_of_nothing_is_refused(raw):
    with pytest.raises(BankEmpty):
        read_bank(raw)


@pytest.mark.parametrize(("raw", "kind"), [(b"only words", ""), (GIFT.encode(), "docbook"), (b"<html/>", "")])
def test_an_unknown_format_is_refused(raw, kind):
    with pytest.raises(BankFormat):
        read_bank(raw, "", kind)


def test_a_format_that_was_named_is_not_guessed():
    assert read_bank(b"only words", "", "gift").questions[0].type == "description"


# through the firewall


def test_a_file_is_read_in_a_process_of_its_own(tmp_path):
    file = tmp_path / "bank.txt"
    file.write_text(GIFT, "utf-8")
    told = read_bank_file(file)
    assert (told["format"], told["n_rejected"], told["questions"][0]["answers"][1]["fraction"]) == ("gift", 1, -0.5)


def test_the_ending_gift_names_the_format(tmp_path):
    file = tmp_path / "bank.GIFT"
    file.write_text("only words", "utf-8")
    assert read_bank_file(file)["questions"][0]["type"] == "description"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("moodle-xml", XML),
        ("aiken", AIKEN),
        ("gift", GIFT),
        ("missing-word", "a {=b ~c}"),
        ("cloze", "a {1:SA:=b}"),
    ],
)
def test_every_text_format_has_its_way_in(tmp_path, kind, text):
    file = tmp_path / "bank"
    file.write_text(text, "utf-8")
    assert read_bank_file(file, kind)["format"] == kind


@pytest.mark.parametrize("kind", sorted(READERS))
def test_every_format_that_is_read_is_let_in_by_the_firewall(kind):
    assert f"exams.interop.inlets:{kind.replace('-', '_')}" in FIREWALL


@pytest.mark.parametrize(
    ("raw", "failure"),
    [
        (b"", BankEmpty),
        (b"only words", BankFormat),
        (b"<quiz><a>", BankXml),
        (b"<!DOCTYPE q [<!ENTITY a 'b'>]><quiz>&a;</quiz>", BankEntities),
    ],
)
def test_what_the_reader_refuses_comes_out_as_it_is(tmp_path, raw, failure):
    file = tmp_path / "bank"
    file.write_bytes(raw)
    with pytest.raises(failure):
        read_bank_file(file)


def test_a_file_over_its_size_is_not_even_opened(tmp_path):
    file = tmp_path / "bank.gift"
    with file.open("wb") as out:
        out.truncate(LIMITS.size + 1)
    with pytest.raises(TooLarge):
        read_bank_file(file)


def test_no_file_is_told(tmp_path):
    with pytest.raises(FileUnreadable):
        read_bank_file(tmp_path / "none.gift")


def test_a_format_that_is_not_read_starts_nothing(tmp_path):
    with pytest.raises(BankFormat):
        read_bank_file(tmp_path / "none", "docbook")


def test_the_formats_have_names():
    assert set(bank_formats()) == set(READERS)


def test_the_way_in_loads_no_reader():
    code = "import sys, exams.interop.way_in; print({'lxml', 'openpyxl', 'docx'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"

"""Hostile banks of questions (rows H01 to H13 of the security design, as far as files are read and answers graded).

Each is read by a child of the import firewall that may use two seconds of the processor; it tells its own memory.
"""

import io
import stat
import subprocess
import sys
import zipfile
from base64 import b64encode

import pytest

from exams.interop.door import open_bank
from exams.interop.question import Answer, Media, Question
from exams.interop.writing import write_bank, write_formats
from exams.items.errors import BadNumber
from exams.items.numbers import parse_number
from tests.architecture.tree import ROOT
from tests.attacks.bank_reading import MOST_MEGABYTES, attacked_with, graded
from tests.exams.interop.qti2.new_items import choices, declared, item

MOODLE = (
    '<quiz><question type="essay"><name><text>E</text></name>'
    "<questiontext><text>{}</text></questiontext></question></quiz>"
)
ITEM = item(declared("B"), choices("a", "b"))
LAUGHS = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in zip("abcdefgh", "bcdefghi", strict=True)
)
DECLARED = {
    "a file": '[<!ENTITY i SYSTEM "file:///etc/passwd">]',
    "a parameter": '[<!ENTITY % p SYSTEM "http://127.0.0.1:9/p.dtd"> %p; <!ENTITY i "x">]',
    "another document": 'SYSTEM "http://127.0.0.1:9/quiz.dtd"',
    "laughs": f"[{LAUGHS}]",
    "one long entity": f'[<!ENTITY i "{"x" * 100_000}">]',
}


def modest(told):
    """Read or refused within its memory; a child that took too long would have raised."""
    assert told["megabytes"] < MOST_MEGABYTES
    return told


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("kind", sorted(DECLARED))
@pytest.mark.parametrize("text", [MOODLE.format("&i;" * 10_000), ITEM.replace("Which?", "&i;" * 10_000)])
def test_h01_a_document_type_of_ones_own(text, kind, encoding):
    root = "quiz" if text.startswith("<quiz") else "assessmentItem"
    said = f'<?xml version="1.0"?><!DOCTYPE {root} {DECLARED[kind]}>{text}'
    told = modest(attacked_with(said.encode(encoding)))
    assert (told["refused"], told["questions"]) == ("E_BANK_ENTITIES", 0)


@pytest.mark.parametrize("text", [MOODLE.format("x"), ITEM])
def test_h01_an_encoding_in_which_letters_hide_markup(text):
    told = modest(attacked_with(f'<?xml version="1.0" encoding="UTF-7"?>{text}'.encode()))
    assert (told["refused"], told["questions"]) == ("E_BANK_XML", 0)


@pytest.mark.parametrize(
    ("raw", "refusal"),
    [
        (b"<quiz>" + b"<a>" * 200_000, "E_BANK_XML"),
        (b'<quiz><question type="essay"><questiontext>' + b"<a>" * 200_000, "E_BANK_XML"),
        (b"<quiz>" + b'<question type="essay"/>' * 2_000_000 + b"</quiz>", "E_SIZE"),
        (b"<assessmentItem>" + b"<a>" * 200_000, "E_SIZE"),
        (b"<assessmentTest>" + b"<assessmentItem/>" * 2_000_000 + b"</assessmentTest>", "E_SIZE"),
        (b"<questestinterop>" + b"<item/>" * 2_000_000 + b"</questestinterop>", "E_SIZE"),
    ],
    ids=["moodle-deep", "moodle-question-deep", "moodle-many", "qti2-deep", "qti2-many", "qti12-many"],
)
def test_h02_too_deep_or_too_many(raw, refusal):
    told = modest(attacked_with(raw))
    assert (told["refused"], told["questions"]) == (refusal, 0)


@pytest.mark.parametrize("text", ["a{}\n\n", "Stem\nA) one\nB) two\nANSWER: A\n"])
def test_h02_more_questions_than_a_bank_may_hold_in_a_text(monkeypatch, text):
    monkeypatch.setattr("exams.interop.door.MOST_QUESTIONS", 100)
    assert len(list(open_bank(text.encode() * 100)[1])) == 100
    with pytest.raises(Exception, match="E_SIZE"):
        list(open_bank(text.encode() * 101)[1])


def packed(*members, method=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, text in members:
            archive.writestr(name, text)
    return file.getvalue()


def link():
    member = zipfile.ZipInfo("a.xml")
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    return packed((member, "/etc/passwd"))


def locked():
    raw = bytearray(packed(("a.xml", ITEM)))
    raw[raw.rindex(b"PK\1\2") + 8] |= 1
    return bytes(raw)


ARCHIVES = {
    "upwards": (packed(("../planted.xml", ITEM)), "E_PATH"),
    "absolute": (packed(("/tmp/planted.xml", ITEM)), "E_PATH"),
    "drive": (packed(("C:/planted.xml", ITEM)), "E_PATH"),
    "stream": (packed(("a.xml:planted", ITEM)), "E_PATH"),
    "twice": (packed(("a.xml", ITEM), ("A.XML", ITEM)), "E_PATH"),
    "link": (link(), "E_ZIP"),
    "locked": (locked(), "E_ZIP"),
    "nested": (packed(("inner.zip", packed(("a.xml", ITEM)))), "E_ZIP"),
    "bomb": (packed(("a.xml", b" " * 30_000_000)), "E_SIZE"),
}


@pytest.mark.parametrize("kind", sorted(ARCHIVES))
def test_h03_an_archive_that_is_a_trap(kind, tmp_path, monkeypatch):
    home = tmp_path / "a" / "b"
    home.mkdir(parents=True)
    monkeypatch.chdir(home)
    raw, refusal = ARCHIVES[kind]
    told = modest(attacked_with(raw))
    assert (told["refused"], told["questions"]) == (refusal, 0)
    assert sorted(tmp_path.rglob("*")) == [tmp_path / "a", home]


PICTURES = {
    "large.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (60_000).to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0" + b"\0" * 64,
    "cut.jpg": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "many.gif": b"GIF89a\1\0\1\0\0\0\0" + b"\x2c\0\0\0\0\1\0\1\0\0\2\2D\1\0" * 100_000,
    "program.svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="go()"><script>go()</script></svg>',
}


@pytest.mark.parametrize("name", sorted(PICTURES))
def test_h08_a_picture_in_a_bank_is_carried_and_never_opened(name):
    stem = f'<img src="@@PLUGINFILE@@/{name}">'
    picture = Media(name, "/", b64encode(PICTURES[name]).decode())
    raw = b"".join(write_bank([Question("essay", "E", stem, media=(picture,))], "moodle-xml", []))
    told = modest(attacked_with(raw))
    assert (told["refused"], told["questions"]) == ("", 1)
    package = packed(("a.xml", ITEM), (f"media/{name}", PICTURES[name]), method=zipfile.ZIP_STORED)
    told = modest(attacked_with(package))
    assert (told["refused"], told["questions"]) == ("", 1)


SHEET = "题型,题干,选项A,选项B,选项C,选项D,答案,分值\n单选题,问题,{},{},丙,丁,A,{}\n"


@pytest.mark.parametrize(("one", "other"), [("Ａ１", "A1"), ("甲\u200b", "甲"), ("甲\u202e", "甲"), ("①", "1")])
def test_h09_two_options_that_look_the_same_are_told(one, other):
    told = modest(attacked_with(SHEET.format(one, other, 1).encode()))
    assert told["codes"] == ["warned W_SHEET_SAME"]


@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\u2066", "\ufeff"])
def test_h09_signs_that_nobody_sees_are_taken_out_of_a_sheet(sign):
    (question,) = (one for one in open_bank(SHEET.format(f"a{sign}b", "c", 1).encode())[1] if isinstance(one, Question))
    assert question.answers[0].text == "ab"


NUMBER = {"type": "numerical", "answers": [{"text": "12", "fraction": 1.0, "tolerance": 0.5}]}
TYPED = {
    "1e999999999": "wrong 0", "1e-999999999": "wrong 0", "9" * 5_000: "wrong 0", "1" * 400 + "." + "1" * 400: "wrong 0",
    "１２": "wrong 0", "٣": "wrong 0", "NaN": "wrong 0", "Infinity": "wrong 0", "0x10": "wrong 0", "1_2": "wrong 0",
    "1_000": "wrong 0", "12": "right 1", "1.2e1": "right 1", "12,4": "right 1", "": "blank 0",
}  # fmt: skip


def test_h10_numbers_that_are_none_are_graded_the_same_in_every_process():
    assert dict(zip(TYPED, graded(*((NUMBER, one) for one in TYPED)), strict=True)) == TYPED


@pytest.mark.parametrize("text", ["1e999999999", "9" * 5_000, "٣", "NaN", "0x10", "1_000", "1\u200b2", "²"])
def test_h10_the_paper_refuses_what_is_no_number(text):
    with pytest.raises(BadNumber):
        parse_number(text)


def test_h10_the_paper_takes_full_width_figures():
    assert parse_number("１２") == 12


def test_h11_stars_and_signs_of_regular_expressions_cost_nothing():
    def short(pattern):
        return {"type": "shortanswer", "answers": [{"text": pattern, "fraction": 1.0}]}

    many = "*a" * 30 + "*b"
    cases = [
        ((short(many), "a" * 50_000), "wrong 0"),
        ((short(many), "a" * 50_000 + "b"), "right 1"),
        ((short("(a+)+$"), "a" * 5_000), "wrong 0"),
        ((short("(a+)+$"), "(a+)+$"), "right 1"),
        ((short("[.*"), "[x"), "wrong 0"),
    ]
    assert graded(*(case for case, _ in cases)) == [said for _, said in cases]


@pytest.mark.parametrize("mark", ["-3", "1000000000000000", "1e15", "NaN", "inf", "=1+1"])
def test_h12_marks_that_no_paper_could_carry_reject_their_row(mark):
    told = modest(attacked_with(SHEET.format("甲", "乙", mark).encode()))
    assert (told["questions"], told["codes"]) == (0, ["E_SHEET_MARK"])


NESTED = "<ul><li>" * 20_000
STEMS = [NESTED, "x" * 1_000_000, '<img width="99999999" src="a.png">', "<b>" * 20_000 + "x"]


@pytest.mark.parametrize("stem", STEMS, ids=["lists", "long", "wide", "bold"])
def test_h13_a_stem_that_is_too_much_is_read_as_text_and_written_in_every_format(stem):
    told = modest(attacked_with(MOODLE.format(f"<![CDATA[{stem}]]>").encode()))
    assert (told["refused"], told["questions"]) == ("", 1)
    question = Question("single", "N", stem, (Answer(stem, 1.0), Answer("b")))
    for kind in write_formats():
        raw = b"".join(write_bank([question], kind, []))
        if kind.startswith("qti"):
            assert modest(attacked_with(raw))["questions"] == 1


def test_grading_is_the_same_under_another_seed_of_hashes():
    code = (
        "from exams.interop.grading.door import grade_case as g\n"
        "from tests.attacks.test_banks_attacked import NUMBER, TYPED\n"
        "print([g(NUMBER, one).state for one in TYPED])"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1

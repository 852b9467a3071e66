"""Interop 2: what QTI cannot say, or its package does not hold, is told; what it keeps is not."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from lxml import etree

from exams.interop.codes import Code
from exams.interop.door import read_bank
from exams.interop.question import Answer, Media, Part, Question
from exams.interop.writing import write_bank, write_formats
from tests.exams.interop.qti2.new_items import declared, item

VERSIONS = ["qti21", "qti3"]
CHOICE = Question("single", "N", "Stem", (Answer("a", 1.0), Answer("b")))
NUMBER = Question("numerical", "N", "S", (Answer("3", 1.0),))


def written(kind, *questions):
    warnings = []
    return b"".join(write_bank(questions, kind, warnings)), warnings


def told(kind, *questions):
    return [(one.code, one.facts.get("what")) for one in written(kind, *questions)[1]]


def members(raw):
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


LOST = [
    (replace(CHOICE, penalty=0.5), "penalty"),
    (replace(CHOICE, tags=("x",)), "tags"),
    (replace(CHOICE, category="A"), "category"),
    (replace(CHOICE, media=(Media("a"),)), "media"),
    (replace(CHOICE, idnumber="7 and more"), "idnumber"),
    (replace(CHOICE, mark=0.0), "mark"),
    (replace(CHOICE, answers=(Answer("a", 1.0, None, "f"), Answer("b"))), "answer feedback"),
    (replace(CHOICE, options={"hints": ["h"], "shuffleanswers": "1"}), "hints"),
    (replace(CHOICE, answers=(Answer("a", 0.5), Answer("b"))), "fractions"),
    (replace(CHOICE, type="multiple", answers=(Answer("a", 0.5), Answer("b"))), "fractions"),
    (replace(CHOICE, type="multiple", options={"policy": "all_or_nothing"}), "fractions"),
    (replace(NUMBER, answers=(Answer("3", 1.0), Answer("4", -0.5))), "fractions"),
    (Question("ordering", "N", "S", items=("a", "b"), options={"gradingtype": "RELATIVE_TO_CORRECT"}), "gradingtype"),
]


@pytest.mark.parametrize("kind", VERSIONS)
@pytest.mark.parametrize(("question", "what"), LOST)
def test_what_is_lost_is_told(kind, question, what):
    assert told(kind, question) == [(Code.LOST, what)]


@pytest.mark.parametrize("kind", VERSIONS)
@pytest.mark.parametrize(
    "question",
    [
        replace(CHOICE, mark=2.5, feedback="f", idnumber="ID-1"),
        replace(CHOICE, answers=(Answer("a", 1.0), Answer("b", 0.5), Answer("c", -0.25))),
        replace(CHOICE, type="multiple", answers=(Answer("a", 0.75), Answer("b", 0.75), Answer("c", -1.0))),
        replace(CHOICE, type="multiple", options={"policy": "all_or_nothing"},
                answers=(Answer("a", 0.5), Answer("b", 0.5), Answer("c", -1.0))),
        Question("truefalse", "N", "S", correct=True, penalty=1.0),
        Question("shortanswer", "N", "S", (Answer("a", 1.0), Answer("*", 0.0))),
    ],
)  # fmt: skip
def test_what_is_kept_is_not_told(kind, question):
    assert told(kind, question) == []


def test_the_parts_of_a_mark_that_come_to_more_than_all_are_read_back_as_they_are():
    answers = (Answer("a", 0.75), Answer("b", 0.75), Answer("c", -1.0))
    (back,) = read_bank(written("qti21", replace(CHOICE, type="multiple", answers=answers, mark=2.0))[0]).questions
    assert [one.fraction for one in back.answers] == [0.75, 0.75, -1.0]


NOT_WRITTEN = [
    Question("shortanswer", "N", "S", (Answer("a*b", 1.0),)),
    Question("shortanswer", "N", "S", (Answer("a", 0.5),)),
    replace(NUMBER, answers=(Answer("5 m", 1.0),)),
    Question("truefalse", "N", "S"),
    Question("matching", "N", "S", pairs=(("", "c"),)),
    Question("ordering", "N", "S", items=("a",)),
    Question("cloze", "N", "{#1}", parts=(Part("multiple", (Answer("a", 1.0),)),)),
    Question("cloze", "N", "no place", parts=(Part("shortanswer", (Answer("a", 1.0),)),) * 2),
    Question("ddmarker", "N", "S", source='<question type="ddmarker"/>'),
    Question("calculated", "N", "S", (Answer("{a}+1", 1.0),), source='<question type="calculated"/>'),
]


@pytest.mark.parametrize("kind", VERSIONS)
@pytest.mark.parametrize("question", NOT_WRITTEN)
def test_what_qti_cannot_say_is_left_out_and_told(kind, question):
    raw, warnings = written(kind, question, CHOICE)
    assert [one.code for one in warnings] == [Code.NOT_WRITTEN]
    assert [one.type for one in read_bank(raw).questions] == ["single"]


def test_all_or_nothing_cannot_be_said_in_moodle_and_is_told():
    whole = replace(
        CHOICE, type="multiple", answers=(Answer("a", 1.0), Answer("b", -1.0)), options={"policy": "all_or_nothing"}
    )
    assert told("moodle-xml", whole) == told("gift", whole) == [(Code.LOST, "policy")]
    assert "policy" not in written("moodle-xml", whole)[0].decode()
    assert told("moodle-xml", replace(whole, options={})) == []


@pytest.mark.parametrize("kind", VERSIONS)
def test_an_item_that_only_goes_round_is_written_as_it_came(kind):
    body = '<hotspotInteraction responseIdentifier="RESPONSE"><hotspotChoice shape="rect" coords="1,2,3,4" identifier="A"/></hotspotInteraction>'  # noqa: E501
    (spot,) = read_bank(item(declared("A"), body).encode()).questions
    raw, warnings = written(kind, spot)
    (back,) = read_bank(raw).questions
    assert (warnings, back.type, back.qti["responses"]) == ([], "hotspot", spot.qti["responses"])
    assert 'coords="1,2,3,4"' in back.source


@pytest.mark.parametrize("kind", VERSIONS)
def test_gaps_of_moodle_become_dropdowns(kind):
    words = (Answer("sun", 1.0), Answer("moon"))
    gaps = Question(
        "gapselect", "N", "By day [[1]], by night [[2]].", parts=(Part("single", words), Part("single", words))
    )
    (back,) = read_bank(written(kind, gaps)[0]).questions
    assert (back.type, back.stem) == ("dropdowns", "By day {#1}, by night {#2}.")


@pytest.mark.parametrize("kind", VERSIONS)
def test_a_single_dropdown_goes_round_twice(kind):
    one = Question("dropdowns", "N", "At {#1}.", parts=(Part("single", (Answer("noon", 1.0), Answer("night"))),))
    (back,) = read_bank(written(kind, one)[0]).questions
    (again,) = read_bank(written(kind, back)[0]).questions
    assert (again.stem, again.parts) == (back.stem, back.parts)


# the package


@pytest.mark.parametrize("kind", VERSIONS)
def test_the_same_questions_give_the_same_bytes(kind):
    questions = [CHOICE, NUMBER, Question("ordering", "N", "S", items=("c", "a", "b"))]
    assert written(kind, *questions)[0] == written(kind, *questions)[0]


@pytest.mark.parametrize(
    ("kind", "resource", "root", "choice"),
    [
        ("qti21", "imsqti_item_xmlv2p1", "{imsqti_v2p1}assessmentItem", "simpleChoice"),
        ("qti3", "imsqti_item_xmlv3p0", "{imsqtiasi_v3p0}qti-assessment-item", "qti-simple-choice"),
    ],
)
def test_a_manifest_lists_a_file_for_each_question_in_the_names_of_the_version(kind, resource, root, choice):
    files = members(written(kind, CHOICE, NUMBER)[0])
    manifest = etree.fromstring(files["imsmanifest.xml"])
    listed = [(one.get("type"), one.get("href")) for one in manifest.iter("{*}resource")]
    assert listed == [(resource, "items/q00001.xml"), (resource, "items/q00002.xml")]
    assert [href for _, href in listed] == [name for name in files if name != "imsmanifest.xml"]
    read = etree.fromstring(files["items/q00001.xml"])
    assert read.tag == root.replace("{", "{http://www.imsglobal.org/xsd/")
    assert [one.get("identifier") for one in read.iter(f"{{*}}{choice}")] == ["A", "B"]


def test_version_3_knows_no_name_without_its_prefix_but_those_of_html():
    text = members(written("qti3", replace(CHOICE, stem="<b>x</b> y", format="html"), NUMBER)[0])
    names = {one.tag.rpartition("}")[2] for raw in text.values() for one in etree.fromstring(raw).iter()}
    of_manifest = {"manifest", "metadata", "schema", "schemaversion", "organizations", "resources", "resource", "file"}
    assert {name for name in names if not name.startswith("qti-")} - of_manifest == {"b", "div", "p"}


def test_an_identifier_is_kept_once():
    back = read_bank(written("qti21", *[replace(CHOICE, idnumber="ID-1")] * 2)[0]).questions
    assert [one.idnumber for one in back] == ["ID-1", "q00002"]


def test_a_text_that_packs_too_well_is_stored_so_that_no_reader_takes_it_for_a_bomb():
    (back,) = read_bank(written("qti21", replace(CHOICE, stem="x" * 200_000))[0]).questions
    assert len(back.stem) == 200_000


def test_scripts_and_handlers_are_not_written():
    stem = '<p onclick="go()">a<script>b()</script><iframe src="x">c</iframe></p>'
    text = members(written("qti21", replace(CHOICE, stem=stem, format="html"))[0])["items/q00001.xml"].decode()
    assert "<p>a</p>" in text


def test_references_to_characters_that_xml_cannot_hold_are_taken_out():
    stem = '<b title="&#1;t">a&#2;b</b>\x03'
    (back,) = read_bank(written("qti21", replace(CHOICE, stem=stem, format="html"))[0]).questions
    assert back.stem == '<b title="t">ab</b>'


def test_both_versions_are_among_the_formats():
    assert set(VERSIONS) <= set(write_formats())

"""Spoilt QTI of every kind: read, told or refused, never a crash; and whatever was read can be graded or refused."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from exams.errors import AcademyError
from exams.interop.grading.door import grade_case
from exams.interop.packages import read_qti
from exams.interop.question import Question
from tests.exams.interop.qti2.new_items import as_3, choices, declared, entry
from tests.exams.interop.qti2.new_items import item as new_item
from tests.exams.interop.qti12.old_items import cond, eq, item, lid, mat, meta, typed, whole

AND_NOT = f"<and>{eq('A')}<not>{eq('B')}</not></and>"
RANGE = '<vargte respident="b">3</vargte><varlte respident="b">4</varlte>'
MAPPING = '<mapping><mapEntry mapKey="A" mappedValue="1"/></mapping>'
WHOLE = [
    whole(item(lid("A", "B", "C"), cond(eq("A")))),
    whole(item(lid("A", "B", cardinality="Multiple"), cond(AND_NOT))),
    whole(item(typed("a") + typed("b"), cond(eq("x", "a")), cond(RANGE))),
    whole(item(lid("x", "y", ident="p", prompt=mat("l")) + lid("x", "y", ident="q"), cond(eq("x", "p")))),
    whole(item(lid("A", "B", cardinality="Ordered"), cond(eq("A") + eq("B")), head=meta(cc_profile="x"))),
    new_item(declared("B", more=MAPPING), choices("a", "<b>x</b>"), "map_response"),
    new_item(declared("B", "A", cardinality="ordered"), choices("a", "b").replace("choiceI", "orderI")),
    new_item(declared("5", base="float") + declared("x", base="string", name="R2"), f"<p>{entry()}{entry('R2')}</p>"),
    as_3(new_item(declared("A", "B", cardinality="multiple"), choices("a", "b", "c", most=0))),
]
TEXTS = ["", "A", "1,5", "1e99999", "SCORE.max", "A B", "\u202e", "multiple", "ordered", "point", "-1", "b"]
RESPONSES = [None, "A", ["A", "B"], {"RESPONSE": "A"}, [["a", "b"]], 5, True, {"RESPONSE": [[1], {"x": 2}]}]


@given(st.sampled_from(WHOLE), st.data())
def test_spoilt_items_are_read_told_or_refused(text, data):
    root = etree.fromstring(text)
    for _ in range(data.draw(st.integers(1, 4))):
        _spoil(root, data)
    graded(etree.tostring(root))


def _spoil(root, data):
    node = data.draw(st.sampled_from(list(root.iter())))
    above = node.getparent()
    act = data.draw(st.sampled_from(["drop", "twice", "text", "unset", "set"]))
    if act == "text":
        node.text = data.draw(st.sampled_from(TEXTS))
    elif act == "unset" and node.attrib:
        del node.attrib[data.draw(st.sampled_from(sorted(node.attrib)))]
    elif act == "set" and node.attrib:
        node.set(data.draw(st.sampled_from(sorted(node.attrib))), data.draw(st.sampled_from(TEXTS)))
    elif above is not None and act == "drop":
        above.remove(node)
    elif above is not None and act == "twice":
        above.append(copy.deepcopy(node))


def graded(raw):
    try:
        questions = [one.to_json() for one in read_qti(raw) if isinstance(one, Question)]
    except AcademyError:
        return
    told = {state_or_code(question, response) for question in questions for response in RESPONSES}
    assert told <= {"right", "partial", "wrong", "blank", "manual", "E_GRADE_CASE", "E_GRADE_TYPE"}


def state_or_code(question, response):
    try:
        return grade_case(question, response).state
    except AcademyError as refusal:
        return refusal.code


@given(st.sampled_from(WHOLE), st.integers(0, 4000))
def test_a_file_cut_short_is_refused_or_read(text, cut):
    graded(text.encode()[:cut])


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_or_read(raw):
    graded(raw)


@pytest.mark.parametrize("text", WHOLE)
def test_whole_ones_are_read_without_a_finding(text):
    assert [type(one) for one in read_qti(text.encode()) if not isinstance(one, Question)] == []

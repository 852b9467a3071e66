"""Parts of a picture that are paired or put in order: the key by their labels, the item whole (interop 2 and 3.6)."""

import pytest

from exams.desk.bank_preview import key_of
from exams.interop.grading.door import grade_case
from exams.interop.packages import read_qti
from exams.interop.record_text import question_from, record_text
from exams.interop.write_qti.package import write_qti3, write_qti21
from tests.exams.interop.qti2.new_items import declared, only, shown

pytestmark = pytest.mark.feature("c1")


def spot(ident, label="", tag="associableHotspot", more='matchMax="1"'):
    said = f' hotspotLabel="{label}"' if label else ""
    return f'<{tag} identifier="{ident}" shape="circle" coords="10,20,5"{said} {more}/>'


def asked(kind, inside):
    prompt = "<prompt>Where?</prompt>"
    return f'<{kind} responseIdentifier="RESPONSE">{prompt}<object data="a.png"/>{inside}</{kind}>'


def order():
    spots = "".join(spot(*one, tag="hotspotChoice", more="") for one in (("A", "Paris"), ("B", "Lyon"), ("C", "")))
    return only(declared("C", "A", "B", cardinality="ordered"), asked("graphicOrderInteraction", spots))


def associate():
    spots = "".join(spot(*one) for one in (("A", "teller"), ("B", "vault"), ("C", "door")))
    head = declared("A B", "C B", cardinality="multiple", base="pair")
    return only(head, asked("graphicAssociateInteraction", spots))


def gaps():
    image = '<gapImg identifier="X" matchMax="1" objectLabel="alarm"><object data="x.png"/></gapImg>'
    texts = '<gapText identifier="Y" matchMax="1">exit</gapText>'
    head = declared("X A", "Y B", cardinality="multiple", base="directedPair")
    inside = image + texts + spot("A", "left") + spot("B", "right")
    return only(head, asked("graphicGapMatchInteraction", inside))


def test_an_order_on_a_picture_is_keyed_by_labels_and_by_identifiers_where_there_are_none():
    question = order()
    assert (question.type, question.items) == ("hotspot", ("C", "Paris", "Lyon"))
    assert question.to_json()["items"] == ["C", "Paris", "Lyon"]
    assert key_of(question) == "C → Paris → Lyon"


def test_pairs_on_a_picture_are_keyed_by_labels():
    question = associate()
    assert (question.type, question.pairs) == ("hotspot", (("teller", "vault"), ("door", "vault")))
    assert key_of(question) == "teller → vault; door → vault"


def test_what_is_laid_onto_a_picture_is_keyed_with_its_place():
    question = gaps()
    assert (question.type, question.pairs) == ("hotspot", (("alarm", "left"), ("exit", "right")))
    assert question.to_json()["pairs"] == [["alarm", "left"], ["exit", "right"]]


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (order(), ["C", "A", "B"], ["A", "B", "C"]),
        (associate(), ["B A", "B C"], ["A C", "B C"]),
        (gaps(), ["X A", "Y B"], ["A X", "Y B"]),
    ],
)
def test_they_are_graded_as_their_processing_says(question, right, wrong):
    """Interop 4.11: an order as it stands, pairs either way, directed pairs only as they are."""
    grades = [grade_case(question.to_json(), {"RESPONSE": given}).fraction for given in (right, wrong)]
    assert grades == [1, 0]


@pytest.mark.parametrize("write", [write_qti21, write_qti3])
@pytest.mark.parametrize("question", [order(), associate(), gaps()])
def test_they_go_out_as_they_came_in(write, question):
    warnings = []
    (again,) = read_qti(write([question_from(record_text(question))], warnings))
    assert (shown(again) | {"line": 1}, warnings) == (shown(question) | {"line": 1}, [])

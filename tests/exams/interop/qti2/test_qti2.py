"""Interop 2 and 3.6: QTI 2.0 to 3.0; every item here is read in the names of 2.x and again in those of 3.0."""

import pytest

from exams.interop.codes import Code
from exams.interop.errors import BankEntities, BankXml
from exams.interop.grading.door import grade_case
from exams.interop.qti2.reader import read_qti2
from exams.interop.result import Rejected, Warned
from exams.trust.errors import TooLarge
from tests.exams.interop.qti2.new_items import as_3, choices, declared, entry, everything, item, only

TWO = ("first", "second")


def texts(answers):
    return [(one.text, one.fraction) for one in answers]


# choices


def test_one_right_choice():
    question = only(declared("B"), choices(*TWO))
    assert (question.type, texts(question.answers)) == ("single", [("first", 0), ("second", 1)])


def test_several_right_choices_are_all_or_nothing_unless_mapped():
    question = only(declared("A", "C", cardinality="multiple"), choices("a", "b", "c", most=0))
    assert (question.type, [one.fraction for one in question.answers]) == ("multiple", [0.5, -1, 0.5])
    assert question.options == {"policy": "all_or_nothing"}


def test_a_mapping_gives_the_parts():
    mapping = '<mapping><mapEntry mapKey="A" mappedValue="3"/><mapEntry mapKey="B" mappedValue="-1"/><mapEntry mapKey="C" mappedValue="1"/></mapping>'  # noqa: E501
    head = declared("A", "C", cardinality="multiple", more=mapping)
    question = only(head, choices("a", "b", "c", most=0), "map_response")
    assert [one.fraction for one in question.answers] == [0.75, -0.25, 0.25]
    assert "policy" not in question.options


@pytest.mark.parametrize(
    ("words", "right"), [(("True", "False"), False), (("正确", "错误"), False), (("错", "对"), True)]
)
def test_two_choices_of_true_and_false_are_a_question_of_true_or_false(words, right):
    question = only(declared("B"), choices(*words))
    assert (question.type, question.correct) == ("truefalse", right)


def test_the_cardinality_decides_more_than_the_number_of_choices():
    assert only(declared("A"), choices(*TWO, most=0)).type == "single"
    assert only(declared("A", cardinality="multiple"), choices(*TWO, most=1)).type == "multiple"


def test_a_choice_whose_key_stands_only_in_its_processing():
    rules = (
        '<responseProcessing><responseCondition><responseIf><match><variable identifier="RESPONSE"/>'
        '<baseValue baseType="identifier">B</baseValue></match><setOutcomeValue identifier="SCORE">'
        '<baseValue baseType="float">2</baseValue></setOutcomeValue></responseIf></responseCondition>'
        "</responseProcessing>"
    )
    assert texts(only(declared(), choices(*TWO), rules).answers) == [("first", 0), ("second", 1)]


def test_hottexts_are_choices():
    body = '<hottextInteraction responseIdentifier="RESPONSE" maxChoices="1"><p>a <hottext identifier="A">b</hottext> <hottext identifier="B">c</hottext></p></hottextInteraction>'  # noqa: E501
    question = only(declared("B"), body)
    assert (question.type, texts(question.answers)) == ("single", [("b", 0), ("c", 1)])
    assert "[b] [c]" in question.stem


def test_markup_in_a_choice_stays_and_feedback_goes():
    question = only(declared("A"), choices('<b>x</b><feedbackInline identifier="f">no</feedbackInline>', "1 &lt; 2"))
    assert [(one.text, one.format) for one in question.answers] == [("<b>x</b>", "html"), ("1 < 2", "plain")]


# what is typed


def test_a_text_entry_with_a_mapping():
    mapping = '<mapping><mapEntry mapKey="York" mappedValue="2"/><mapEntry mapKey="york" mappedValue="1"/></mapping>'
    question = only(declared("York", base="string", more=mapping), f"<p>Where? {entry()}</p>", "map_response")
    assert (question.type, texts(question.answers)) == ("shortanswer", [("York", 1), ("york", 0.5)])
    assert question.options == {"usecase": True}
    assert "_____" in question.stem


def test_a_mapping_without_case_and_a_star_that_is_a_star():
    mapping = '<mapping><mapEntry mapKey="2*3" mappedValue="1" caseSensitive="false"/></mapping>'
    question = only(declared(base="string", more=mapping), f"<p>{entry()}</p>", "map_response")
    assert (texts(question.answers), question.options) == ([(r"2\*3", 1)], {})


def test_a_mapping_may_say_for_all_entries_that_case_does_not_matter():
    mapping = '<mapping caseSensitive="false"><mapEntry mapKey="York" mappedValue="1"/></mapping>'
    question = only(declared(base="string", more=mapping), f"<p>{entry()}</p>", "map_response")
    assert (texts(question.answers), question.options) == ([("York", 1)], {})


@pytest.mark.parametrize("base", ["float", "integer"])
def test_a_number_entry(base):
    question = only(declared("42", base=base), f"<p>{entry()}</p>")
    assert (question.type, [(one.text, one.tolerance) for one in question.answers]) == ("numerical", [("42", 0)])


@pytest.mark.parametrize(("mode", "size", "tolerance"), [("absolute", "0.5", 0.5), ("relative", "10", 4.2)])
def test_the_tolerance_of_the_processing(mode, size, tolerance):
    rules = (
        f'<responseProcessing><responseCondition><responseIf><equal toleranceMode="{mode}" tolerance="{size} {size}">'
        '<variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal><setOutcomeValue identifier="SCORE">'
        '<baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition>'
        "</responseProcessing>"
    )
    question = only(declared("42", base="float"), f"<p>{entry()}</p>", rules)
    assert question.answers[0].tolerance == tolerance
    assert grade_case(question.to_json(), "42.4").state == "right"
    assert grade_case(question.to_json(), "50").state == "wrong"


def test_several_entries_are_blanks_in_their_order():
    head = declared("x", base="string", name="R1") + declared("5", base="integer", name="R2")
    question = only(head, f"<p>{entry('R1')} and {entry('R2')}</p>", "")
    assert question.type == "fill"
    assert [(part.type, part.answers[0].text) for part in question.parts] == [("shortanswer", "x"), ("numerical", "5")]
    assert question.stem == "<p>{#1} and {#2}</p>"


def test_an_extended_text_is_an_essay():
    assert only(declared(base="string"), '<extendedTextInteraction responseIdentifier="RESPONSE"/>', "").type == "essay"


# what is arranged


def test_an_order():
    body = choices("a", "b", "c").replace("choiceInteraction", "orderInteraction").replace(' maxChoices="1"', "")
    question = only(declared("C", "A", "B", cardinality="ordered"), body)
    assert (question.type, question.items) == ("ordering", ("c", "a", "b"))
    assert grade_case(question.to_json(), ["c", "a", "b"]).state == "right"
    assert grade_case(question.to_json(), ["a", "b", "c"]).state == "wrong"


def test_a_match():
    def side(*names):
        inside = "".join(
            f'<simpleAssociableChoice identifier="{n}" matchMax="1">text {n}</simpleAssociableChoice>' for n in names
        )
        return f"<simpleMatchSet>{inside}</simpleMatchSet>"

    body = f'<matchInteraction responseIdentifier="RESPONSE">{side("A", "B")}{side("X", "Y", "Z")}</matchInteraction>'
    question = only(declared("A Y", "B X", cardinality="multiple", base="directedPair"), body)
    assert (question.type, question.pairs) == ("matching", (("text A", "text Y"), ("text B", "text X")))
    assert question.options == {"distractors": ["text Z"]}
    assert grade_case(question.to_json(), {"RESPONSE": ["B X", "A Y"]}).state == "right"


def test_gaps_and_dropdowns():
    body = (
        '<gapMatchInteraction responseIdentifier="RESPONSE"><gapText identifier="W" matchMax="1">winter</gapText>'
        '<gapText identifier="S" matchMax="1">summer</gapText><p><gap identifier="G1"/> or <gap identifier="G2"/></p>'
        "</gapMatchInteraction>"
    )
    question = only(declared("S G1", "W G2", cardinality="multiple", base="directedPair"), body)
    assert question.type == "dropdowns"
    assert [[one.fraction for one in part.answers] for part in question.parts] == [[0, 1], [1, 0]]
    inline = '<inlineChoiceInteraction responseIdentifier="RESPONSE"><inlineChoice identifier="A">a</inlineChoice><inlineChoice identifier="B">b</inlineChoice></inlineChoiceInteraction>'  # noqa: E501
    question = only(declared("B"), f"<p>{inline}</p>")
    assert (question.type, texts(question.parts[0].answers)) == ("dropdowns", [("a", 0), ("b", 1)])


# what cannot be sat, and what is none


KEPT = [
    (
        '<hotspotInteraction responseIdentifier="RESPONSE"><hotspotChoice identifier="A"/></hotspotInteraction>',
        "hotspot",
    ),
    ('<uploadInteraction responseIdentifier="RESPONSE"/>', "upload"),
    ("<p>Only read this.</p>", "description"),
]


@pytest.mark.parametrize(("body", "kind"), KEPT)
def test_what_cannot_be_sat_is_kept_with_its_source(body, kind):
    question = only(declared("A"), body)
    assert question.type == kind
    assert "assessmentItem" in question.source


def test_an_interaction_of_somebodys_own_is_told_and_the_others_go_on():
    own = item(declared("A"), '<customInteraction responseIdentifier="RESPONSE"/>')
    found = everything(f"<items>{own}{item(declared('A'), choices(*TWO))}</items>")
    assert [(type(one).__name__, getattr(one, "code", "")) for one in found] == [
        ("Rejected", Code.UNSUPPORTED),
        ("Question", ""),
    ]
    assert isinstance(found[0], Rejected)
    assert found[0].facts == {"type": "customInteraction"}


@pytest.mark.parametrize("root", ["assessmentTest", "assessmentSection", "assessmentStimulus", "qti-assessment-test"])
def test_a_test_by_itself_holds_no_question(root):
    assert everything(f'<{root} identifier="x"><a><assessmentItemRef identifier="i" href="i.xml"/></a></{root}>') == []


def test_no_key_is_told_and_the_question_kept():
    question, warned = everything(item(declared(), choices(*TWO), ""))
    assert (question.type, type(warned), warned.code) == ("single", Warned, Code.NO_FULL_MARK)


# what is printed beside


def test_interactions_and_responses_are_told_by_their_names():
    head = declared("A", "B", cardinality="multiple", name="RESPONSE") + declared("4", base="float", name="R2")
    question = only(head, choices(*TWO, most=0) + f"<p>{entry('R2')}</p>", "")
    assert question.type == "cloze"
    assert question.qti["interactions"] == ["choiceInteraction", "textEntryInteraction"]
    assert question.qti["responses"] == [
        {"id": "RESPONSE", "cardinality": "multiple", "correct": ["A", "B"], "base_type": "identifier"},
        {"id": "R2", "cardinality": "single", "correct": ["4"], "base_type": "float"},
    ]


def test_a_printed_question_is_graded_by_letters_and_by_identifiers():
    printed = only(declared("B"), choices(*TWO)).to_json()
    assert grade_case(printed, "B").state == grade_case(printed, {"RESPONSE": "B"}).state == "right"
    assert grade_case(printed, "A").state == "wrong"
    printed = only(declared("B"), choices("yes", "no")).to_json()
    assert grade_case(printed, False).state == "right"


def test_a_letter_names_a_place_where_identifiers_are_words():
    text = item(declared("wrong2"), choices(*TWO)).replace('identifier="A"', 'identifier="right1"')
    (question,) = everything(text.replace('identifier="B"', 'identifier="wrong2"'))
    assert grade_case(question.to_json(), "B").state == "right"


def test_the_name_falls_back_to_the_text():
    (question,) = everything(item(declared("A"), choices(*TWO)).replace('title="T"', ""))
    assert question.name == "Which?"


# hostile


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><assessmentItem title="&c;"/>'
)


@pytest.mark.parametrize(
    "text",
    [BOMB, '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><assessmentItem/>', "<!-- c --><!DOCTYPE x><assessmentItem/>",
     '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><assessmentItem title="&e;"/>'],
)  # fmt: skip
def test_a_document_type_is_refused(text):
    for encoding in ("utf-8", "utf-16"):
        with pytest.raises(BankEntities):
            list(read_qti2(text.encode(encoding)))


def test_a_hidden_encoding_is_refused():
    with pytest.raises(BankXml):
        list(read_qti2(b'<?xml version="1.0" encoding="UTF-7"?>+ADw-assessmentItem/+AD4-'))


def test_depth_and_number_are_limited():
    with pytest.raises(TooLarge):
        list(read_qti2(("<a>" * 200_000).encode()))
    with pytest.raises(TooLarge):
        list(read_qti2(("<a>" + "<b/>" * 500_001 + "</a>").encode()))


def test_broken_xml_is_told_with_its_line():
    with pytest.raises(BankXml) as refusal:
        list(read_qti2(b"<a>\n<b>\n</a>"))
    assert refusal.value.facts["line"] == 3


def test_named_characters_are_read_without_a_document_type():
    (question,) = everything(item(declared("A"), choices("a&nbsp;b &eacute;", "c")))
    assert question.answers[0].text == "a b é"


def test_the_tool_for_these_tests_really_writes_the_names_of_3_0():
    assert "<qti-simple-choice identifier=" in as_3(item(declared("A"), choices(*TWO)))
    assert "<qti-response-declaration" in as_3(item(declared("A"), choices(*TWO)))

"""Interop 4.11 and the specification of QTI 2.1: processing that items bring along, and what is not run."""

from fractions import Fraction

import pytest

from exams.interop.grading.door import grade_case
from exams.interop.grading.errors import BadCase
from tests.exams.interop.grading.qti_pieces import (
    SCORE,
    C,
    R,
    base,
    declared,
    equal,
    fraction,
    graded,
    ident,
    num,
    rounded,
    template,
    when,
)

CONDITIONS = [
    ("identifier", f"<match>{R}{C}</match>", "A", 1),
    ("identifier", f"<match>{R}{ident('B')}</match>", "B", 1),
    ("identifier", f"<not><match>{R}{C}</match></not>", "B", 1),
    ("identifier", f"<isNull>{R}</isNull>", "A", 0),
    ("identifier", f"<not><isNull>{R}</isNull></not>", "A", 1),
    ("identifier", f"<isNotNull>{R}</isNotNull>", "A", 1),
    ("identifier", "<isNotNull><null/></isNotNull>", "A", 0),
    ("identifier", f"<member>{R}<multiple>{ident('A')}{ident('B')}</multiple></member>", "B", 1),
    ("identifier", f"<or><match>{R}{C}</match><match>{R}{ident('Z')}</match></or>", "Z", 1),
    ("identifier", f"<and><match>{R}{C}</match><isNull>{R}</isNull></and>", "A", 0),
    ("identifier", f'<anyN min="1" max="1"><match>{R}{C}</match><isNull>{R}</isNull></anyN>', "A", 1),
    ("string", f'<stringMatch caseSensitive="false">{R}{base("string", "York")}</stringMatch>', "YORK", 1),
    ("string", f'<stringMatch caseSensitive="true">{R}{base("string", "York")}</stringMatch>', "YORK", 0),
    ("string", f'<stringMatch substring="true">{R}{base("string", "ork")}</stringMatch>', "York", 1),
    ("string", f'<substring caseSensitive="false">{base("string", "ORK")}{R}</substring>', "York", 1),
    ("string", f'<patternMatch pattern="[A-Z][a-z]{{3}}">{R}</patternMatch>', "York", 1),
    ("string", f'<patternMatch pattern="[A-Z]">{R}</patternMatch>', "York", 0),
    ("string", f'<patternMatch pattern="york" caseSensitive="false">{R}</patternMatch>', "York", 1),
    ("string", f"<patternMatch>{R}{base('string', '[A-Z]ork')}</patternMatch>", "York", 1),
    ("string", f"<patternMatch>{R}{base('string', '[A-Z]ork')}</patternMatch>", "york", 0),
    ("string", f'<patternMatch pattern="\\p{{L}}+\\p{{Nd}}">{R}</patternMatch>', "Größe7", 1),
    ("string", f'<patternMatch pattern="\\p{{L}}+">{R}</patternMatch>', "a_b", 0),
    ("float", f'<equal toleranceMode="exact">{R}{num("1.50")}</equal>', "1.5", 1),
    ("float", f'<equal toleranceMode="absolute" tolerance="0.1">{num(2)}{R}</equal>', "2.1", 1),
    ("float", f'<equal toleranceMode="absolute" tolerance="0.1 0.3">{num(2)}{R}</equal>', "2.3", 1),
    ("float", f'<equal toleranceMode="absolute" tolerance="0.1 0.3">{num(2)}{R}</equal>', "1.8", 0),
    ("float", f'<equal toleranceMode="relative" tolerance="10">{num(50)}{R}</equal>', "55", 1),
    ("float", f'<equal toleranceMode="relative" tolerance="10">{num(50)}{R}</equal>', "56", 0),
    ("float", equal(num(5), R, toleranceMode="absolute", tolerance=1, includeUpperBound="false"), "6", 0),
    ("float", rounded("equalRounded", "decimalPlaces", 1, R, num("1.25")), "1.34", 1),
    ("float", rounded("equalRounded", "significantFigures", 2, R, num(1234)), "1190", 1),
    ("float", f"<gt>{R}{num(3)}</gt>", "3", 0),
    ("float", f"<gte>{R}{num(3)}</gte>", "3", 1),
    ("float", f"<lt>{R}{num(3)}</lt>", "2.9", 1),
    ("float", f"<lte>{R}{num(3)}</lte>", "3.1", 0),
    ("float", f"<equal>{R}<sum>{num(1)}{num(2)}</sum></equal>", "3", 1),
    ("float", f"<equal>{R}<subtract>{num(1)}{num(2)}</subtract></equal>", "-1", 1),
    ("float", f"<equal>{R}<product>{num(3)}{num(2)}</product></equal>", "6", 1),
    ("float", f"<equal>{R}<divide>{num(1)}{num(4)}</divide></equal>", "0.25", 1),
    ("float", f"<isNull><divide>{R}{num(0)}</divide></isNull>", "1", 1),
    ("float", f"<equal>{R}<power>{num(2)}{num(10)}</power></equal>", "1024", 1),
    ("float", f"<equal>{R}<integerDivide>{base('integer', 7)}{base('integer', 2)}</integerDivide></equal>", "3", 1),
    ("float", f"<equal>{R}<integerModulus>{base('integer', 7)}{base('integer', 4)}</integerModulus></equal>", "3", 1),
    ("float", f"<equal>{R}<round>{num('2.5')}</round></equal>", "3", 1),
    ("float", f"<equal>{R}<truncate>{num('-2.7')}</truncate></equal>", "-2", 1),
    ("float", f"<equal>{R}<max>{num(2)}{num(9)}</max></equal>", "9", 1),
    ("float", equal(R, rounded("roundTo", "decimalPlaces", 2, num("1.005"))), "1.01", 1),
    ("float", equal(R, f'<statsOperator name="mean"><multiple>{num(1)}{num(2)}</multiple></statsOperator>'), "1.5", 1),
    ("float", f'<equal>{R}<mathOperator name="abs">{num(-4)}</mathOperator></equal>', "4", 1),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "condition", "response", "score"), CONDITIONS)
def test_a_condition_of_an_item(kind, condition, response, score):
    correct = ["A"] if kind == "identifier" else ()
    assert fraction(declared(base=kind, correct=correct), SCORE, when(condition), response=response) == score


contains_both = f"<contains>{R}<multiple>{ident('A')}{ident('B')}</multiple></contains>"
MANY = [
    (
        contains_both,
        ["C", "B", "A"],
        1,
    ),
    (contains_both, ["A"], 0),
    (f"<member>{ident('A')}{R}</member>", ["B", "A"], 1),
    (f"<equal><containerSize>{R}</containerSize>{base('integer', 2)}</equal>", ["B", "A"], 1),
    (f"<isNull><delete>{ident('A')}{R}</delete></isNull>", ["A", "A"], 1),
]


@pytest.mark.parametrize(("condition", "response", "score"), MANY)
def test_a_condition_on_several_values(condition, response, score):
    assert fraction(declared("multiple"), SCORE, when(condition), response=response) == score


def test_a_place_in_an_ordered_response():
    condition = f'<match><index n="2">{R}</index>{ident("B")}</match>'
    assert fraction(declared("ordered"), SCORE, when(condition), response=["A", "B"]) == 1


def test_scores_add_up_over_several_responses_up_to_the_declared_maximum():
    step = (
        "<responseCondition><responseIf><match><variable identifier='{0}'/><correct identifier='{0}'/></match>"
        "<setOutcomeValue identifier='SCORE'><sum><variable identifier='SCORE'/>"
        "<baseValue baseType='float'>2</baseValue></sum></setOutcomeValue></responseIf></responseCondition>"
    )
    rules = f"<responseProcessing>{step.format('R1')}{step.format('R2')}</responseProcessing>"
    pieces = (declared(correct=["A"], name="R1"), declared(correct=["B"], name="R2"), SCORE, rules)
    assert fraction(*pieces, response={"R1": "A", "R2": "B"}) == 1
    assert fraction(*pieces, response={"R1": "A", "R2": "C"}) == Fraction(1, 2)
    most = SCORE.replace("SCORE", "MAXSCORE").replace("/>", "><defaultValue><value>8</value></defaultValue>")
    most += "</outcomeDeclaration>"
    assert fraction(*pieces, most, response={"R1": "A", "R2": "B"}) == Fraction(1, 2)


def test_the_normal_maximum_is_the_whole_mark():
    score = '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float" normalMaximum="4"/>'
    assert fraction(declared(correct=["A"]), score, when(f"<match>{R}{C}</match>", "2"), response="A") == Fraction(1, 2)


def test_an_exit_ends_the_processing():
    rules = (
        "<responseProcessing><setOutcomeValue identifier='SCORE'><baseValue baseType='float'>1</baseValue>"
        "</setOutcomeValue><exitResponse/><setOutcomeValue identifier='SCORE'><baseValue baseType='float'>0"
        "</baseValue></setOutcomeValue></responseProcessing>"
    )
    assert fraction(declared(correct=["A"]), SCORE, rules, response="A") == 1


def test_an_else_if_is_tried_only_where_the_first_fails():
    set_to = "<setOutcomeValue identifier='SCORE'><baseValue baseType='float'>{}</baseValue></setOutcomeValue>"
    rules = (
        f"<responseProcessing><responseCondition><responseIf><match>{R}{C}</match>{set_to.format(1)}</responseIf>"
        f"<responseElseIf><match>{R}{ident('B')}</match>{set_to.format('0.5')}</responseElseIf>"
        f"</responseCondition></responseProcessing>"
    )
    scores = [fraction(declared(correct=["A"]), SCORE, rules, response=one) for one in "ABC"]
    assert scores == [1, Fraction(1, 2), 0]


def test_a_table_turns_a_raw_score_into_a_mark():
    score = (
        "<outcomeDeclaration identifier='SCORE' cardinality='single' baseType='float'>"
        "<interpolationTable defaultValue='0'>"
        "<interpolationTableEntry sourceValue='5' targetValue='1'/></interpolationTable></outcomeDeclaration>"
    )
    rules = f"<responseProcessing><lookupOutcomeValue identifier='SCORE'>{R}</lookupOutcomeValue></responseProcessing>"
    assert [fraction(declared(base="integer"), score, rules, response=one) for one in ("5", "7", "4")] == [1, 1, 0]


def test_template_values_come_from_the_case():
    pieces = (
        declared(base="float"),
        "<templateDeclaration identifier='X' cardinality='single' baseType='float'/>",
        SCORE,
        "<templateProcessing><setTemplateValue identifier='X'><randomFloat min='1' max='9'/></setTemplateValue>"
        "<setCorrectResponse identifier='RESPONSE'><product><variable identifier='X'/><baseValue baseType='float'>2"
        "</baseValue></product></setCorrectResponse></templateProcessing>",
        template("match_correct"),
    )
    assert fraction(*pieces, response="6", template_values={"X": 3}) == 1
    assert graded(*pieces, response="6").state == "manual"


@pytest.mark.parametrize("expression", ["customOperator", "randomInteger", "evil"])
def test_what_is_not_in_the_list_waits_for_a_person(expression):
    assert graded(declared(correct=["A"]), SCORE, when(f"<{expression}/>"), response="A").state == "manual"


@pytest.mark.parametrize("pattern", ["(a+)+b", "(a|aa)*b", "(a*)*", "a*" * 9, "x" * 500])
def test_a_pattern_that_could_run_for_ever_is_not_run(pattern):
    condition = f'<patternMatch pattern="{pattern}">{R}</patternMatch>'
    assert graded(declared(base="string"), SCORE, when(condition), response="a" * 60).state == "manual"


def test_powers_of_powers_end_as_no_number():
    tower = num(9)
    for _ in range(6):
        tower = f"<power>{tower}{num(500)}</power>"
    assert fraction(declared(base="float"), SCORE, when(f"<isNull>{tower}</isNull>"), response="1") == 1


def test_without_processing_the_right_responses_decide():
    pieces = (declared(correct=["A"], name="R1"), declared(correct=["B"], name="R2"), SCORE)
    assert fraction(*pieces, response={"R1": "A", "R2": "X"}) == Fraction(1, 2)


def test_nothing_to_go_by_waits_for_a_person():
    assert graded(declared(base="string"), SCORE, response="an essay").state == "manual"


def test_the_printed_shape_alone_is_graded_by_its_right_responses():
    qti = {
        "interactions": ["associateInteraction"],
        "responses": [{"id": "RESPONSE", "cardinality": "multiple", "correct": ["A B"]}],
    }
    assert grade_case({"type": "matching", "qti": qti}, {"RESPONSE": ["B A"]}).state == "right"
    qti["interactions"] = ["matchInteraction"]
    assert grade_case({"type": "matching", "qti": qti}, {"RESPONSE": ["B A"]}).state == "wrong"


def test_options_may_name_the_template_and_a_mapping_stands_with_its_response():
    responses = [{"id": "R", "cardinality": "multiple", "correct": ["A"], "mapping": {"A": 1, "B": "0.5"}}]
    question = {"type": "multiple", "qti": {"interactions": ["choiceInteraction"], "responses": responses}}
    told = grade_case(question, {"R": ["B"]}, {"template": "map_response"})
    assert told.fraction == Fraction(1, 3)


def test_processing_that_is_no_xml_is_refused():
    question = {"type": "single", "qti": {"interactions": [], "responses": [], "processing": "<broken"}}
    with pytest.raises(BadCase):
        grade_case(question, {"RESPONSE": "A"})


@pytest.mark.parametrize(("more", "expected"), [("", "right"), (SCORE.replace("SCORE", "OTHER"), "manual")])
def test_without_a_score_the_only_number_among_the_outcomes_counts(more, expected):
    grade = SCORE.replace("SCORE", "GRADE")
    rules = when(f"<match>{R}{C}</match>").replace('"SCORE"', '"GRADE"')
    assert graded(declared(correct=["A"]), grade, more, rules, response="A").state == expected


def test_a_text_for_every_gap_is_graded_by_the_gaps():
    qti = {"interactions": ["gapMatchInteraction"], "responses": [{"id": "R", "cardinality": "multiple"}]}
    gaps = [
        {"type": "single", "answers": [{"text": one, "fraction": float(one == right)} for one in ("warm", "cold")]}
        for right in ("cold", "warm")
    ]
    item = f"<assessmentItem>{declared('multiple', 'directedPair', ['C G1', 'W G2'], name='R')}</assessmentItem>"
    question = {"type": "dropdowns", "parts": gaps, "qti": qti | {"processing": item}}
    told = [grade_case(question, given).fraction for given in (["cold", "warm"], ["cold", ""], ["warm", "cold"])]
    assert told == [1, Fraction(1, 2), 0]
    assert grade_case(question, {"R": ["W G2", "C G1"]}).state == "right"


def test_a_point_may_be_written_with_its_names():
    area = '<areaMapping><areaMapEntry shape="circle" coords="9,9,2" mappedValue="1"/></areaMapping>'
    pieces = (declared(base="point", inside=area), SCORE, template("map_response_point"))
    assert [fraction(*pieces, response={"RESPONSE": {"x": x, "y": 9}}) for x in (10, 19)] == [1, 0]

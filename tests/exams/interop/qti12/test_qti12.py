"""Interop 2 and 3.6: QTI 1.2 of every dialect; keys come from the processing and never from the order of options."""

import pytest

from exams.interop.codes import Code
from exams.interop.errors import BankEntities
from exams.interop.grading.door import grade_case
from exams.interop.qti12.reader import read_qti12
from exams.interop.result import Rejected, Warned
from tests.exams.interop.qti12.old_items import cond, eq, everything, item, lid, mat, meta, only, right, typed

NOT_B = f"<not>{eq('B')}</not>"
AC = f"<and>{eq('A')}{NOT_B}{eq('C')}</and>"


# types


CANVAS = [
    ("multiple_choice_question", lid("A", "B"), "single"),
    ("true_false_question", lid("A", "B").replace("text A", "True").replace("text B", "False"), "truefalse"),
    ("multiple_answers_question", lid("A", "B", cardinality="Multiple"), "multiple"),
    ("short_answer_question", typed(), "shortanswer"),
    ("essay_question", typed(), "essay"),
    ("numerical_question", typed(), "numerical"),
    ("matching_question", lid("A", "B", ident="R") + lid("A", "B", ident="S"), "matching"),
    ("fill_in_multiple_blanks_question", lid("A", ident="R") + lid("B", ident="S"), "fill"),
    ("multiple_dropdowns_question", lid("A", "B", ident="R") + lid("C", "D", ident="S"), "dropdowns"),
    ("text_only_question", "", "description"),
    ("file_upload_question", "", "upload"),
    ("calculated_question", typed(), "calculated"),
]


@pytest.mark.parametrize(("said", "shown", "kind"), CANVAS)
def test_canvas_says_the_type(said, shown, kind):
    assert only(shown, cond(eq("A")), head=meta(question_type=said)).type == kind


OTHERS = [
    ("cc_profile", "cc.multiple_choice.v0p1", "single"),
    ("cc_profile", "cc.multiple_response.v0p1", "multiple"),
    ("cc_profile", "cc.true_false.v0p1", "single"),
    ("qmd_questiontype", "Multi-Select", "multiple"),
    ("qmd_itemtype", "Multiple-choice", "single"),
    ("QUESTIONTYPE", "SINGLE CHOICE QUESTION", "single"),
    ("QUESTIONTYPE", "MULTIPLE CHOICE QUESTION", "single"),
    ("QUESTIONTYPE", "ORDERING QUESTION", "ordering"),
]


@pytest.mark.parametrize(("field", "said", "kind"), OTHERS)
def test_other_dialects_say_the_type(field, said, kind):
    assert only(lid("A", "B"), cond(eq("A")), head=meta(**{field: said})).type == kind


@pytest.mark.parametrize(
    ("said", "kind"), [("Multiple Choice", "single"), ("Multiple Answer", "multiple"), ("Ordering", "ordering")]
)
def test_blackboard_says_the_type_in_an_element_of_its_own(said, kind):
    head = f"<itemmetadata><bbmd_questiontype>{said}</bbmd_questiontype></itemmetadata>"
    assert only(lid("A", "B"), cond(eq("A")), head=head).type == kind


def test_structure_tells_the_type_where_metadata_are_missing():
    assert only(lid("A", "B"), cond(eq("A"))).type == "single"
    assert only(lid("A", "B", cardinality="Multiple"), cond(eq("A"))).type == "multiple"
    assert only(lid("A", "B", cardinality="Ordered"), cond(eq("A") + eq("B"))).type == "ordering"
    assert only(typed(), cond(eq("A"))).type == "shortanswer"
    assert only(typed()).type == "essay"
    assert only(typed(fibtype="Integer"), cond(eq("4"))).type == "numerical"
    assert only(typed() + typed("S"), cond(eq("A") + eq("B", "S"))).type == "fill"
    assert only(typed() + lid("A", "B", ident="S"), cond(eq("A") + eq("B", "S"))).type == "cloze"
    assert only("").type == "description"
    assert only('<response_xy ident="R"><render_hotspot/></response_xy>').type == "hotspot"


def test_one_response_whose_key_needs_two_options_is_multiple():
    assert only(lid("A", "B", "C"), cond(AC)).type == "multiple"


def test_two_labels_of_true_and_false_are_a_question_of_true_or_false():
    shown = lid("x", "y").replace("text x", "正确").replace("text y", "错误")
    assert (only(shown, cond(eq("y"))).type, only(shown, cond(eq("y"))).correct) == ("truefalse", False)


def test_true_and_false_in_no_known_words_stay_a_choice():
    question = only(lid("A", "B"), cond(eq("B")), head=meta(question_type="true_false_question"))
    assert (question.type, right(question)) == ("single", ["text B"])


def test_a_choice_that_offers_nothing_is_told():
    (told,) = everything(item("", head=meta(question_type="multiple_choice_question")))
    assert (type(told), told.code) == (Rejected, Code.NO_ANSWER)


# keys of choices


@pytest.mark.parametrize("name", ["A", "B", "C"])
def test_the_right_option_is_the_one_that_is_compared_wherever_it_stands(name):
    assert right(only(lid("A", "B", "C"), cond(eq(name)))) == [f"text {name}"]


def test_scores_become_fractions_of_the_best():
    question = only(lid("A", "B", "C"), cond(eq("A"), 2), cond(eq("B"), 1), cond(eq("C"), -1))
    assert [one.fraction for one in question.answers] == [1, 0.5, -0.5]


def test_a_condition_that_stops_hides_the_ones_behind():
    question = only(lid("A", "B"), cond(eq("A"), 0, more='continue="No"'), cond(eq("A")), cond(eq("B")))
    assert right(question) == ["text B"]


def test_any_other_option_is_what_no_condition_before_named():
    question = only(lid("A", "B"), cond(eq("A"), 0), cond("<other/>", 100))
    assert right(question) == ["text B"]


def test_alternatives_side_by_side_are_alternatives_for_one_choice():
    assert right(only(lid("A", "B", "C"), cond(eq("A") + eq("C")))) == ["text A", "text C"]


def test_or_and_not():
    assert right(only(lid("A", "B", "C"), cond(f"<or>{eq('A')}{eq('B')}</or>"))) == ["text A", "text B"]
    assert right(only(lid("A", "B"), cond(NOT_B))) == ["text A"]


def test_a_score_called_the_maximum_is_one():
    bb = '<respcondition title="correct"><conditionvar>{}</conditionvar><setvar variablename="SCORE" action="Set">SCORE.max</setvar></respcondition>'  # noqa: E501
    assert right(only(lid("A", "B"), bb.format(eq("B", case="No")))) == ["text B"]


def test_all_and_none_else_is_all_or_nothing():
    question = only(lid("A", "B", "C", cardinality="Multiple"), cond(AC))
    assert [one.fraction for one in question.answers] == [0.5, -1, 0.5]
    assert question.options == {"policy": "all_or_nothing"}
    assert grade_case(question.to_json(), ["A", "C"]).state == "right"
    assert grade_case(question.to_json(), ["A"]).state == "wrong"


def test_options_that_add_up_keep_their_parts():
    conditions = (cond(eq("A"), 3, "Add"), cond(eq("B"), -1, "Add"), cond(eq("C"), 1, "Add"))
    question = only(lid("A", "B", "C", cardinality="Multiple"), *conditions)
    assert [one.fraction for one in question.answers] == [0.75, -0.25, 0.25]
    assert "policy" not in question.options


def test_points_for_leaving_a_wrong_option_out_count_as_its_price():
    conditions = (cond(eq("A"), 1, "Add"), cond(NOT_B, 1, "Add"), cond(eq("B"), 0, "Add"))
    question = only(lid("A", "B", cardinality="Multiple"), *conditions)
    assert [one.fraction for one in question.answers] == [1, -1]


def test_bare_comparisons_of_a_multiple_response_belong_together():
    assert right(only(lid("A", "B", "C", cardinality="Multiple"), cond(eq("A") + eq("C")))) == ["text A", "text C"]


def test_a_subset_names_several_options():
    shown = lid("A", "B", "C", cardinality="Multiple")
    assert right(only(shown, cond('<varsubset respident="R">A,C</varsubset>'))) == ["text A", "text C"]


def test_many_options_are_no_trouble():
    names = [f"O{n}" for n in range(20)]
    wanted = names[::2]
    condition = f"<and>{''.join(map(eq, wanted))}{''.join(f'<not>{eq(n)}</not>' for n in names[1::2])}</and>"
    question = only(lid(*names, cardinality="Multiple"), cond(condition))
    assert right(question) == [f"text {name}" for name in wanted]


def test_wrong_answers_counted_in_a_variable_of_their_own_cost():
    wrong = cond(eq("B"), 1, "Add").replace('"SCORE"', '"D2L_Incorrect"')
    good = cond(eq("A"), 1, "Add").replace('"SCORE"', '"D2L_Correct"')
    assert [one.fraction for one in only(lid("A", "B", cardinality="Multiple"), good, wrong).answers] == [1, -1]


def test_true_or_false_without_a_key_stays_what_it_is_and_is_told():
    question, warned = everything(item(lid("A", "B").replace("text A", "True").replace("text B", "False")))
    assert (question.type, question.correct, warned.code) == ("truefalse", None, Code.NO_FULL_MARK)


def test_no_key_is_told_and_the_question_kept():
    question, warned = everything(item(lid("A", "B")))
    assert (question.type, right(question)) == ("single", [])
    assert (type(warned), warned.code) == (Warned, Code.NO_FULL_MARK)


# what surrounds the questions


def test_items_stand_at_any_depth_and_in_any_namespace():
    deep = f"<section><section>{item(lid('A', 'B'), cond(eq('A')))}</section></section>"
    raw = f'<q:questestinterop xmlns:q="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">{deep}</q:questestinterop>'
    raw = f'<questestinterop xmlns="urn:any">{deep}</questestinterop>' if "<q:item" not in raw else raw
    assert [right(one) for one in read_qti12(raw)] == [["text A"]]


def test_a_bad_item_does_not_stop_the_others():
    bad = item("", head=meta(question_type="matching_question"))
    kinds = [type(one).__name__ for one in everything(bad, item(lid("A", "B"), cond(eq("A"))), bad)]
    assert kinds == ["Rejected", "Question", "Rejected"]


def test_html_is_read_as_html_and_plain_text_as_such():
    shown = '<response_lid ident="R"><render_choice><response_label ident="A">{}</response_label></render_choice></response_lid>'  # noqa: E501
    question = only(shown.format(mat("&lt;b&gt;bold&lt;/b&gt;", "text/html")), cond(eq("A")))
    assert (question.answers[0].text, question.answers[0].format) == ("<b>bold</b>", "html")
    question = only(shown.format(mat("1 &lt; 2")), cond(eq("A")))
    assert (question.answers[0].text, question.answers[0].format) == ("1 < 2", "plain")


def test_the_worth_of_a_question_and_its_category_are_kept():
    question = only(lid("A", "B"), cond(eq("A")), head=meta(points_possible="2.5"))
    assert (question.mark, question.category, question.idnumber) == (2.5, "A", "I")


def test_the_document_type_of_the_standard_is_let_by_and_never_looked_up():
    body = '<questestinterop><item ident="I"><presentation><material><mattext>x</mattext></material></presentation></item></questestinterop>'  # noqa: E501
    (question,) = read_qti12(f'<!DOCTYPE questestinterop SYSTEM "ims_qtiasiv1p2p1.dtd">{body}'.encode())
    assert question.stem == "x"
    for other in ('SYSTEM "http://127.0.0.1/x.dtd"', '[<!ENTITY a "b">]', 'SYSTEM "file:///etc/passwd"'):
        with pytest.raises(BankEntities):
            list(read_qti12(f"<!DOCTYPE questestinterop {other}>{body}".encode()))

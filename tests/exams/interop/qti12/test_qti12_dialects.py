"""Interop 1, row 5: QTI 1.2 as Desire2Learn, New Quizzes of Canvas and people with an editor write it."""

import pytest

from exams.interop.codes import Code
from exams.interop.errors import BankEntities, BankXml
from exams.interop.packages import read_qti
from exams.interop.qti12.reader import read_qti12
from exams.interop.question import Question
from exams.interop.result import Rejected, Warned
from tests.exams.interop.qti12.old_items import cond, eq, everything, item, lid, mat, meta, only, right, typed, whole


def offered(ident, prompt, *labelled, cardinality="Single"):
    """A response whose labels carry attributes of their own."""
    shown = "".join(f'<response_label ident="{name}" {more}>{mat(name)}</response_label>' for name, more in labelled)
    choices = f"<render_choice>{shown}</render_choice>"
    return f'<response_lid ident="{ident}" rcardinality="{cardinality}">{mat(prompt)}{choices}</response_lid>'


def blank(*labelled):
    """A blank of New Quizzes with one response."""
    head = meta(question_type="fill_in_multiple_blanks_question")
    shown = offered("response_x", "x", *labelled)
    return only(shown, cond(eq("b", "response_x")), head=head, stem="It is [x].").parts[0]


# the score


def test_a_score_under_a_name_that_nobody_declared_still_counts():
    scored = cond(eq("B")).replace("SCORE", "SCORE1")
    assert right(only(lid("A", "B"), scored, decvar='<decvar varname="TOTAL"/>')) == ["text B"]


def test_a_variable_beside_the_declared_score_does_not_count():
    both = cond(eq("A"), 5).replace("SCORE", "TRIES") + cond(eq("B"))
    assert right(only(lid("A", "B"), both)) == ["text B"]


# Desire2Learn

D2L = (
    "<itemmetadata><qtimetadata><qti_metadatafield><fieldlabel>qmd_questiontype</fieldlabel><fieldentry>{}</fieldentry>"
    "</qti_metadatafield></qtimetadata></itemmetadata>"
)


def fib(ident, boxes=1):
    inside = f'<render_fib xmlns:d="urn:d" d:input_boxes="{boxes}"><response_label ident="{ident}_ANS"/></render_fib>'
    return f'<response_str ident="{ident}_STR" rcardinality="Single">{inside}</response_str>'


@pytest.mark.parametrize(("word", "kind"), [("Text Information", "description"), ("Long Answer", "essay")])
def test_the_fields_of_desire2learn_have_an_underscore_more(word, kind):
    assert only(fib("q"), head=D2L.format(word)).type == kind


def test_a_condition_may_call_a_blank_by_the_label_in_it():
    scored = cond(eq("x", "a_ANS"), 50, "Add") + cond(eq("y", "b_ANS"), 50, "Add")
    question = only(fib("a") + mat("and") + fib("b"), scored)
    assert [[one.text for one in part.answers] for part in question.parts] == [["x"], ["y"]]


def test_several_boxes_of_one_response_are_several_blanks():
    scored = "".join(cond(eq(word, "q_ANS"), 50) for word in ("red", "blue"))
    question = only(fib("q", boxes=2), scored, head=D2L.format("Multi-Short Answer"))
    assert question.type == "fill"
    assert [[one.text for one in part.answers] for part in question.parts] == [["red", "blue"]] * 2


# New Quizzes


@pytest.mark.parametrize("typing", ["dropdown", "wordbank"])
def test_a_blank_filled_from_a_list_has_one_right_answer(typing):
    part = blank(("a", f'answer_type="{typing}"'), ("b", f'answer_type="{typing}"'))
    assert (part.type, [(one.text, one.fraction) for one in part.answers]) == ("single", [("a", 0), ("b", 1)])


def test_what_an_answer_must_contain_has_stars_around():
    part = blank(("b", 'answer_type="openEntry" scoring_algorithm="TextContainsAnswer"'))
    assert (part.type, [one.text for one in part.answers], part.options) == ("shortanswer", ["*b*"], {})


def test_a_blank_says_that_case_counts():
    assert blank(("b", 'answer_type="openEntry" ignore_case="false"')).options == {"usecase": True}


def test_a_pattern_is_told_and_not_taken_for_a_word():
    shown = offered("response_x", "x", ("^b$", 'answer_type="openEntry" scoring_algorithm="TextRegex"'))
    found = everything(item(shown, head=meta(question_type="fill_in_multiple_blanks_question")))
    assert [(type(one), one.code) for one in found] == [(Rejected, Code.UNSUPPORTED)]


def test_a_category_takes_everything_that_belongs_to_it():
    words = (("ant", ""), ("bee", ""), ("elm", ""))
    animals = offered("a", "animals", *words, cardinality="Multiple")
    trees = offered("t", "trees", *words, cardinality="Multiple")
    scored = cond(eq("ant", "a") + eq("bee", "a"), 50, "Add") + cond(eq("elm", "t"), 50, "Add")
    question = only(animals + trees, scored, head=meta(question_type="categorization_question"))
    assert question.pairs == (("animals", "ant"), ("animals", "bee"), ("trees", "elm"))


# OLAT and Blackboard


def test_a_grid_of_plus_and_minus_is_several_out_of_many():
    steps = ""
    for ident, said in (("A", "correct"), ("B", "wrong"), ("C", "correct")):
        steps += cond(eq(f"{ident}:{said}"), 0.25, "Add") + cond(f"<not>{eq(f'{ident}:{said}')}</not>", -0.25, "Add")
    asked = item(lid("A", "B", "C", cardinality="Multiple"), steps).replace('ident="I"', 'ident="QTIEDIT:KPRIM:1"')
    (question,) = everything(asked)
    assert (question.type, right(question)) == ("multiple", ["text A", "text C"])
    assert question.answers[1].fraction < 0


def test_several_answers_count_more_than_the_words_multiple_choice():
    steps = cond(eq("A"), 1, "Add") + cond(eq("B"), 1, "Add") + cond(f"<not>{eq('C')}</not>", 1, "Add")
    asked = only(lid("A", "B", "C", cardinality="Multiple"), steps, head=meta(QUESTIONTYPE="MULTIPLE CHOICE QUESTION"))
    assert (asked.type, right(asked)) == ("multiple", ["text A", "text B"])


def drop(ident, *names):
    return lid(*names, ident=ident).replace("response_lid", "response_str")


def test_a_class_of_ilias_says_the_type():
    said = {"assSingleChoice": "single", "assKprimChoice": "single", "assNumeric": "numerical", "assClozeTest": "fill"}
    for word, kind in said.items():
        shown = lid("A", "B") if "Choice" in word else typed()
        assert only(shown, cond(eq("A")), head=meta(QUESTIONTYPE=word)).type == kind
    found = everything(item(typed(), cond(eq("A")), head=meta(QUESTIONTYPE="assErrorText")))
    assert [(type(one), one.code) for one in found] == [(Rejected, Code.UNSUPPORTED)]


def test_a_text_that_is_chosen_from_a_list_is_a_dropdown():
    steps = cond(eq("text B", "R"), 1, "Add") + cond(eq("oak", "S"), 1, "Add")
    asked = only(drop("R", "A", "B") + typed("S"), steps)
    assert (asked.type, [part.type for part in asked.parts]) == ("cloze", ["single", "shortanswer"])
    assert [one.fraction for one in asked.parts[0].answers] == [0, 1]


def test_places_counted_from_nought_say_an_order_too():
    steps = "".join(cond(eq(value, index=at), 1, "Add") for at, value in enumerate((1, 0, 2)))
    assert only(lid("x", "y", "z", cardinality="Ordered"), steps).items == ("text y", "text x", "text z")


def test_conditions_that_name_the_labels_say_which_are_chosen():
    wanted = eq(1, "A") + eq(0, "B") + eq(1, "C")
    asked = only(lid("A", "B", "C", cardinality="Multiple"), cond(f"<and>{wanted}</and>", 1, "Add"))
    assert (asked.type, right(asked), asked.options) == ("multiple", ["text A", "text C"], {"policy": "all_or_nothing"})


def test_one_of_a_list_of_words_is_that_word():
    typed_in = "".join(typed(f"TEXTSUBSET_0{at}") for at in range(2))
    steps = "".join(
        cond(f'<varsubset respident="TEXTSUBSET_0{at}">{word}</varsubset>', 1, "Add")
        for at, word in enumerate(("red", "blue"))
    )
    asked = only(typed_in, steps)
    assert [[one.text for one in part.answers] for part in asked.parts] == [["red"], ["blue"]]


def test_categories_with_words_of_their_own_are_pairs_too():
    animals = offered("a", "animals", ("ant", ""), ("elm", ""), cardinality="Multiple")
    trees = offered("t", "trees", ("ant", ""), ("elm", ""), ("oak", ""), cardinality="Multiple")
    scored = cond(eq("ant", "a"), 50, "Add") + cond(eq("elm", "t"), 50, "Add")
    question = only(animals + trees, scored, head=meta(question_type="categorization_question"))
    assert question.pairs == (("animals", "ant"), ("trees", "elm"))


def test_a_colon_in_another_item_is_a_colon():
    assert right(only(lid("A", "B:wrong"), cond(eq("B:wrong")))) == ["text B:wrong"]


def test_a_text_that_must_hold_several_parts_is_told():
    parts = "".join(f'<or><varsubstring respident="R">{word}</varsubstring></or>' for word in ("Who", "Curie"))
    found = everything(item(typed(), cond(f"<and>{parts}</and>")))
    assert [(type(one), one.code) for one in found] == [(Rejected, Code.UNSUPPORTED)]


def test_a_text_that_may_hold_one_of_several_parts_is_read():
    parts = "".join(f'<varsubstring respident="R">{word}</varsubstring>' for word in ("Who", "What"))
    assert right(only(typed(), cond(f"<or>{parts}</or>"))) == ["*Who*", "*What*"]


def test_a_question_inside_the_field_to_write_in_is_the_stem():
    field = f'<render_fib fibtype="Integer">{mat("13 x 13?")}<response_label ident="A"/></render_fib>'
    question = only(f'<response_num ident="R">{field}</response_num>', cond(eq("169")), stem="")
    assert (question.type, question.stem, right(question)) == ("numerical", "13 x 13?", ["169"])


# the file

ONE = whole(item(lid("A", "B"), cond(eq("B"))))


def test_a_document_type_may_declare_elements_of_its_own():
    own = "<!-- ours - x --><!ELEMENT order (label+)>\n<!ATTLIST order row (Yes|No) 'No'>"
    text = f'<?xml version="1.0"?>\n<!DOCTYPE questestinterop SYSTEM "ims_qtiasiv1p2.dtd" [\n{own}]>{ONE}'
    (question,) = read_qti12(text.encode())
    assert right(question) == ["text B"]


@pytest.mark.parametrize("own", ['<!ENTITY a "b">', '<!ELEMENT x ANY><!ENTITY % a SYSTEM "file:///x">', "%a;", "<x/>"])
def test_a_document_type_that_declares_more_is_refused(own):
    with pytest.raises(BankEntities):
        list(read_qti12(f"<!DOCTYPE questestinterop [{own}]>{ONE}".encode()))


def test_a_tag_that_is_not_closed_is_closed_with_the_one_around_it_and_told():
    text = whole(item(lid("A", "B"), cond(eq("B")))).replace("</resprocessing>", "\n")
    warned, question = read_qti12(text.encode())
    assert (warned.code, warned.line, right(question)) == (Code.XML_CLOSED, 2, ["text B"])
    assert isinstance(next(iter(read_qti(text.encode()))), Warned)


@pytest.mark.parametrize(
    "broken",
    [
        ONE.replace("<section>", ""),
        ONE.replace("</questestinterop>", ""),
        ONE.replace("questestinterop>", "quiz>").replace("</resprocessing>", ""),
        ONE.replace("<section>", "<section>" + "<flow>" * 52),
        ONE.replace("<section>", "<section a=>").replace("</resprocessing>", ""),
    ],
)
def test_xml_that_is_broken_otherwise_is_refused(broken):
    with pytest.raises(BankXml):
        list(read_qti(broken.encode()))


def test_tags_in_comments_and_texts_are_no_tags():
    inside = "<!-- </item> --><material><mattext><![CDATA[</item> <b>]]></mattext></material>"
    text = whole(item(lid("A", "B"), cond(eq("B")))).replace("<presentation>", f"<presentation>{inside}")
    (question,) = (
        one for one in read_qti12(text.replace("</resprocessing>", "").encode()) if isinstance(one, Question)
    )
    assert right(question) == ["text B"]

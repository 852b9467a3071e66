r"""GIFT (interop 3.1): every rule of Moodle's reader, and where it errs, what is done instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.interop.codes import Code
from exams.interop.gift import read_gift
from exams.interop.question import Answer, Question
from exams.interop.result import Rejected, Warned


def everything(text):
    return list(read_gift(text))


def questions(text):
    return [one for one in read_gift(text) if isinstance(one, Question)]


def only(text):
    (question,) = questions(text)
    return question


def fractions(text):
    return [(one.text, one.fraction) for one in only(text).answers]


def codes(text, kind):
    return [(one.code, one.line) for one in read_gift(text) if isinstance(one, kind)]


# 3.1: the order of tests on one block


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Only words", "description"),
        ("Write.{}", "essay"),
        ("Write.{ \n }", "essay"),
        ("Write.{####only feedback}", "essay"),
        ("Sum{#3}", "numerical"),
        ("Sum{#3 ~#no}", "numerical"),
        ("Pick{=a ~b}", "single"),
        ("Pick{=a -> x ~b}", "single"),
        ("Pick{~%50%a ~%50%b}", "multiple"),
        ("Match{=a -> b =c -> d}", "matching"),
        ("True{T}", "truefalse"),
        ("True{TRUE#no#yes}", "truefalse"),
        ("True{F}", "truefalse"),
        ("True{FALSE}", "truefalse"),
        ("True{ FALSE # no }", "truefalse"),
        ("Short{=a =b}", "shortanswer"),
        ("Short{a}", "shortanswer"),
        ("Short{0}", "shortanswer"),
        ("Short{a->b}", "shortanswer"),
        ("Order{>3 ALL\none\ntwo\n}", "ordering"),
        ("$CATEGORY: a/b", "category"),
    ],
)
def test_the_type_is_what_moodles_order_of_tests_says(text, kind):
    assert only(text).type == kind


def test_a_description_bears_no_mark():
    assert (only("Only words").mark, only("Short{=a}").mark) == (0, 1)


# 3.1: splitting into questions


def test_blank_lines_separate_questions_even_with_white_space_in_them():
    assert [one.stem for one in questions("One{}\n \t\nTwo{}\n\n\n\nThree{}")] == ["One", "Two", "Three"]


def test_a_comment_does_not_split_a_question():
    assert only("// head\nOne {\n=a\n // not this\n~b\n}").answers == (Answer("a", 1.0), Answer("b"))


def test_a_file_of_comments_has_no_questions():
    assert everything("// one\n\n//two\n  // three") == []


def test_the_comment_above_a_question_may_carry_its_id_and_tags():
    question = only("// question: 7  name: N\n// [id:a\\]b] [tag: one ] [tag:二]\nQ{=a ~b}")
    assert (question.idnumber, question.tags, question.line) == ("a]b", ("one", "二"), 3)


def test_slashes_within_a_line_are_no_comment():
    assert only("See http://a.b/c{=x ~y}").stem == "See http://a.b/c"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_splits(end):
    assert [one.stem for one in questions(end.join(["One{}", "", "Two{}"]))] == ["One", "Two"]


def test_a_question_names_the_line_it_begins_at():
    assert [one.line for one in questions("\n// x\nOne{}\n\n// y\n// z\nTwo{}\n")] == [3, 7]


def test_a_line_of_zero_is_no_blank_line():
    # PHP's empty("0") makes Moodle split here.
    assert only("One\n0\n{=a ~b}").stem == "One\n0"


def test_an_ideographic_space_is_no_white_space_to_moodle():
    assert only("One\n\u3000\n{=a ~b}").type == "single"


def test_lines_of_a_stem_are_trimmed_and_kept():
    assert only("  One  \n\t two {=a ~b}").stem == "One\ntwo"


# 3.1: escapes


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        (r"a\:b{}", "a:b"),
        (r"a\#b{}", "a#b"),
        (r"a\=b{}", "a=b"),
        (r"a\{b\}{}", "a{b}"),
        (r"a\~b{}", "a~b"),
        (r"a\nb{}", "a\nb"),
        (r"a\\b{}", r"a\b"),
        (r"a\\nb{}", r"a\nb"),
        (r"a\\\=b{}", r"a\=b"),
        (r"a\xb{}", r"a\xb"),
        (r"\nab\n{}", "ab"),
    ],
)
def test_escapes_are_read_once_from_left_to_right(text, stem):
    assert only(text).stem == stem


def test_escaped_signs_do_not_structure_an_answer():
    assert fractions(r"Q{=a\=b\~c ~d\#e\}f}") == [("a=b~c", 1.0), ("d#e}f", 0.0)]


def test_control_characters_do_not_turn_into_signs():
    assert only("a\x01b\x03{=\x04c ~d}").stem == "ab"


def test_an_escape_in_a_name_is_read():
    assert only(r"::a\:\:b::Q{}").name == "a::b"


# 3.1: names, formats, feedback, gaps


def test_a_name_stands_between_double_colons():
    assert (only("::Name::Stem{=a ~b}").name, only("::Name::Stem{=a ~b}").stem) == ("Name", "Stem")


def test_a_name_without_its_end_is_no_name():
    assert only("::Name Stem{=a ~b}").stem == "Name Stem"


def test_without_a_name_the_stem_is_cut_at_a_word():
    name = only("word " * 60 + "{=a ~b}").name
    assert len(name) <= 80
    assert name.endswith("word...")


def test_tags_do_not_go_into_a_name():
    assert only("[html]<p>Which <b>one</b>?</p>{=a ~b}").name == "Which one?"


@pytest.mark.parametrize("name", ["html", "markdown", "plain", "moodle"])
def test_a_format_stands_in_brackets_before_the_stem(name):
    question = only(f"[{name}]Stem{{=a ~b}}")
    assert (question.format, question.stem) == (name, "Stem")


def test_a_bracket_that_is_no_format_belongs_to_the_text():
    assert (only("[1] Stem{=a ~b}").stem, only("[1 Stem{=a ~b}").stem) == ("[1] Stem", "[1 Stem")


def test_an_answer_and_its_feedback_have_formats_of_their_own():
    (answer, _) = only("Q{=[html]<b>a</b>#[markdown]*why* ~b}").answers
    assert answer == Answer("<b>a</b>", 1.0, None, "*why*", "html")


def test_general_feedback_is_behind_the_last_four_hashes():
    question = only("Q{=a#one ~b#two####[html]all}")
    assert (question.feedback, [one.feedback for one in question.answers]) == ("all", ["one", "two"])


def test_the_last_four_hashes_count():
    assert only("Q{=a ~b####x####y}").feedback == "y"


def test_text_behind_the_answers_makes_a_gap():
    assert only("The {=cat ~dog} sat.").stem == "The _____ sat."


def test_answers_at_the_end_make_no_gap():
    assert only("The cat {=sat ~ran}").stem == "The cat"


# 3.1: categories, errors


def test_a_category_holds_for_the_questions_after_it():
    found = questions("Before{}\n\n$CATEGORY: $course$/A\n\nAfter{}")
    assert [(one.type, one.category) for one in found] == [
        ("essay", ""),
        ("category", "$course$/A"),
        ("essay", "$course$/A"),
    ]


def test_a_question_right_below_a_category_is_part_of_its_name_and_told():
    assert codes("$CATEGORY: A\nQ{}", Warned) == [(Code.GIFT_CATEGORY, 1)]


@pytest.mark.parametrize(("text", "missing"), [("One {=a", "}"), ("One =a}", "{"), ("One } two {", "{")])
def test_one_brace_is_refused_and_the_others_go_on(text, missing):
    found = everything(f"Good{{}}\n\n{text}\n\nAlso{{}}")
    assert [type(one) for one in found] == [Question, Rejected, Question]
    assert (found[1].line, dict(found[1].facts)) == (3, {"missing": missing})


def test_a_blank_line_between_the_braces_ends_the_question_with_its_line():
    assert codes("Q {\n=a\n\n~b\n}\n", Rejected) == [(Code.GIFT_BRACE, 1), (Code.GIFT_BRACE, 4)]


def test_questions_without_a_blank_line_between_are_one_as_in_moodle_and_told():
    text = "One{=a ~b}\nTwo{=c ~d}"
    assert only(text).stem == "One\nTwo{=c ~d}"
    assert codes(text, Warned) == [(Code.GIFT_SECOND, 1)]


def test_a_text_of_nothing_has_no_questions():
    assert everything("") == []


@given(st.text(alphabet="aé甲 \n{}=~#%:.->T\\0159[]$/*\r\t", max_size=200))
def test_whatever_the_text_every_block_is_a_question_or_told(text):
    for one in read_gift(text):
        assert isinstance(one, (Question, Rejected, Warned))
        assert one.line >= 1


@given(st.text(max_size=100))
def test_any_characters_are_read_without_a_failure(text):
    for one in read_gift(f"Q {{={text} ~b}}"):
        assert one.line >= 1

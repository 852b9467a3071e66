"""Interop 2 and 3.6: what is typed, put together and put in order in QTI 1.2."""

import pytest

from tests.exams.interop.qti12.old_items import cond, eq, labels, lid, mat, meta, only, right, typed

# texts and numbers


def test_every_accepted_text_with_its_part():
    question = only(typed(), cond(eq("colour") + eq("color")), cond(eq("hue"), 50))
    assert [(one.text, one.fraction) for one in question.answers] == [("colour", 1), ("color", 1), ("hue", 0.5)]


def test_case_counts_where_every_comparison_says_so():
    assert only(typed(), cond(eq("A", case="Yes"))).options == {"usecase": True}
    assert only(typed(), cond(eq("A", case="No"))).options == {}


def test_a_star_in_a_text_is_a_star_and_a_part_of_a_text_has_stars_around():
    assert right(only(typed(), cond(eq("2*3")))) == [r"2\*3"]
    assert right(only(typed(), cond('<varsubstring respident="R">bank</varsubstring>'))) == ["*bank*"]


RANGES = [
    ('<vargte respident="R">3</vargte><varlte respident="R">5</varlte>', [("4", 1)]),
    ('<and><vargt respident="R">3</vargt><varlt respident="R">5</varlt></and>', [("4", 1)]),
    (
        f"<or>{eq('4')}<and><vargte respident='R'>3.5</vargte><varlte respident='R'>4.5</varlte></and></or>",
        [("4", 0.5)],
    ),
    (f"<or>{eq('7')}{eq('8')}</or>", [("7", 0), ("8", 0)]),
    ('<vargte respident="R">-2</vargte><varlte respident="R">-1</varlte>', [("-1.5", 0.5)]),
]


@pytest.mark.parametrize(("condition", "answers"), RANGES)
def test_a_range_is_a_middle_and_a_tolerance(condition, answers):
    question = only(typed(fibtype="Decimal"), cond(condition))
    assert [(one.text, one.tolerance) for one in question.answers] == answers


def test_a_range_makes_a_text_field_numerical():
    assert only(typed(), cond('<vargte respident="R">3</vargte><varlte respident="R">5</varlte>')).type == "numerical"


def test_every_blank_has_its_own_answers_and_its_place_in_the_stem():
    question = only(typed("a") + mat("and") + typed("b"), cond(eq("x", "a"), 50, "Add"), cond(eq("y", "b"), 50, "Add"))
    assert [[one.text for one in part.answers] for part in question.parts] == [["x"], ["y"]]
    assert question.stem == "What? {#1} and {#2}"


def test_blanks_that_the_stem_names_get_no_second_place():
    shown = typed("response_a") + typed("response_b")
    question = only(shown, cond(eq("x", "response_a") + eq("y", "response_b")), stem="[a] or [b]")
    assert question.stem == "[a] or [b]"


def test_canvas_takes_every_label_of_a_blank_as_right():
    shown = lid("A", "B", ident="response_x")
    question = only(shown, cond(eq("A", "response_x")), head=meta(question_type="fill_in_multiple_blanks_question"))
    assert [one.text for one in question.parts[0].answers] == ["text A", "text B"]


def test_a_single_blank_keeps_the_type_that_is_said():
    shown, head = lid("A", ident="response_x"), meta(question_type="fill_in_multiple_blanks_question")
    assert only(shown, cond(eq("A", "response_x")), head=head).type == "fill"
    cloze = meta(QUESTIONTYPE="CLOZE QUESTION")
    assert only(lid("A", "B"), cond(eq("A")), head=cloze).type == "dropdowns"
    assert only(typed(), cond(eq("A")), head=cloze).type == "fill"


def test_a_dropdown_may_be_compared_by_its_text():
    shown = lid("0", "1", ident="gap_0") + lid("2", "3", ident="gap_1")
    question = only(shown, cond(eq("text 1", "gap_0"), 1, "Add"), cond(eq("text 2", "gap_1"), 1, "Add"))
    assert [[one.fraction for one in part.answers] for part in question.parts] == [[0, 1], [1, 0]]


# pairs and orders


def two_rows(**more):
    return "".join(lid("x", "y", "z", ident=n, prompt=mat(f"left {n}"), **more) for n in ("L1", "L2"))


def test_matching_by_several_responses():
    question = only(two_rows(), cond(eq("y", "L1"), 50, "Add"), cond(eq("x", "L2"), 50, "Add"))
    assert question.type == "matching"
    assert question.pairs == (("left L1", "text y"), ("left L2", "text x"))
    assert question.options == {"distractors": ["text z"]}


def test_matching_by_one_group():
    shown = f'<response_grp ident="R" rcardinality="Multiple"><render_choice>{labels("a", "b", "c", "d")}</render_choice></response_grp>'  # noqa: E501
    pairs = [cond(f'<varsubset respident="R">{pair}</varsubset>', 1, "Add") for pair in ("a,d", "b,c")]
    assert only(shown, *pairs).pairs == (("text a", "text d"), ("text b", "text c"))


def test_the_labels_that_have_a_group_stand_on_the_left():
    shown = f'<response_grp ident="R"><render_choice>{labels("1", "11")}</render_choice></response_grp>'
    shown = shown.replace('ident="1">', 'ident="1" match_group="11">')
    assert only(shown, cond('<varsubset respident="R">11,1</varsubset>')).pairs == (("text 1", "text 11"),)


def test_blackboard_keeps_the_right_sides_in_a_block_beside():
    def row(name):
        bare = "".join(f'<response_label ident="{name}{n}"/>' for n in (1, 2))
        field = (
            f'<response_lid ident="{name}" rcardinality="Single"><render_choice>{bare}</render_choice></response_lid>'
        )
        return f'<flow class="Block">{mat(f"left {name}")}{field}</flow>'

    rights = "".join(f'<flow class="Block">{mat(text)}</flow>' for text in ("one", "two"))
    shown = f'<flow class="RESPONSE_BLOCK">{row("p")}{row("q")}</flow><flow class="RIGHT_MATCH_BLOCK">{rights}</flow>'
    praise = '<displayfeedback linkrefid="correct"/>'
    conditions = [
        f"<respcondition><conditionvar>{eq(value, name)}</conditionvar>{praise}</respcondition>"
        for name, value in (("p", "p2"), ("q", "q1"))
    ]
    question = only(shown, *conditions)
    assert question.pairs == (("left p", "two"), ("left q", "one"))
    assert question.stem == "What?"


def test_an_order_by_one_condition_and_by_positions():
    shown = lid("A", "B", "C", cardinality="Ordered")
    listed = only(shown, cond(f"<and>{eq('C')}{eq('A')}{eq('B')}</and>"))
    placed = only(shown, *(cond(eq(name, index=at), 1, "Add") for at, name in enumerate("CAB")))
    assert listed.items == placed.items == ("text C", "text A", "text B")

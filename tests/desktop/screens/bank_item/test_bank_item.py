"""One question: written with the candidate's view beside it, checked while it is typed, released by two people."""

import pytest

from exams import ItemState, forbidden_in
from exams.interop.question import Question
from tests.architecture.tree import ROOT
from tests.desktop.screens.bank_fixtures import shown
from tests.desktop.screens.bank_house import ASKED, ESSAY, TRUTH, file_of
from tests.desktop.screens.outline_house import published
from tests.drivers.bank import BankItemDriver
from tests.drivers.looks import cut_off, nameless, settle, unreachable

SINGLE, STATEMENT, LONG, ORDER, MATCH = 1, 2, 3, 4, 5
STEPS = Question("ordering", "顺序", "挂失的顺序是什么？", items=("核实", "挂失", "记录"))
PAIRS = Question("matching", "配对", "哪一步？", pairs=(("丢卡", "挂失"), ("盗刷", "报警"), ("", "记录")))


@pytest.fixture
def opened(rooms, window, qtbot, house):
    house.take_in([file_of(ASKED, TRUTH, ESSAY, STEPS, PAIRS)])

    def page(number=SINGLE):
        rooms.open_item(number)
        settle()
        return shown(window, qtbot, BankItemDriver)

    return page


def test_what_is_typed_is_seen_at_once_as_the_candidate_sees_it(opened):
    page = opened()
    assert page.options == ["核实身份", "直接挂失", "转接网点", "挂断电话"]
    page.write("客户要求挂失，**首先**做什么？")
    page.type("write_B", "立即挂失")
    page.type("write_D", "")
    assert page.seen == "客户要求挂失，首先做什么？"
    assert page.options == ["核实身份", "立即挂失", "转接网点"]


def test_the_other_language_is_written_below_and_kept(opened):
    page = opened()
    page.write_other("What comes first?\nA. Identity")
    assert page.sees("The text in the other language is not whole")
    assert page.other_seen == ("", [])
    page.write_other("What comes first?\nA. Identity\nB. Blocking\nC. The branch\nD. Hanging up")
    assert not page.sees("The text in the other language is not whole")
    assert page.other_seen == ("What comes first?", ["Identity", "Blocking", "The branch", "Hanging up"])
    assert page.options[0] == "核实身份"
    page.press("save")
    assert page.other.endswith("D. Hanging up")


def test_the_words_that_the_rules_go_by_are_in_the_bundle():
    """The recipe names each asset that it takes along; a form without this file would find nothing to mend."""
    recipe = (ROOT / "build.spec").read_text("utf-8")
    assert 'ROOT / "assets" / "bank" / "forbidden.toml"), "assets/bank"' in recipe
    assert forbidden_in(ROOT / "assets").options


def test_the_rules_of_writing_are_told_while_it_is_typed(opened):
    page = opened()
    assert page.sees("The rules find nothing to mend.")
    page.type("write_D", "以上都对")
    assert page.sees("Option D says “以上都对”, which no option may.")
    page.write("挂失的第一步是")
    assert page.sees("The question asks nothing: a full question ends with a question mark.")
    assert page.can_press("save")


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("key", "", "The question has no answer."),
        ("key", "AC", "A single choice question has several right options: AC."),
        ("key", "F", "The answer names option F"),
        ("key", "E", "The answer names option E"),
    ],
)
def test_a_draft_without_a_sound_key_is_not_saved(opened, field, text, said):
    page = opened()
    page.type(field, text)
    assert page.sees(said)
    assert page.sees("Must be mended")
    assert not page.can_press("save")


def test_a_question_that_no_exam_can_ask_says_so_before_it_is_released(opened, house):
    assert not opened(LONG).has("item_not_asked")
    published(house)
    page = opened(LONG)
    assert page.part("item_not_asked").accessibleName().startswith("An exam has no card for a question of the type")
    assert not opened(SINGLE).has("item_not_asked")


@pytest.mark.feature("c7")
def test_a_saved_change_is_the_next_version_and_a_draft(opened, house):
    page = opened()
    assert not page.can_press("save")
    page.type("key", "b")
    assert page.sees("Not saved yet.")
    assert not page.can_press("step_review")
    page.press("save")
    assert page.sees("Version 2 is saved, as a draft of yours.")
    assert page.text("item_facts") == "Single choice · version 2 · Draft · written by 陈静"
    kept = house.item(SINGLE).question
    assert [answer.fraction for answer in kept.answers] == [0.0, 1.0, 0.0, 0.0]
    assert (kept.category, kept.options["difficulty"], kept.name) == ("第一章", "中", "挂失")
    assert house.earlier(SINGLE, 1).answers == ASKED.answers


@pytest.mark.feature("c7")
def test_who_wrote_it_cannot_release_it_and_a_second_person_can(opened, rooms, house, window):
    page = opened()
    page.type("key", "B")
    page.press("save")
    page.press("step_review")
    assert page.sees("It is now: Under review")
    page.press("step_live")
    assert page.part("item_fault").accessibleName().startswith("Whoever wrote a question")
    house.by("李雷").move(house.item(SINGLE).line, ItemState.LIVE)
    page = opened()
    assert page.text("item_facts").startswith("Single choice · version 2 · Live")
    assert page.can_press("step_retired")


def test_a_question_that_somebody_else_has_changed_meanwhile_is_not_overwritten(opened, house):
    page = opened()
    page.type("key", "B")
    other = house.by("李雷")
    other.save(other.item(SINGLE).line, TRUTH)
    page.press("save")
    assert page.part("item_fault").accessibleName().startswith("Somebody else has changed this question")
    assert house.item(SINGLE).question.type == "truefalse"


def test_what_was_typed_and_not_saved_is_still_there_after_a_look_at_the_list(opened, rooms):
    page = opened()
    page.write("还没写完？")
    page.press("to_bank")
    page = opened()
    assert page.seen == "还没写完？"
    assert page.sees("Not saved yet.")


def test_the_day_of_the_next_review_is_kept_and_nonsense_is_not(opened, house):
    page = opened()
    page.type("review", "2027-02-30")
    page.press("keep_review")
    assert page.part("item_fault").accessibleName() == "Write the day like 2027-06-30."
    page.type("review", "2027-06-30")
    page.press("keep_review")
    assert page.sees("The day of the next review is kept.")
    assert house.item(SINGLE).line.review == "2027-06-30"


def test_what_became_of_an_act_at_the_foot_of_the_page_comes_into_sight(opened):
    page = opened()
    page.to_the_foot()
    page.type("review", "soon")
    page.press("keep_review")
    assert page.in_sight("item_fault")


def test_a_question_the_form_would_spoil_is_shown_as_it_is_and_still_moves_on(opened, house):
    page = opened(LONG)
    assert page.sees("This question is kept as it came")
    assert page.seen == "请写出处理 投诉 的步骤。"
    assert not page.has("save")
    page.press("step_review")
    assert house.item(LONG).line.state == "review"


def test_types_that_only_go_round_are_shown_on_the_cards_of_the_exam_with_their_key(opened):
    page = opened(ORDER)
    assert [page.has("seen_answer"), page.sees("记录"), page.text("seen_key")] == [
        True,
        True,
        "Key: 核实 → 挂失 → 记录",
    ]
    page = opened(MATCH)
    assert page.sees("丢卡")
    assert page.text("seen_key") == "Key: 丢卡 → 挂失; 盗刷 → 报警"


def test_a_statement_is_true_or_false(opened, house):
    page = opened(STATEMENT)
    box = page.part("key")
    box.setCurrentIndex(0)
    box.activated.emit(0)
    page.press("save")
    assert house.item(STATEMENT).question.correct is True


@pytest.mark.parametrize("number", [SINGLE, STATEMENT, LONG, ORDER, MATCH])
def test_everything_has_a_name_can_be_reached_and_is_not_cut(opened, window, number):
    opened(number)
    view = window.current().view
    assert nameless(view) == []
    assert unreachable(view) == []
    assert cut_off(view) == []


@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_in_large_text(opened, window, code):
    window.set_language(code)
    window.set_zoom(200)
    page = opened()
    page.write_other("What comes first?\nA. Identity\nB. Blocking\nC. The branch\nD. Hanging up")
    assert cut_off(window.current().view) == []
    assert page.shows_all_of_other

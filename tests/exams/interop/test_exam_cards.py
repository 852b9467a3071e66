"""Questions of other programs become items that the exam's own rules mark as their authors meant."""

from dataclasses import replace

import pytest

from exams.grading.grade import correct_response, mark_one
from exams.grading.policy import WHOLE, GradingPolicy
from exams.interop.exam_cards import Asked, NoCard, card_item
from exams.interop.exam_places import CoursePlace
from exams.interop.question import Answer, Media, Part, Question
from exams.items.item import ItemType, Level
from exams.items.response import parse_response, response_json
from exams.papers.paper import PaperItem

PLACE = Asked("bank-7", 3, CoursePlace(2, "2.6"), known_facts=frozenset({"F-STD-06"}))
SINGLE = Question("single", "甲", "甲？", (Answer("对", 1.0), Answer("错")), format="plain")
SEVERAL = (Answer("一", 0.5), Answer("二"), Answer("三", 0.5))
FIVE, SEVEN = (Answer("五", 1.0), Answer("5", 1.0)), (Answer("七", 1.0),)
LIST = (Answer("止付", 1.0), Answer("挂断"))
ASKED = (
    (SINGLE, ItemType.SINGLE, "A"),
    (replace(SINGLE, type="multiple", answers=SEVERAL), ItemType.MULTIPLE, ["A", "C"]),
    (Question("truefalse", "乙", "乙。", correct=False), ItemType.TRUEFALSE, False),
    (Question("shortanswer", "丙", "丙＿", (Answer("挂失", 1.0), Answer("止付", 0.5))), ItemType.SHORTANSWER, "挂失"),
    (Question("numerical", "丁", "几？", (Answer("4.50", 1.0, 0.01),)), ItemType.NUMERICAL, "4.5"),
    (Question("ordering", "戊", "排序", items=("核身", "止付", "记录")), ItemType.ORDERING, None),
    (Question("matching", "己", "配对", pairs=(("甲", "子"), ("乙", "丑"), ("", "寅"))), ItemType.MATCHING, None),
    (
        Question("cloze", "庚", "先{#1}，后{#2}", parts=(Part("shortanswer", FIVE), Part("shortanswer", SEVEN))),
        ItemType.FILL,
        ["5", "七"],
    ),
    (Question("fill", "壬", "先{#1}", parts=(Part("shortanswer", FIVE),)), ItemType.FILL, ["5"]),
    (
        Question("gapselect", "辛", "先[[1]]", parts=(Part("single", LIST), Part("single", LIST[::-1]))),
        ItemType.DROPDOWN,
        ["A", "B"],
    ),
)  # fmt: skip


def marked(item, key, response):
    place = PaperItem(1, item.id, item.version, item.type, item.chapter, "remember", 2000, order=item.letters)
    policy = GradingPolicy(pass_percent=60)
    given = correct_response(item, key, place) if response is None else response
    return mark_one(item, key, place, parse_response(item.type, item.letters, response_json(given)), policy).fraction


@pytest.mark.parametrize(("question", "kind", "right"), ASKED, ids=[one[0].type for one in ASKED])
def test_each_type_is_asked_and_its_right_answer_has_full_marks(question, kind, right):
    item, key = card_item(question, PLACE)
    assert (item.type, item.id, item.version, item.chapter, item.section) == (kind, "bank-7", 3, 2, "2.6")
    assert set(item.wordings) == {"zh", "en"}
    assert marked(item, key, right) == WHOLE


@pytest.mark.parametrize(
    ("question", "wrong"),
    [(ASKED[0][0], "B"), (ASKED[2][0], True), (ASKED[4][0], "4.52"), (ASKED[7][0], ["6", "八"])],
)
def test_a_wrong_answer_has_none(question, wrong):
    assert marked(*card_item(question, PLACE), wrong) == 0


def test_an_answer_worth_half_is_worth_half():
    assert marked(*card_item(ASKED[3][0], PLACE), "止付") == WHOLE // 2


def test_the_letters_of_an_ordering_say_nothing_of_its_order():
    item, key = card_item(ASKED[5][0], PLACE)
    options = dict(item.wordings["zh"].options)
    assert [options[letter] for letter in key.correct] == ["核身", "止付", "记录"]
    assert [*options.values()] == sorted(options.values())


def test_markup_goes_and_the_places_of_blanks_stay():
    question = replace(ASKED[7][0], stem="<p>先{#1}，<b>后</b>{#2}</p>", format="html")
    assert card_item(question, PLACE)[0].wordings["zh"].stem == "先（1）____， 后 （2）____"


def test_level_red_line_and_facts_come_from_its_words():
    question = replace(SINGLE, options={"difficulty": "应用"}, tags=("红线", "F-STD-06", "F-ABC-01"))
    item, _ = card_item(question, PLACE)
    assert (item.level, item.red_line, item.facts) == (Level.APPLY, True, ("F-STD-06",))


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (Question("essay", "a", "a"), "E_ASK_TYPE"),
        (Question("ddmarker", "a", "a"), "E_ASK_TYPE"),
        (replace(SINGLE, media=(Media("a.png"),)), "E_ASK_MEDIA"),
        (replace(SINGLE, answers=(Answer("对", 1.0),)), "E_ASK_OPTIONS"),
        (replace(SINGLE, answers=(Answer("对", 1.0), Answer("对"))), "E_ASK_OPTIONS"),
        (replace(SINGLE, answers=(Answer("对", 1.0), Answer("半", 0.5))), "E_ASK_WEIGHTS"),
        (replace(SINGLE, answers=(Answer("对"), Answer("错"))), "E_ASK_KEY"),
        (replace(SINGLE, answers=(Answer("对", 1.0), Answer("也对", 1.0))), "E_ASK_KEY"),
        (Question("numerical", "a", "a", (Answer("1e99", 1.0, 0.0),)), "E_ASK_KEY"),
        (Question("numerical", "a", "a", (Answer("1", 1.0), Answer("2", 0.5))), "E_ASK_WEIGHTS"),
        (Question("ordering", "a", "a", items=("一", "二")), "E_ASK_OPTIONS"),
        (Question("truefalse", "a", "a"), "E_ASK_KEY"),
        (Question("cloze", "a", "a", parts=(Part("numerical", (Answer("1", 1.0),)),)), "E_ASK_TYPE"),
        (replace(SINGLE, qti={"processing": "<assessmentItem><templateProcessing/></assessmentItem>"}), "E_ASK_TYPE"),
        (Question("fill", "a", "[x]", parts=(Part("shortanswer", (Answer("1", 1.0),)),)), "E_ASK_TYPE"),
    ],
)
def test_what_has_no_card_says_why(question, code):
    with pytest.raises(NoCard) as refused:
        card_item(question, PLACE)
    assert refused.value.code == code

"""Text, order, places and pictures at a branch PC: drawn, answered, kept over a restart, graded, explained."""

import pytest

from exams.content.faults import Code
from exams.desk.robots import Robot, Skill, right_value
from exams.items.errors import BadResponse
from exams.items.item import ItemType
from exams.items.response import response_json
from exams.sittings.sitting import Kind
from tests.exams.content.sources import SourceTree
from tests.exams.desk.branch_pc import BranchPc
from tests.exams.desk.course import two_chapters
from tests.exams.desk.every_card import BARE, CARDS, LISTS, POINTS, REGIONS, SPOTS, card, every_card

pytestmark = pytest.mark.feature("c1", "c2")


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return every_card(tmp_path_factory.mktemp("cards"))


@pytest.fixture
def pc(content, tmp_path):
    made = BranchPc.set_up(tmp_path / "home", content)
    yield made
    made.close()


def place_of(sitting, kind):
    return next(place for place in sitting.paper.items if place.type is kind)


def test_every_card_is_drawn_answered_kept_and_graded_by_its_key(pc):
    sitting = pc.desk().begin(Kind.QUIZ, 2)
    assert {place.type.value for place in sitting.paper.items} == {kind for kind, *_ in CARDS}
    given = {}
    for place in sitting.paper.items:
        given[place.position] = right_value(pc.office, sitting, place.position)
        pc.desk().answer(sitting.id, place.position, given[place.position])
    pc.reopen()
    held = pc.desk().sitting(sitting.id)
    assert len(held.answers) == len(CARDS)
    result = pc.desk().hand_in(sitting.id).result
    assert (result.percent, result.grader) == (100, 3)


def test_part_of_an_answer_earns_part_of_the_points(pc):
    sitting, desk = pc.desk().begin(Kind.QUIZ, 2), pc.desk()
    places = {place.type: place for place in sitting.paper.items}
    answers = {
        ItemType.SHORTANSWER: "挂失业务",
        ItemType.FILL: ["5", ""],
        ItemType.ORDERING: [*places[ItemType.ORDERING].order],
        ItemType.CASE: ["A", "A", ""],
        ItemType.HOTSPOT: ["C"],
    }
    for kind, value in answers.items():
        desk.answer(sitting.id, places[kind].position, value)
    marks = {places_of.position: places_of for places_of in desk.hand_in(sitting.id).result.marks}
    points = {kind: marks[place.position].points for kind, place in places.items()}
    right = places[ItemType.ORDERING].order == ("B", "C", "A")
    assert points == {
        ItemType.SHORTANSWER: 1000,
        ItemType.FILL: 1000,
        ItemType.DROPDOWN: 0,
        ItemType.MATCHING: 0,
        ItemType.ORDERING: 2000 if right else 0,
        ItemType.CASE: 1400,
        ItemType.HOTSPOT: 1000,
    }


def test_the_explanation_shows_a_right_answer_and_no_pattern(pc):
    sitting, desk = pc.desk().begin(Kind.QUIZ, 2), pc.desk()
    desk.hand_in(sitting.id)
    shown = {one.question.type: one.correct for one in desk.review(sitting.id)}
    assert shown[ItemType.SHORTANSWER] == "口头挂失"
    assert shown[ItemType.FILL] == ("五", "身份证")
    assert shown[ItemType.CASE] == ("A", "AC", "95588")


def test_a_robot_that_knows_nothing_points_at_another_region(pc):
    begun = pc.desk().begin(Kind.QUIZ, 2)
    sitting = Robot(pc.desk(), pc.office, "seed", Skill(0)).sit(begun)
    (given,) = sitting.answers[place_of(sitting, ItemType.HOTSPOT).position]
    assert given == "B"


def test_lists_are_shown_in_one_order_at_every_place(pc):
    order = place_of(pc.desk().begin(Kind.QUIZ, 2), ItemType.MATCHING).order
    first, second = ([letter[1:] for letter in order if letter[0] == number and letter[1:]] for number in "12")
    assert first == second
    assert order[0] == "1"


def test_what_the_card_does_not_offer_is_refused(pc):
    sitting, desk = pc.desk().begin(Kind.QUIZ, 2), pc.desk()
    with pytest.raises(BadResponse):
        desk.answer(sitting.id, place_of(sitting, ItemType.MATCHING).position, ["C", "A"])


@pytest.fixture
def tree(tmp_path) -> SourceTree:
    return two_chapters(tmp_path / "assets")


@pytest.mark.parametrize(
    ("kind", "key", "options", "extra", "code"),
    [
        ("fill", '["x"]', {"1": "（1）", "2": "（2）"}, "", Code.KEY_TYPE),
        ("fill", '["x"]', {"1": "（1）", "1A": "甲", "1B": "乙"}, "", Code.OPTION_LETTERS),
        ("matching", '["A", "C"]', LISTS, "", Code.KEY_TYPE),
        ("dropdown", '["A"]', {"1": "一", "1A": "甲"}, "", Code.OPTION_LETTERS),
        ("case", '["95588"]', {"1": "号码"}, "", Code.KEY_TYPE),
        ("ordering", '["A", "B"]', {"A": "一", "B": "二"}, "", Code.OPTION_LETTERS),
        ("ordering", '["A", "B", "B"]', {"A": "一", "B": "二", "C": "三"}, "", Code.KEY_TYPE),
        ("ordering", '["A", "B", "C"]', {"A": "一", "B": "二", "C": "三"}, 'count = "8"\n', Code.FIELD_VALUE),
        ("shortanswer", '"%50%half"', {}, "", Code.KEY_TYPE),
        ("shortanswer", '"x"', {}, 'count = "2"\n', Code.FIELD_VALUE),
        ("hotspot", '["D"]', SPOTS, "", Code.KEY_TYPE),
        ("hotspot", '["A", "B", "C"]', SPOTS, "", Code.KEY_TYPE),
        ("hotspot", "[]", {"0": BARE}, "", Code.KEY_TYPE),
        ("hotspot", '["star 1,2,3"]', {"0": BARE}, "", Code.KEY_TYPE),
        ("hotspot", '["A"]', {**SPOTS, "D": "没有画出来"}, "", Code.BOARD),
        (
            "hotspot",
            '["A"]',
            {**SPOTS, "0": REGIONS.replace("720 240", "720 239", 1)},
            "",
            Code.BOARD,
        ),
        ("hotspot", '["A"]', {**SPOTS, "0": REGIONS.replace("<svg ", "<svg onload='1' ")}, "", Code.BOARD),
        ("hotspot", '["A"]', {**SPOTS, "0": REGIONS.replace("circle 560", "circle 5600")}, "", Code.BOARD),
    ],
)
def test_a_card_written_wrongly_is_told_at_its_place(tree, kind, key, options, extra, code):
    tree.write("bank/practice/2.1.toml", card(1, kind, key, options, extra))
    assert ("bank/practice/2.1.toml", code) in {(fault.file, fault.code) for fault in tree.read().faults}


def test_a_blueprint_refuses_a_type_that_the_exam_cannot_ask(tree):
    tree.replace("blueprints/quiz-2.toml", 'type = "single"', 'type = "drawing"')
    assert ("blueprints/quiz-2.toml", Code.FIELD_VALUE) in {(fault.file, fault.code) for fault in tree.read().faults}


def test_points_set_freely_are_kept_and_counted_by_the_areas_they_hit(tmp_path):
    made = BranchPc.set_up(tmp_path / "home", every_card(tmp_path, (POINTS, *CARDS[:2])))
    desk = made.desk()
    sitting = desk.begin(Kind.QUIZ, 2)
    at = place_of(sitting, ItemType.HOTSPOT).position
    assert right_value(made.office, sitting, at) == ["120,90", "560,90"]
    desk.answer(sitting.id, at, ["50,70"])
    made.reopen()
    assert response_json(made.desk().sitting(sitting.id).answers[at]) == ["50,70"]
    assert made.desk().hand_in(sitting.id).result.marks[at - 1].points == 1000
    assert made.desk().review(sitting.id)[at - 1].correct == ("120,90", "560,90")
    made.close()

"""A workbook of a training department, taken in and released by two people, is sat at a branch and graded there."""

from dataclasses import replace

import openpyxl
import pytest

from exams.desk.bank_desk_errors import BankOwnWork, BlueprintRule, BlueprintUnfilled
from exams.desk.bank_life import ItemState
from exams.desk.bank_office import BankOffice
from exams.desk.blueprint_office import BlueprintOffice
from exams.items.item import ItemType
from exams.items.spots import board_of
from exams.packs.slots import SlotPurpose
from exams.papers.blueprint import RedLineGate, TrialItems
from exams.sittings.sitting import State
from exams.store.bank_items import Sought
from exams.trust.strict_json import read_json
from tests.exams.desk.branch_pc import PROCTOR, BranchPc
from tests.exams.interop.pictures import hotspot_item, package, png

HEAD = ("题型", "题干", "选项A", "选项B", "选项C", "答案", "章节", "知识点")
ROWS = (
    *(("单选题", f"第{n}题：挂失先做什么？", "核实身份", "直接挂失", "挂断", "A", "第二章", "") for n in (1, 2, 3, 4)),
    ("判断题", "坐席可以索要完整的密码。", "", "", "", "错", "第二章", "红线"),
    ("简答题", "请写出处理投诉的步骤。", "", "", "", "先听后记", "第二章", ""),
    ("单选题", "这道题没有章节？", "是", "否", "", "A", "综合", ""),
)  # fmt: skip


def office(hq, who):
    return BankOffice(hq.home / "hq" / "bank.sqlite", who, hq.clock)


def release(hq, numbers):
    """Chen hands to review, Li releases."""
    for who, state in (("Chen", ItemState.REVIEW), ("Li", ItemState.LIVE)):
        for number in numbers:
            desk = office(hq, who)
            desk.move(desk.item(number).line, state)


@pytest.fixture(scope="module")
def stocked_once(founded, tmp_path_factory):
    """Headquarters with the workbook in its bank, all but the third question live; nobody works in it."""
    tmp_path = tmp_path_factory.mktemp("stocked")
    hq = founded.copied(tmp_path / "office")
    book = openpyxl.Workbook()
    for row in (HEAD, *ROWS):
        book.active.append(row)
    book.save(tmp_path / "题库.xlsx")
    desk = office(hq, "Chen")
    assert desk.take_in(desk.read([tmp_path / "题库.xlsx"])).questions == len(ROWS)
    release(hq, [line.id for line in desk.lines(Sought(), 99)[0] if line.id != 3])
    hq.publish(2)
    return hq


@pytest.fixture
def stocked(stocked_once, tmp_path):
    """The same headquarters, to work in."""
    return stocked_once.copied(tmp_path / "stocked")


def blueprints(hq):
    desk = BlueprintOffice(hq.home / "hq" / "bank.sqlite", "Chen", hq.clock)
    return desk, desk.stock()


def of_the_bank_alone(blueprint):
    """Three single-choice questions more than the course has in chapter 2, and its true-or-false one."""
    cells = {(2, ItemType.SINGLE): 9, (2, ItemType.TRUEFALSE): 1}
    return replace(blueprint, cells=cells, levels={}, red_line=RedLineGate(1, 1), marking=type(blueprint.marking)())


@pytest.mark.feature("c1", "c7")
def test_released_questions_go_into_the_pack_in_their_version_and_the_others_are_told(stocked):
    printed = stocked.publish(3)
    assert [(item.id, item.version) for item, _ in printed.share.items] == [(f"bank-{n}", 1) for n in (1, 2, 4, 5)]
    assert [(one.number, one.code) for one in printed.share.left_out] == [(6, "E_ASK_TYPE"), (7, "E_ASK_CHAPTER")]
    assert printed.counts["A"] == len(read_json(stocked.parts.items)["items"]) + 4


@pytest.mark.feature("c7")
def test_a_retired_question_and_one_that_was_changed_stay_out_until_released_again(stocked):
    desk = office(stocked, "Chen")
    desk.move(desk.item(1).line, ItemState.RETIRED)
    found = desk.item(2)
    desk.save(found.line, replace(found.question, stem="第2题：换了说法？"))
    assert [item.id for item, _ in stocked.publish(3).share.items] == ["bank-4", "bank-5"]
    release(stocked, [2])
    assert ("bank-2", 2) in [(item.id, item.version) for item, _ in stocked.publish(4).share.items]


@pytest.mark.feature("c10")
def test_a_question_on_trial_goes_into_the_pack_as_one_that_gives_no_points(stocked):
    desk = office(stocked, "Chen")
    desk.move(desk.item(3).line, ItemState.REVIEW)
    with pytest.raises(BankOwnWork):
        desk.move(desk.item(3).line, ItemState.TRIAL)
    other = office(stocked, "Li")
    other.move(other.item(3).line, ItemState.TRIAL)
    printed = stocked.publish(3)
    assert [item.id for item, _ in printed.share.items if item.trial] == ["bank-3"]
    packed = read_json(stocked.parts.items)["items"]
    assert not any("trial" in one for one in packed)
    editor, stock = blueprints(stocked)
    plan = editor.current(stock, "final")
    with pytest.raises(BlueprintUnfilled) as refused:
        editor.save(stock, replace(plan, trial=TrialItems(9)))
    assert {(gap.lack.value, gap.wanted) for gap in refused.value.cells} == {("trial", 9)}
    other.move(other.item(3).line, ItemState.LIVE)
    assert not any(item.trial for item, _ in stocked.publish(4).share.items)


@pytest.mark.feature("c4")
def test_a_blueprint_says_what_each_cell_lacks_and_is_saved_only_when_the_bank_fills_it(stocked):
    desk, stock = blueprints(stocked)
    wanted = of_the_bank_alone(desk.current(stock, "final"))
    with pytest.raises(BlueprintUnfilled) as refused:
        desk.save(
            stock,
            replace(
                wanted,
                cells={**wanted.cells, (2, ItemType.SINGLE): 11, (1, ItemType.FILL): 1},
                points={**wanted.points, ItemType.FILL: 1000},
            ),
        )
    assert [(cell.chapter, cell.type.value, cell.missing) for cell in refused.value.cells] == [
        (1, "fill", 1),
        (2, "single", 2),
    ]
    with pytest.raises(BlueprintRule):
        desk.save(stock, replace(wanted, pass_percent=0))
    assert desk.history("final") == ()
    assert (desk.save(stock, wanted), desk.save(stock, replace(wanted, minutes=30))) == (1, 2)
    assert [row.version for row in desk.history("final")] == [2, 1]
    stock = desk.stock()
    assert desk.current(stock, "final").minutes == 30
    assert desk.version(stock, "final", 1) == wanted
    assert desk.version(stock, "final", 0).cells != wanted.cells


def test_a_sample_paper_shows_the_banks_questions_and_nothing_of_the_sealed_course(stocked):
    desk, stock = blueprints(stocked)
    lines = stock.sample(of_the_bank_alone(desk.current(stock, "final")))
    assert len(lines) == 10
    assert all(bool(line.stem) is line.item.startswith("bank-") for line in lines)
    assert stock.types()[2, ItemType.SINGLE] == 9


def test_a_blueprint_that_the_bank_no_longer_fills_holds_back_the_pack(stocked):
    desk, stock = blueprints(stocked)
    desk.save(stock, of_the_bank_alone(desk.current(stock, "final")))
    bank = office(stocked, "Chen")
    bank.move(bank.item(1).line, ItemState.RETIRED)
    with pytest.raises(BlueprintUnfilled):
        stocked.publish(3)
    assert not (stocked.stick / "3.pack").exists()


@pytest.mark.feature("c4", "c7")
def test_a_workbook_is_taken_in_released_published_sat_and_graded(stocked):
    desk, stock = blueprints(stocked)
    desk.save(stock, of_the_bank_alone(desk.current(stock, "final")))
    stocked.publish(3)
    stocked.plan("S0000000B")
    stocked.slots()
    home = stocked.branch()
    code = stocked.release(SlotPurpose.ITEMS, "S0000000B").code
    pc = BranchPc.set_up(home, home / "packs" / "COURSE-3" / "content.sqlite")
    pc.close_sessions()
    _, room = pc.desk(PROCTOR).open_session("二号考场", session="S0000000B", code=code)
    sitting = pc.begin_final(code=room)
    ours = [place for place in sitting.paper.items if place.item.startswith("bank-")]
    assert len(ours) == 4
    for place in ours:
        answer = False if place.type is ItemType.TRUEFALSE else "A"
        sitting = pc.desk().answer(sitting.id, place.position, answer)
    shown = pc.desk().question(sitting.id, ours[0].position)
    assert shown is not None
    graded = pc.desk().hand_in(sitting.id)
    assert graded.state is State.GRADED
    right = {mark.item for mark in graded.result.marks if mark.state.value == "right"}
    assert right == {place.item for place in ours}
    assert {place.version for place in ours} == {1}
    pc.close()


@pytest.mark.feature("c1")
def test_a_picture_to_point_into_is_taken_in_sealed_sat_and_graded(stocked, tmp_path):
    bank = office(stocked, "Chen")
    (tmp_path / "图.zip").write_bytes(package(hotspot_item(("left", "star")), png()))
    bank.take_in(bank.read([tmp_path / "图.zip"]))
    found = bank.item(len(ROWS) + 1)
    bank.save(found.line, replace(found.question, category="第二章"))
    release(stocked, [found.line.id])
    desk, stock = blueprints(stocked)
    wanted = of_the_bank_alone(desk.current(stock, "final"))
    cells = {(2, ItemType.SINGLE): 9, (2, ItemType.HOTSPOT): 1}
    points = {**wanted.points, ItemType.HOTSPOT: 4000}
    desk.save(stock, replace(wanted, cells=cells, points=points, red_line=RedLineGate()))
    stocked.publish(3)
    stocked.plan("S0000000C")
    stocked.slots()
    home = stocked.branch()
    pc = BranchPc.set_up(home, home / "packs" / "COURSE-3" / "content.sqlite")
    pc.close_sessions()
    code = stocked.release(SlotPurpose.ITEMS, "S0000000C").code
    _, room = pc.desk(PROCTOR).open_session("二号考场", session="S0000000C", code=code)
    sitting = pc.begin_final(code=room)
    place = next(one for one in sitting.paper.items if one.type is ItemType.HOTSPOT)
    shown = board_of(pc.desk().question(sitting.id, place.position).options["zh"])
    assert (shown.width, [*shown.shapes]) == (720, ["A", "B", "C"])
    pc.desk().answer(sitting.id, place.position, ["C"])
    graded = pc.desk().hand_in(sitting.id)
    assert [mark.points for mark in graded.result.marks if mark.position == place.position] == [2000]
    pc.close()

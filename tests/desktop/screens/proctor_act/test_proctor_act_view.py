"""The forms of the overrides, on a real branch PC."""

import pytest
from PySide6.QtCore import Qt

from desktop.screens.proctor_act.presenter import Exits, ProctorActPresenter
from desktop.screens.proctor_act.task import Minutes, Task, session_task
from desktop.screens.proctor_act.view import ProctorActView
from desktop.words.overrides import Act
from exams import Kind, State
from exams.desk.errors import ClockBehind
from tests.desktop.screens.staff_desks import RoomDesk, a_line
from tests.drivers.looks import cut_off, nameless, unreachable
from tests.drivers.window import windows_beside
from tests.exams.desk.answering import sit
from tests.exams.desk.branch_pc import DAY, MINUTE, PROCTOR, RUOXI, SESSION, XIAOYU

LIMIT = 20 * MINUTE


def left(way, sitting):
    return way.desk.sitting(sitting.id).remaining_ms


@pytest.mark.feature("d5")
def test_minutes_are_added_with_a_reason_and_never_without(way, sitting):
    way.act(sitting, "extend", minutes="7")
    assert way.form.wrong() == ["reason"]
    assert left(way, sitting) == LIMIT
    way.form.press("reason_1")
    way.form.press("confirm")
    assert left(way, sitting) == LIMIT + 7 * MINUTE
    assert way.acts_written(sitting) == [("extend", "P2001", "A fault of the equipment cost time", 7 * MINUTE)]
    assert way.exam.name == "王小雨"
    assert way.over.toast == "王小雨 has more time."


@pytest.mark.feature("d5")
def test_a_forced_hand_in_is_graded_with_what_was_saved(way, sitting):
    way.act(sitting, "force", reason="已离开考场")
    assert way.desk.sitting(sitting.id).state is State.GRADED
    assert way.acts_written(sitting) == [("submit", "P2001", "已离开考场", 0)]
    assert way.exam.standing[0] == "Graded"
    assert way.exam.acts == ["reopen", "void"]


@pytest.mark.feature("d5")
def test_a_void_exam_counts_no_more_and_uses_no_try(way, sitting):
    way.act(sitting, "void", reason="非本人参加考试")
    assert way.desk.sitting(sitting.id).state is State.VOID
    assert way.pc.desk(XIAOYU).offer(Kind.FINAL).attempt == 1
    assert way.acts_written(sitting) == [("void", "P2001", "非本人参加考试", 0)]
    assert way.exam.acts == []
    assert way.exam.has("no_acts")


@pytest.mark.feature("d5")
def test_what_was_handed_in_by_mistake_is_opened_again_with_minutes(way, sitting):
    way.pc.clock.forward(minutes=4)
    way.act(sitting, "force", reason="误点")
    way.act(sitting, "reopen", minutes="2", reason="误操作交卷")
    assert way.desk.sitting(sitting.id).state is State.OPEN
    assert left(way, sitting) == LIMIT - 2 * MINUTE
    assert [one[0] for one in way.acts_written(sitting)] == ["submit", "reopen", "extend"]


def test_a_pause_stops_the_clock_and_the_way_on_is_the_first_act(way, sitting):
    way.act(sitting, "pause", reason="身体不适")
    way.pc.clock.forward(minutes=6)
    assert left(way, sitting) == LIMIT
    assert way.exam.acts[0] == "resume"
    way.act(sitting, "resume", reason="休息结束")
    way.pc.clock.forward(minutes=1)
    assert left(way, sitting) == LIMIT - MINUTE


@pytest.mark.feature("b5")
def test_what_a_restart_has_cost_is_measured_offered_given_back_and_written_down(way, sitting):
    way.pc.clock.reboot(4 * MINUTE + 30_000, "second", 30_000)
    way.restart()
    way.room.open_sitting(sitting.id)
    assert way.exam.told("gaps")[1] == "4 minutes 30 seconds, all of it exam time"
    assert "at most 10 minutes" in way.exam.standing[1]
    way.exam.do("resume")
    assert way.form.typed["minutes"] == "5"
    way.form.do(reason="停电")
    assert left(way, sitting) == LIMIT
    assert way.acts_written(sitting) == [("resume", "P2001", "停电", 5 * MINUTE)]
    assert [gap.ms for gap in way.desk.sitting(sitting.id).gaps] == [4 * MINUTE + 30_000]


def test_time_not_given_back_at_once_can_be_given_back_later(way, sitting):
    way.pc.clock.reboot(4 * MINUTE, "second", 0)
    way.restart()
    way.act(sitting, "resume", minutes="0", reason="停电")
    assert left(way, sitting) == LIMIT - 4 * MINUTE
    way.act(sitting, "credit", minutes="4", reason="停电")
    assert left(way, sitting) == LIMIT
    assert "credit" not in way.exam.acts


def test_who_has_no_minute_left_is_told_to_be_handed_in_and_the_form_says_so_before(way, sitting):
    way.pc.clock.forward(minutes=15)
    way.pc.clock.reboot(6 * MINUTE, "second", 0)
    way.restart()
    way.room.open_sitting(sitting.id)
    way.exam.do("resume")
    assert "without minutes given back it is handed in at once" in way.form.says
    way.form.do(minutes="0", reason="停电")
    assert way.desk.sitting(sitting.id).state is State.GRADED
    assert way.over.toast == "No minute was left: the exam of 王小雨 is handed in."


def test_everybody_is_paused_let_go_on_and_given_minutes_together(way, sitting):
    other = way.pc.begin_final(RUOXI)
    way.room.open()
    way.page.do("pause_all")
    assert way.form.sees("王小雨")
    assert way.form.sees("林若溪")
    way.form.do(reason="火警演练")
    assert [way.desk.sitting(one.id).state for one in (sitting, other)] == [State.PAUSED] * 2
    assert "resume_all" in way.page.able
    assert "pause_all" not in way.page.able
    way.page.do("resume_all")
    way.form.do(reason="警报解除")
    way.page.do("extend_all")
    way.form.do(minutes="3", reason="考场受到干扰")
    assert left(way, sitting) == LIMIT + 3 * MINUTE
    assert [one[0] for one in way.acts_written(other)] == ["pause", "resume", "extend"]


def test_minutes_for_all_reach_nobody_where_one_may_have_no_more(way, sitting):
    other = way.pc.begin_final(RUOXI)
    way.desk.extend(other.id, 28, "lorry")
    way.room.open()
    way.page.do("extend_all")
    way.form.do(minutes="3", reason="lorry")
    assert way.form.at("minutes") == "Type whole minutes from 1 to 2."
    assert left(way, sitting) == LIMIT


@pytest.mark.feature("b8")
def test_extra_time_before_the_start_makes_the_exam_longer(way):
    way.page.do("extra")
    way.form.do(staff_id=" t1001 ", minutes="15", reason="手部受伤")
    assert way.title == "Proctor's desk"
    assert way.pc.desk(XIAOYU).offer(Kind.FINAL).minutes == 35
    assert way.pc.begin_final(XIAOYU).limit_ms == 35 * MINUTE


def test_an_unknown_person_is_refused_at_the_field(way):
    way.page.do("extra")
    way.form.do(staff_id="T9999", minutes="15", reason="手部受伤")
    assert way.form.wrong() == ["staff_id"]
    assert way.form.here == "staff_id"


@pytest.mark.feature("e3")
def test_a_talk_with_the_coach_is_noted_for_who_waits_for_it(way):
    way.pc.switch("waits", on=True)
    for _ in range(3):
        sit(way.pc, XIAOYU, Kind.FINAL, passing=False)
        way.pc.clock.forward(DAY)
    way.page.do("unlock")
    assert way.form.sees("王小雨")
    way.form.do(staff_id="t1002", reason="辅导员已谈话")
    assert way.form.wrong() == ["staff_id"]
    way.form.do(staff_id=" t1001 ", reason="辅导员已谈话")
    assert way.over.sees("The talk is noted.")
    assert way.pc.records()[-1].facts() == {"staff": "T1001", "by": "P2001", "reason": "辅导员已谈话"}
    way.page.do("unlock")
    assert way.form.sees("Nobody waits for a talk")


def test_a_confirmed_clock_lets_finals_begin_again(way):
    way.pc.clock.set_wall(way.pc.clock.now().wt + 90 * MINUTE)
    way.pc.desk(PROCTOR).record_report(SESSION, "ab" * 32)
    way.pc.clock.set_wall(way.pc.clock.now().wt - 90 * MINUTE)
    with pytest.raises(ClockBehind):
        way.pc.begin_final(XIAOYU)
    way.page.do("clock")
    assert way.form.sees("This computer says")
    way.form.do(reason="已与手机核对")
    facts = way.pc.records()[-1].facts()
    assert (facts["confirmed"], facts["by"], facts["reason"]) == (True, "P2001", "已与手机核对")
    assert way.pc.begin_final(XIAOYU).state is State.OPEN


def test_an_exam_that_ended_meanwhile_is_not_changed_and_the_form_says_so(way, sitting):
    way.room.open_sitting(sitting.id)
    way.exam.do("extend")
    way.desk.force(sitting.id, "at the other window")
    way.form.do(minutes="5", reason="lorry")
    assert way.form.fault.startswith("This exam is closed.")
    assert [one[0] for one in way.acts_written(sitting)] == ["submit"]


def test_escape_and_the_quiet_button_change_nothing(way, sitting):
    for leave in (lambda: way.form.key(Qt.Key.Key_Escape), lambda: way.form.press("back")):
        way.room.open_sitting(sitting.id)
        way.exam.do("void")
        way.form.fill(reason="oops")
        leave()
        assert way.exam.name == "王小雨"
    assert way.acts_written(sitting) == []


def test_the_whole_form_goes_by_keyboard(way, sitting):
    way.room.open_sitting(sitting.id)
    way.exam.key(Qt.Key.Key_Return)
    assert way.title == "Pause the exam"
    assert way.form.here == "reason"
    way.form.fill(reason="身体不适")
    way.form.press_enter("reason")
    assert way.desk.sitting(sitting.id).state is State.PAUSED


def test_another_language_keeps_what_was_typed_and_says_the_fault_in_it(way, sitting):
    way.act(sitting, "extend", minutes="99")
    way.window.set_language("zh")
    assert way.form.typed["minutes"] == "99"
    assert way.form.at("minutes") == "请填写 1 到 30 之间的整数分钟。"
    assert way.title == "加时"


def test_the_path_leads_back_to_the_person_and_to_the_room(way, sitting):
    way.room.open_sitting(sitting.id)
    way.exam.do("extend")
    assert [crumb.key for crumb in way.window.current().crumbs] == ["home", "exam", "here"]
    way.room.open_exam()
    assert way.exam.name == "王小雨"


def the_form(act):
    lines = tuple(
        a_line(f"s{n}", name="欧阳文静", state="paused", stop="reboot", creditable_ms=MINUTE) for n in range(3)
    )
    if act in {Act.RESUME, Act.VOID}:
        task = Task(act, lambda _draft, _minutes: None, "王小雨", Minutes(0, 10, 10))
    else:
        task = session_task(RoomDesk(), act, "S1", lines)
    presenter = ProctorActPresenter(task, Exits(lambda _: None, lambda: None))
    view = ProctorActView(act)
    presenter.attach(view)
    presenter.show()
    presenter.confirm() if act is Act.EXTRA else None
    return view


@pytest.mark.parametrize(
    "act", [Act.RESUME, Act.VOID, Act.RESUME_ALL, Act.EXTRA, Act.UNLOCK, Act.CLOCK, Act.OPEN, Act.CLOSE]
)
@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_off_nameless_or_out_of_reach(dressed, act, zoom, code):
    view = dressed(lambda: the_form(act), code, zoom)
    assert not cut_off(view)
    assert not nameless(view)
    assert not unreachable(view)
    assert not windows_beside(view)

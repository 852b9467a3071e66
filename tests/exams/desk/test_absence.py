"""How long the exam window was left, and which exams hold the PC."""

import json

import pytest

from exams import Kind, make_parts
from exams.store.content_values import blueprint
from tests.exams.content.sources import a_course
from tests.exams.desk.branch_pc import PROCTOR, SESSION, XIAOYU

SECOND = 1_000


def leave(pc, sitting, ms):
    pc.desk().focus(sitting.id, lost=True)
    pc.clock.forward(ms)
    return pc.desk().focus(sitting.id, lost=False)


@pytest.mark.feature("d9")
def test_absences_add_up_and_stand_in_the_report_of_the_session(pc):
    pc.hire(PROCTOR)
    sitting = pc.begin_final()
    leave(pc, sitting, 40 * SECOND)
    pc.clock.forward(300 * SECOND)
    assert leave(pc, sitting, 5 * SECOND).away_ms == 45 * SECOND
    (facts,) = pc.desk(PROCTOR).report(SESSION).sittings
    assert (facts.focus_lost, facts.away_ms) == (2, 45 * SECOND)


def test_who_is_away_is_told_apart_and_what_they_have_been_before_is_kept(pc):
    sitting = pc.begin_final()
    leave(pc, sitting, 40 * SECOND)
    now = pc.desk().focus(sitting.id, lost=True)
    assert now.away_since is not None
    assert now.away_ms == 40 * SECOND


def test_an_absence_that_a_restart_ends_is_counted_and_not_measured(pc):
    sitting = pc.begin_final()
    pc.desk().focus(sitting.id, lost=True)
    pc.clock.reboot(60 * SECOND, "second")
    pc.reopen()
    now = pc.desk(XIAOYU).focus(sitting.id, lost=False)
    assert (now.focus_lost, now.away_ms) == (1, 0)


def test_a_window_that_comes_back_without_having_left_adds_nothing(pc):
    sitting = pc.begin_final()
    assert pc.desk().focus(sitting.id, lost=False).away_ms == 0


def test_a_final_holds_the_pc_and_nothing_else_does(pc):
    desk = pc.desk()
    assert [desk.offer(kind, chapter).lockdown for kind, chapter in ((Kind.FINAL, None), (Kind.MOCK, None))] == [
        True,
        False,
    ]
    assert not desk.offer(Kind.QUIZ, 1).lockdown


@pytest.mark.parametrize("wanted", [True, False])
def test_the_blueprint_says_whether_its_exam_holds_the_pc(tmp_path, wanted):
    tree = a_course(tmp_path)
    if not wanted:
        tree.replace("blueprints/final.toml", 'name = "final"', 'name = "final"\nlockdown = false')
    sources = tree.read()
    assert sources.faults == ()
    records = json.loads(make_parts(sources).course)["blueprints"]
    (final,) = (blueprint(json.dumps(one)) for one in records if one["name"] == "final")
    assert final.lockdown is wanted

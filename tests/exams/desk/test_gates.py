"""What must be passed before what; headquarters and HR can each switch it off."""

import pytest

from exams.content.sources import read_sources
from exams.desk.errors import CannotBegin
from exams.sittings.sitting import Kind
from exams.sittings.tries import Obstacle
from exams.store.content_build import build_content
from exams.training.study import NextStep
from tests.exams.content.sources import TODAY
from tests.exams.desk.answering import sit
from tests.exams.desk.branch_pc import HOUR, TYPED, XIAOYU
from tests.exams.desk.course import two_chapters


@pytest.fixture
def failed(pc):
    """Both quizzes are passed, the final is failed in both chapters."""
    pc.rule(gating=True)
    for chapter in (1, 2):
        sit(pc, XIAOYU, Kind.QUIZ, chapter)
    pc.clock.forward(HOUR)
    sit(pc, XIAOYU, Kind.FINAL, passing=False)
    pc.clock.forward(HOUR)
    return pc


@pytest.mark.feature("a3")
def test_after_a_failed_final_the_quizzes_of_its_weak_chapters_come_first(failed):
    offer = failed.desk().offer(Kind.FINAL)
    assert (offer.obstacle, offer.weak) == (Obstacle.WEAK_CHAPTERS, (1, 2))
    with pytest.raises(CannotBegin):
        failed.desk().begin(Kind.FINAL, code=TYPED)
    sit(failed, XIAOYU, Kind.QUIZ, 1)
    assert failed.desk().offer(Kind.FINAL).weak == (2,)
    sit(failed, XIAOYU, Kind.QUIZ, 2, passing=False)
    assert failed.desk().offer(Kind.FINAL).weak == (2,)
    sit(failed, XIAOYU, Kind.QUIZ, 2)
    assert failed.desk().offer(Kind.FINAL).obstacle is Obstacle.NONE


@pytest.mark.feature("a3")
def test_the_training_page_offers_the_weak_chapter_next(failed):
    for section in ("1.1", "1.2", "2.1"):
        failed.desk().note_reading(section, 0, 60, finished=True)
    training = failed.desk().training()
    assert (training.next_step, training.next_target) == (NextStep.QUIZ, "1")


@pytest.mark.feature("a3")
def test_hr_can_switch_the_gates_off(failed):
    failed.rule(gating=False)
    assert failed.desk().offer(Kind.FINAL).obstacle is Obstacle.NONE


@pytest.mark.feature("a3")
def test_headquarters_can_switch_the_gates_off_in_what_the_pack_signs(pc, tmp_path):
    tree = two_chapters(tmp_path / "assets")
    tree.replace("blueprints/final.toml", "minutes =", "gated = false\nminutes =")
    sources = read_sources(tree.folder, TODAY)
    assert sources.faults == ()
    build_content(sources, tmp_path / "content.sqlite")
    pc.content = tmp_path / "content.sqlite"
    pc.rule(gating=True)
    pc.reopen()
    assert [chapter.locked for chapter in pc.desk().training().chapters] == [False, False]
    assert pc.desk().offer(Kind.FINAL).obstacle is Obstacle.NONE


def test_a_chapter_that_went_well_is_not_weak(pc):
    pc.rule(gating=True)
    for chapter in (1, 2):
        sit(pc, XIAOYU, Kind.QUIZ, chapter)
    sit(pc, XIAOYU, Kind.FINAL)
    assert pc.desk().offer(Kind.FINAL).obstacle is Obstacle.ALREADY_PASSED

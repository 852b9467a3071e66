"""The demonstration branch has the people its start card promises, and robots that sit like people."""

import shutil

import pytest

from exams.content.parts import read_parts
from exams.desk.demonstration import CAST, PASSPHRASE, make_demonstration, rehearse, robot_names
from exams.desk.errors import NotDemonstration
from exams.desk.journal_office import check_journal
from exams.desk.robots import Robot, Skill
from exams.journal.line import Event
from exams.sittings.sitting import Kind, State
from exams.store.glance import HomeState, glance
from exams.training.study import NextStep
from tests.exams.desk.branch_pc import DAY, NOON, BranchPc


@pytest.fixture(scope="module")
def made(tmp_path_factory, content):
    """A demonstration that nobody opens."""
    made = tmp_path_factory.mktemp("made")
    make_demonstration(made, read_parts(content.parent), NOON)
    return made


@pytest.fixture(scope="module")
def home(tmp_path_factory, made):
    return shutil.copytree(made, tmp_path_factory.mktemp("demo") / "home")


@pytest.fixture
def demo(home, content):
    demo = BranchPc(home)
    yield demo
    demo.close()


@pytest.fixture
def fresh(tmp_path, made):
    """A demonstration of one's own, to change."""
    shutil.copytree(made, tmp_path / "home")
    demo = BranchPc(tmp_path / "home")
    yield demo
    demo.close()


def test_everybody_on_the_start_card_can_sign_in_with_what_it_says(home, demo):
    look = glance(home)
    assert look.state is HomeState.READY
    assert [(card.staff_id, card.name, card.story) for card in look.cards] == [
        (part.staff_id, part.name, part.story) for part in CAST
    ]
    for card in look.cards:
        assert demo.office.sign_in(card.staff_id, card.pin).person.name == card.name


@pytest.mark.parametrize(
    ("staff_id", "step"),
    [("T1001", NextStep.READ), ("T1002", NextStep.READ), ("T1003", NextStep.EXAM)],
)
def test_each_trainee_stands_where_the_story_says(demo, staff_id, step):
    assert demo.office.sign_in(staff_id, "258025").training().next_step is step


def test_the_one_half_way_has_read_something_but_not_all(demo):
    sections = [
        one for chapter in demo.office.sign_in("T1002", "258025").training().chapters for one in chapter.sections
    ]
    assert {one.state.value for one in sections} == {"read", "started", "unread"}


def test_the_certified_one_has_passed_the_final_and_the_certificate_can_be_issued(fresh):
    (line,) = fresh.office.sign_in("H3001", PASSPHRASE).sittings()
    assert (line.staff_id, line.passed) == ("T1004", True)
    fresh.office.record_certificate(line.sitting, "DEMO-1", "00" * 32)
    assert fresh.office.sign_in("T1004", "258025").training().next_step is NextStep.CERTIFICATE


def test_the_code_on_the_start_card_begins_the_final(fresh):
    desk = fresh.office.sign_in("T1003", "258025")
    assert desk.begin(Kind.FINAL, code=glance(fresh.home).session_code).state is State.OPEN


def test_the_past_of_the_demonstration_is_a_whole_journal_that_ends_before_now(home, demo):
    assert check_journal(home).ok
    assert all(record.line.wt >= NOON - 5 * DAY for record in demo.records())
    finals = [line for line in demo.office.sign_in("H3001", PASSPHRASE).sittings() if line.state == "graded"]
    assert all(line.ended_wt <= NOON for line in finals)


def test_every_robot_sits_the_final_once_and_a_second_rehearsal_finds_the_same(fresh):
    names = robot_names(12)
    first = list(rehearse(fresh.office, names, "seed"))
    lines = len(fresh.records())
    second = list(rehearse(fresh.office, names, "seed"))
    assert [one.id for one in second] == [one.id for one in first]
    assert len(fresh.records()) == lines
    assert {one.state for one in first} == {State.GRADED}
    assert {one.result.passed for one in first} == {True, False}
    assert [fresh.office.person_of(one).name for one in first] == list(names.values())


@pytest.mark.feature("b3")
def test_a_rehearsal_cut_short_goes_on_where_it_was_told_last(fresh, tmp_path):
    """The robot dies after its third answer; what it was told is there, and the next run answers only the rest."""
    told = []

    def tell(saved, place):
        told.append((saved.seq, saved.digest, place.position))
        if len(told) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(rehearse(fresh.office, robot_names(1), "seed", tell))
    back = fresh.power_cut(tmp_path / "cut")
    journal = {record.line.seq: record.line.bh for record in back.records()}
    assert all(journal[seq] == digest for seq, digest, _ in told)
    again = []
    (ended,) = rehearse(back.office, robot_names(1), "seed", lambda saved, place: again.append(place.position))
    assert [position for _, _, position in told] + again == [place.position for place in ended.paper.items]
    back.close()


@pytest.mark.feature("b4")
def test_after_a_power_cut_the_proctor_of_the_rehearsal_lets_it_go_on(fresh, tmp_path):
    def cut(saved, place):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(rehearse(fresh.office, robot_names(1), "seed", cut))
    back = fresh.power_cut(tmp_path / "cut")
    back.clock.reboot(240_000, "second")
    (ended,) = rehearse(back.office, robot_names(1), "seed")
    assert (ended.state, ended.time.credited_ms, ended.reason) == (State.GRADED, 240_000, "")
    resumed = [record.facts() for record in back.records() if record.line.type == Event.RESUME]
    assert [(one["by"], one.get("credit_ms", 0)) for one in resumed] == [("", 0), ("P2001", 240_000)]
    back.close()


def test_a_robot_that_is_sure_of_red_lines_misses_none(pc):
    sitting = Robot(pc.desk(), pc.office, "seed", Skill(0, sure_of_red_lines=True)).sit(pc.begin_final())
    assert (sitting.result.red_line_right, sitting.result.red_line_needed) == (1, 1)
    assert not sitting.result.passed


def test_a_real_branch_is_never_rehearsed_in(pc):
    with pytest.raises(NotDemonstration):
        list(rehearse(pc.office, robot_names(1), "seed"))


def test_robots_have_staff_ids_and_names_of_their_own():
    names = robot_names(3)
    assert names == {"R00001": "学员00001", "R00002": "学员00002", "R00003": "学员00003"}

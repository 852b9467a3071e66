"""A pack that a session needs stays; everything else that headquarters sends is taken in while the program runs."""

import pytest

from exams.desk.branch_desk import open_branch
from exams.desk.branch_errors import PackInUse
from exams.desk.branch_files import FileKind
from exams.journal.line import Event
from exams.packs.manifest import Grading
from tests.exams.desk.sealed_branch import HERE, answer_all
from tests.exams.packs.headquarters import APP


@pytest.fixture
def second(tmp_path):
    """Publishes version 2 of a PC's pack."""
    return lambda pc: pc.stick.publish_again(tmp_path / "TELE-2.pack")


def in_use(pc):
    return pc.office.branch_view().pack.name


def test_while_a_session_is_open_another_pack_is_refused_and_written_down(branch, second):
    pc = branch()
    pc.unlock()
    (arrival,) = pc.office.take_in([second(pc)], APP)
    assert (arrival.kind, arrival.taken) == (FileKind.PACK, None)
    assert isinstance(arrival.error, PackInUse)
    assert arrival.error.facts["session"] == HERE.session
    assert in_use(pc) == "TELE-1"
    assert pc.records()[-1].facts()["code"] == "E_PACK_IN_USE"


def test_the_pack_in_use_may_be_taken_in_again_and_slots_and_withdrawals_at_any_time(branch):
    pc = branch()
    pc.unlock()
    arrivals = pc.office.take_in(sorted(pc.stick.folder.iterdir()), APP)
    assert [one.error for one in arrivals] == [None] * 4
    assert [one.taken.changed for one in arrivals] == [False] * 4


def test_once_the_session_is_closed_the_next_pack_comes_in_and_the_open_course_stays(branch, second):
    pc = branch()
    pc.unlock()
    pc.room.close_session(HERE.session)
    before = pc.office.content.parts_sha256()
    done = []
    (arrival,) = pc.office.take_in([second(pc)], APP, lambda path, now, of: done.append((path.name, now, of)))
    assert arrival.taken.changed
    assert in_use(pc) == "TELE-2"
    assert pc.office.content.parts_sha256() == before
    assert done[-1][1] == done[-1][2] > 0
    assert pc.events()[-1] == Event.PACK_IMPORT


def test_exams_that_wait_for_their_grading_code_keep_their_pack(branch, second):
    pc = branch(Grading.SECOND_CODE)
    sitting = pc.begin_final(code=pc.unlock())
    answer_all(pc, sitting)
    pc.desk().hand_in(sitting.id)
    pc.room.close_session(HERE.session)
    path = second(pc)
    (refused,) = pc.office.take_in([path], APP)
    assert isinstance(refused.error, PackInUse)
    pc.room.grade_session(HERE.session, pc.stick.grading)
    (taken,) = pc.office.take_in([path], APP)
    assert taken.error is None


def test_a_program_that_is_closed_refuses_it_too(branch, second):
    pc = branch()
    pc.unlock()
    path = second(pc)
    pc.office.close()
    with open_branch(pc.home, APP, pc.clock) as desk:
        (arrival,) = desk.install([path])
    assert isinstance(arrival.error, PackInUse)

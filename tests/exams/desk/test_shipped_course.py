"""The course as it is shipped, sat through the same desks: final, mock, quiz and the demonstration."""

from collections import Counter

import pytest

from exams.content.parts import read_parts
from exams.desk.demonstration import make_demonstration, rehearse, robot_names
from exams.desk.journal_office import check_journal
from exams.desk.robots import STRONG, skill_of
from exams.sittings.sitting import Kind
from exams.store.content_build import build_content
from tests.exams.desk.answering import sit
from tests.exams.desk.branch_pc import NOON, RUOXI, XIAOYU, ZHIYUAN, BranchPc
from tests.shipped_course import shipped_sources


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    """The content database of the course in `assets/`."""
    out = tmp_path_factory.mktemp("shipped") / "content.sqlite"
    return build_content(shipped_sources(), out, out.parent).path


@pytest.fixture
def branch(tmp_path, shipped):
    branch = BranchPc.set_up(tmp_path / "home", shipped)
    yield branch
    branch.close()


def shape(sitting):
    """How many of which type for how many points, and the red lines among them."""
    places = sitting.paper.items
    return Counter((place.type, place.points) for place in places), sum(place.red_line for place in places)


@pytest.mark.feature("a10")
def test_a_mock_has_the_shape_the_time_and_the_pass_mark_of_the_final_and_is_explained(branch):
    final, mock = branch.begin_final(), branch.desk().begin(Kind.MOCK)
    assert shape(final) == shape(mock)
    assert final.limit_ms == mock.limit_ms > 0
    offers = [branch.desk(ZHIYUAN).offer(kind) for kind in (Kind.FINAL, Kind.MOCK)]
    assert offers[0].pass_percent == offers[1].pass_percent
    assert not {place.item for place in final.paper.items} & {place.item for place in mock.paper.items}
    branch.desk().hand_in(mock.id)
    assert len(branch.desk().review(mock.id)) == len(mock.paper.items)


@pytest.mark.feature("c6")
def test_two_people_compute_with_numbers_of_their_own(branch):
    drawn = [
        tuple(sorted(place.numbers.items()))
        for person in (XIAOYU, ZHIYUAN, RUOXI)
        for place in branch.begin_final(person).paper.items
        if place.numbers
    ]
    assert len(drawn) >= 3
    assert len(set(drawn)) == len(drawn)


@pytest.mark.feature("e1")
def test_every_paper_can_be_answered_in_full_for_full_marks_and_wrongly_for_none(branch):
    for kind, chapter in ((Kind.FINAL, None), (Kind.MOCK, None), (Kind.QUIZ, 1)):
        assert sit(branch, XIAOYU, kind, chapter).result.percent == 100
        assert sit(branch, ZHIYUAN, kind, chapter, passing=False).result.score == 0


def test_the_demonstration_certifies_its_person_and_its_robots_pass_as_they_are_skilled(tmp_path, shipped):
    sitting_id = make_demonstration(tmp_path / "demo", read_parts(shipped.parent), NOON)
    demo = BranchPc(tmp_path / "demo")
    assert demo.office.sitting(sitting_id).result.passed
    assert all(chapter.quiz_passed for chapter in demo.office.sign_in("T1003", "258025").training().chapters)
    sat = list(rehearse(demo.office, robot_names(10), "1"))
    strong = [one for one in sat if skill_of("1", one.staff_id) is STRONG]
    assert 0 < len(strong) < len(sat)
    assert all(one.result.passed for one in strong)
    demo.close()
    assert check_journal(tmp_path / "demo").ok

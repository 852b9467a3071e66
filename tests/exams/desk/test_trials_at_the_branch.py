"""A final with trial items on a branch PC: they look like all others, and give nothing here and nothing at HR."""

from contextlib import closing

import pytest

from exams import Kind
from exams.bundles.hr_trust import Form
from exams.bundles.truth import FormBook
from exams.items.item import Use
from exams.journal.line import Event
from exams.papers.codec import paper_from_json
from exams.register.hand_marking import cases_in
from exams.store.content_build import build_content
from exams.store.content_rows import ContentStore
from tests.exams.content.sources import choices
from tests.exams.desk.answering import right, wrong
from tests.exams.desk.branch_pc import BranchPc
from tests.exams.desk.course import two_chapters

pytestmark = pytest.mark.feature("c10")

SCORED, TRIAL = 7, 2


@pytest.fixture(scope="module")
def tried(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tried")
    tree = two_chapters(folder / "assets")
    head, titles, rest = tree.text("blueprints/final.toml").partition("[titles]")
    tree.write("blueprints/final.toml", f"{head}[trial]\ncount = {TRIAL}\nchapters = {{2 = 1}}\n{titles}{rest}")
    more = "".join(choices(f"2.1-s{n}", "single", "2.1-a", '"A"', extra="trial = true\n") for n in (7, 8, 9))
    tree.write("bank/exam/2.1.toml", tree.text("bank/exam/2.1.toml") + more)
    sources = tree.read()
    assert sources.faults == (), sources.faults
    return build_content(sources, folder / "content.sqlite", folder).path


@pytest.fixture
def pc(tried, tmp_path):
    made = BranchPc.set_up(tmp_path / "home", tried)
    yield made
    made.close()


def sat(pc, answer_scored, answer_trial):
    sitting = pc.begin_final()
    for place in sitting.paper.items:
        answer = answer_scored if place.points else answer_trial
        pc.desk().answer(sitting.id, place.position, answer(pc, sitting, place.position))
    pc.clock.forward(minutes=30)
    return pc.desk().hand_in(sitting.id)


def test_no_question_says_by_its_points_that_it_is_on_trial(pc):
    offer = pc.desk().offer(Kind.FINAL)
    sitting = pc.begin_final()
    shown = [pc.desk().question(sitting.id, place.position) for place in sitting.paper.items]
    assert (offer.items, offer.trial, len(shown)) == (SCORED + TRIAL, TRIAL, SCORED + TRIAL)
    assert sum(place.points for place in sitting.paper.items) == offer.points
    assert {one.points for one in shown if one.type == "single"} == {1000}


def test_the_record_of_the_start_holds_the_trial_items_and_hr_draws_and_grades_the_same(pc, tried):
    sitting = sat(pc, right, wrong)
    (start,) = pc.office.journal.of_type(Event.START)
    paper = paper_from_json(start.facts()["paper"])
    assert [place.item for place in paper.items if not place.points] == [
        place.item for place in sitting.paper.items if place.item in {"2.1-s7", "2.1-s8", "2.1-s9"}
    ]
    with closing(ContentStore(tried)) as store:
        items = store.items(use=Use.EXAM)
        keys = tuple(store.key(item.id, item.version) for item in items)
        book = FormBook(store.blueprint("final"), Form(items, keys))
    assert book.gives(paper, frozenset(), start.line.wt)
    judged = book.grade(paper, sitting.answers)
    assert judged == sitting.result
    assert judged.score == judged.max_score == sum(place.points for place in paper.items)


def test_right_answers_to_trial_items_alone_pass_nothing(pc):
    result = sat(pc, wrong, right).result
    assert (result.score, result.passed) == (0, False)
    assert sum(mark.state == "right" for mark in result.marks) == TRIAL


def test_trial_items_feed_no_list_of_mistakes(pc):
    sat(pc, right, wrong)
    assert pc.desk().learning.mistakes() == ()


def test_nobody_marks_a_trial_item_by_hand(pc):
    sitting = sat(pc, right, wrong)
    trial = {place.position for place in sitting.paper.items if not place.points}
    typed = sitting._replace(comments=dict.fromkeys(trial, "选项 B 也对"))
    assert cases_in(typed, sitting.result) == ()

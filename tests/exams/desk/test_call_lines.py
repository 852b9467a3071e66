"""Lines of simulated calls that were missed come back as questions, like any other mistake."""

import pytest

from exams.desk.call_lines import line_answer, line_question, lines_given
from exams.grading.marks import MarkState
from exams.items.errors import BadResponse
from exams.store.content_build import build_content
from tests.exams.desk.branch_pc import DAY, BranchPc
from tests.exams.scenarios.sample import a_call, a_course_with_a_call

BEST, UPSET = ("open-1", "ask-2", "tell-3"), ("open-2", "ask-1")


@pytest.fixture(scope="module")
def call(tmp_path_factory):
    return a_call(tmp_path_factory.mktemp("assets"))


@pytest.fixture(scope="module")
def with_a_call(tmp_path_factory):
    folder = tmp_path_factory.mktemp("course")
    build_content(a_course_with_a_call(folder / "assets").read(), folder / "content.sqlite")
    return folder / "content.sqlite"


@pytest.fixture
def pc(tmp_path, with_a_call):
    pc = BranchPc.set_up(tmp_path / "home", with_a_call)
    yield pc
    pc.close()


def play(pc, *replies):
    calls = pc.desk().calls
    held = calls.begin_again("s01")
    for reply in replies:
        held = calls.reply(held.id, reply)
    if held.note is not None and not held.call.hung_up:
        calls.fill(held.id, "cause", "check")
    return calls.finish(held.id)


def test_each_line_is_best_or_missed_and_what_nobody_knows_is_passed_over(call):
    assert [best for _, best in lines_given(call, BEST)] == [True, True, True]
    assert [(node.id, best) for node, best in lines_given(call, ("open-2", "gone"))] == [("open", False)]


def test_a_line_is_a_question_with_its_replies_and_only_the_best_is_right(call):
    node = call.node("open")
    question = line_question(node)
    assert question.stems["zh"] == node.texts["zh"]
    assert [text for _, text in question.options["en"]] == [choice.texts["en"] for choice in node.choices]
    marks = [line_answer(call, node, letter).mark.state for letter, _ in question.options["en"]]
    assert marks.count(MarkState.RIGHT) == 1
    with pytest.raises(BadResponse):
        line_answer(call, node, "Z")


@pytest.mark.feature("a5")
def test_a_line_missed_in_a_call_comes_back_and_is_put_off_once_it_is_known(pc):
    play(pc, *UPSET)
    learning = pc.desk().learning
    whats = [one.what for one in learning.mistakes()]
    assert "call:s01:open" in whats
    pc.clock.forward(DAY)
    assert "call:s01:open" in [one.what for one in learning.due()]
    assert learning.question("call:s01:open").stems["en"] == "Just my balance."
    assert learning.answer("call:s01:open", "A").mark.state is MarkState.RIGHT
    held = next(one for one in learning.mistakes() if one.what == "call:s01:open")
    assert (held.run, held.objectives["en"]) == (1, "The balance")
    assert held.due_wt > learning.now_wt()


def test_a_call_played_well_leaves_nothing_and_lines_count_for_no_gauge(pc):
    play(pc, *BEST)
    assert pc.desk().learning.mistakes() == ()
    play(pc, *UPSET)
    assert pc.desk().learning.mistakes()
    assert pc.desk().learning.readiness().whole.answers == 0

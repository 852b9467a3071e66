"""Study: where reading goes on, what time counts, self-checks, and the one thing to do next."""

import pytest

from exams.content.find import FindKind
from exams.grading.marks import MarkState
from exams.items.errors import BadResponse
from exams.sittings.sitting import Kind
from exams.store.content_errors import NotInContent
from exams.training.study import NextStep, SectionState
from tests.exams.desk.answering import sit
from tests.exams.desk.branch_pc import XIAOYU, ZHIYUAN


def section_of(desk, name):
    return next(one for chapter in desk.training().chapters for one in chapter.sections if one.section == name)


def read(desk, *names):
    for name in names:
        desk.note_reading(name, 0, 60, finished=True)


def test_before_anything_is_read_the_first_section_is_offered(pc):
    training = pc.desk().training()
    assert (training.next_step, training.next_target, training.minutes_left) == (NextStep.READ, "1.1", 22)
    assert [one.state for chapter in training.chapters for one in chapter.sections] == [SectionState.UNREAD] * 3


@pytest.mark.feature("a1")
def test_reading_goes_on_at_the_very_block_after_a_restart(pc):
    pc.desk().note_reading("1.1", 5, 30, finished=False)
    pc.reopen()
    assert pc.desk().reading_place("1.1") == 5
    assert pc.desk().reading_place("1.2") == 0
    assert section_of(pc.desk(), "1.1").state is SectionState.STARTED


@pytest.mark.feature("a1")
@pytest.mark.parametrize(("noted", "counted"), [((30, 45), 75), ((100_000,), 120), ((-50, 10), 10), ((0,), 0)])
def test_only_time_really_spent_counts(pc, noted, counted):
    for seconds in noted:
        pc.desk().note_reading("1.1", 1, seconds, finished=False)
    assert section_of(pc.desk(), "1.1").seconds == counted


@pytest.mark.feature("a1")
def test_a_section_once_read_stays_read_and_its_minutes_are_no_longer_left(pc):
    desk = pc.desk()
    read(desk, "1.1")
    desk.note_reading("1.1", 2, 10, finished=False)
    found = section_of(desk, "1.1")
    assert (found.state, found.place, found.seconds) == (SectionState.READ, 2, 70)
    assert desk.training().minutes_left == 16


def test_one_persons_reading_is_not_anothers(pc):
    read(pc.desk(XIAOYU), "1.1")
    assert section_of(pc.desk(ZHIYUAN), "1.1").state is SectionState.UNREAD
    assert pc.desk(ZHIYUAN).reading_place("1.1") == 0


@pytest.mark.parametrize(("answer", "state", "right"), [("B", MarkState.RIGHT, 1), ("A", MarkState.WRONG, 0)])
def test_a_self_check_is_marked_at_once_and_explained(pc, answer, state, right):
    seen = pc.desk().check_answer("1.1-p1", answer)
    assert (seen.mark.state, seen.correct, seen.response) == (state, "B", answer)
    assert seen.explanations["zh"].options.keys() == {"A", "B", "C", "D"}
    found = section_of(pc.desk(), "1.1")
    assert (found.checks_right, found.checks_total) == (right, 1)


def test_the_latest_answer_to_a_self_check_counts(pc):
    for answer in ("B", "A", "B", "C"):
        pc.desk().check_answer("1.1-p1", answer)
    assert section_of(pc.desk(), "1.1").checks_right == 0


def test_the_options_of_a_self_check_stand_in_their_written_order(pc):
    question = pc.desk().check_question("1.1-p1")
    assert [letter for letter, _ in question.options["zh"]] == ["A", "B", "C", "D"]


def test_a_self_check_with_numbers_names_the_typical_mistake(pc):
    question = pc.desk().check_question("1.2-p9")
    numbers = (text.replace(",", "") for text in question.stems["zh"].split())
    offered, abandoned = (int(text) for text in numbers if text.isdigit())
    wrong = f"{abandoned / (offered - abandoned) * 100:.2f}"
    seen = pc.desk().check_answer("1.2-p9", wrong)
    assert (seen.mark.state, seen.mistake) == (MarkState.WRONG, "answered_base")
    assert pc.desk().check_answer("1.2-p9", seen.correct).mark.state is MarkState.RIGHT


def test_what_is_no_answer_to_a_self_check_is_not_kept(pc):
    with pytest.raises(BadResponse):
        pc.desk().check_answer("1.1-p1", "Z")
    assert section_of(pc.desk(), "1.1").checks_right == 0


@pytest.mark.parametrize("item", ["1.1-s1", "1.2-n1", "9.9-s1"])
def test_an_exam_item_can_neither_be_read_nor_answered_as_a_self_check(pc, item):
    with pytest.raises(NotInContent):
        pc.desk().check_question(item)
    with pytest.raises(NotInContent):
        pc.desk().check_answer(item, "A")


def test_the_next_step_leads_from_reading_to_the_certificate(pc):
    desk, told = pc.desk(), []

    def note():
        training = desk.training()
        told.append((training.next_step, training.next_target))

    read(desk, "1.1", "1.2")
    note()
    sit(pc, XIAOYU, Kind.QUIZ, 1)
    note()
    read(desk, "2.1")
    sit(pc, XIAOYU, Kind.QUIZ, 2)
    note()
    sit(pc, XIAOYU, Kind.MOCK)
    note()
    final = pc.begin_final()
    note()
    sit(pc, XIAOYU, Kind.FINAL)
    pc.office.record_certificate(final.id, "BJ-1", "00" * 32)
    note()
    assert told == [
        (NextStep.QUIZ, "1"),
        (NextStep.READ, "2.1"),
        (NextStep.MOCK, ""),
        (NextStep.EXAM, ""),
        (NextStep.RESUME, final.id),
        (NextStep.CERTIFICATE, "BJ-1"),
    ]


def test_without_a_session_the_next_step_is_to_wait(pc):
    read(pc.desk(), "1.1", "1.2", "2.1")
    for kind, chapter in ((Kind.QUIZ, 1), (Kind.QUIZ, 2), (Kind.MOCK, None)):
        sit(pc, XIAOYU, kind, chapter)
    pc.close_sessions()
    assert pc.desk().training().next_step is NextStep.WAIT


def test_a_quiz_counts_with_its_best_result_and_only_for_its_chapter(pc):
    sit(pc, XIAOYU, Kind.QUIZ, 1)
    sit(pc, XIAOYU, Kind.QUIZ, 1, passing=False)
    first, second = pc.desk().training().chapters
    assert (first.quiz_best, first.quiz_passed) == (100, True)
    assert (second.quiz_best, second.quiz_passed) == (None, False)


@pytest.mark.parametrize("query", ["首问", "first contact"])
def test_the_course_and_its_glossary_are_at_hand_while_studying(pc, query):
    desk = pc.desk()
    lang = "zh" if query == "首问" else "en"
    assert [find.ref for find in desk.find(query, lang) if find.kind is FindKind.SECTION] == ["1.1"]
    assert desk.terms()[0].id == "fcr"
    assert desk.section("2.1").chapter == 2
    assert [chapter.number for chapter in desk.course().chapters] == [1, 2]

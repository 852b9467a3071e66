"""The numbers of a course, and the topics it covers."""

from exams.content.coverage import topic_coverage
from exams.content.tally import tally
from tests.exams.content.sources import a_course
from tests.exams.content.spoils import SINGLE


def test_the_course_is_counted(tmp_path):
    counted = tally(a_course(tmp_path).read())
    assert (counted.chapters, counted.sections, counted.objectives, counted.minutes) == (1, 2, 3, 18)
    assert (counted.items, counted.practice_items, counted.red_line_items, counted.scenarios) == (6, 6, 1, 0)
    assert counted.by_chapter == {"1": 6}
    assert counted.by_type == {"single": 1, "multiple": 2, "truefalse": 1, "numerical": 1, "best_worst": 1}
    assert counted.by_level == {"remember": 5, "understand": 0, "apply": 1, "analyse": 0, "evaluate": 0}


def test_facts_are_counted_once_and_unknown_ones_named(tmp_path):
    tree = a_course(tmp_path)
    tree.replace(SINGLE, '["F-STD-06"]', '["F-STD-06", "F-XYZ-01"]')
    counted = tally(tree.read())
    assert counted.facts_cited == 3
    assert counted.facts_unknown == ("F-XYZ-01",)


def test_a_topic_is_covered_when_its_sections_are_written_and_asked_about(tmp_path):
    first, second = topic_coverage(a_course(tmp_path).read())
    assert first.covered
    assert first.sections == ("1.1",)
    assert set(first.exam_items) == {"1.1-s1", "1.1-m1", "1.1-m2", "1.1-j1", "1.1-t1"}
    assert not second.covered
    assert second.missing_sections == ("2.1", "2.2")


def test_a_topic_nobody_asks_about_is_not_covered(tmp_path):
    tree = a_course(tmp_path)
    tree.remove(SINGLE)
    first, _ = topic_coverage(tree.read())
    assert first.exam_items == ()
    assert not first.covered

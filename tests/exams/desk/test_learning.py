"""Learning at the desk: marks that outlive an edition, mistakes that come back, readiness, changes read and signed."""

import pytest

from exams.content.sources import read_sources
from exams.desk.learning_errors import BadMark, NothingToSign
from exams.desk.mark_book import LONGEST_NOTE
from exams.journal.line import Event
from exams.sittings.sitting import Kind
from exams.store.content_build import build_content
from exams.store.content_errors import NotInContent
from exams.store.mark_rows import MarkKind
from exams.training.anchoring import TextPlace
from exams.training.changes import ChangeKind, PieceKind
from exams.training.recall import RETIRED_AFTER
from tests.exams.content.sources import TODAY
from tests.exams.desk.answering import answer_all, positions, sit, wrong
from tests.exams.desk.branch_pc import DAY, XIAOYU, ZHIYUAN
from tests.exams.desk.course import two_chapters

OLD, NEW = "谁就跟到底", "谁就一直跟到底"


@pytest.fixture(scope="session")
def next_edition(tmp_path_factory):
    """The course after one paragraph of section 1.1 was rewritten and another put before it."""
    folder = tmp_path_factory.mktemp("next")
    tree = two_chapters(folder / "assets")
    tree.replace("course/zh/1/1.1.md", OLD, NEW)
    tree.replace("course/zh/1/1.1.md", "### 谁先接", "::: note 新规\n自下月起施行。\n:::\n\n### 谁先接")
    tree.replace("course/en/1/1.1.md", "\n### ", "\n::: note New rule\nIn force from next month.\n:::\n\n### ")
    sources = read_sources(tree.folder, TODAY)
    assert sources.faults == ()
    build_content(sources, folder / "content.sqlite")
    return folder / "content.sqlite"


def updated(pc, content):
    """The PC's course gives way to another edition."""
    pc.content = content
    pc.reopen()
    return pc.desk().learning


def marked(pc, kind=MarkKind.HIGHLIGHT, note=""):
    """Mark the words of block 1 of section 1.1 that the next edition rewrites."""
    marks = pc.desk().learning.marks
    return marks.add("1.1", "zh", kind, TextPlace(1, 0, 40), note)


@pytest.mark.feature("a6")
def test_marks_and_notes_survive_a_restart_and_an_update_of_the_chapter(pc, next_edition):
    marked(pc, MarkKind.NOTE, "问老陈")
    pc.desk().learning.marks.add("1.1", "en", MarkKind.BOOKMARK, TextPlace(1, 0, 0))
    before = pc.desk().learning.marks.of_section("1.1")
    assert [one.place.block for one in before] == [1, 1]
    after = updated(pc, next_edition).marks.of_section("1.1")
    assert {(one.id, one.note) for one in after} == {(one.id, one.note) for one in before}
    assert [one.place.block for one in after] == [2, 2]


@pytest.mark.feature("a6")
def test_a_mark_whose_words_are_gone_is_kept_and_listed(pc, next_edition):
    marks = pc.desk().learning.marks
    blocks = len(pc.desk().section("1.1").texts["zh"].blocks)
    marks.add("1.1", "zh", MarkKind.HIGHLIGHT, TextPlace(1, 0, 30))
    pc.db.execute("UPDATE marks SET quote = '这句话已不在课文里了', digest = 'gone'")
    (orphan,) = updated(pc, next_edition).marks.all()
    assert (orphan.place, orphan.quote) == (None, "这句话已不在课文里了")
    assert blocks


def test_nobody_sees_or_removes_anothers_marks(pc):
    mark = marked(pc)
    other = pc.desk(ZHIYUAN).learning.marks
    other.remove(mark)
    assert other.all() == ()
    with pytest.raises(BadMark):
        other.change(mark, "mine now")
    assert [one.id for one in pc.desk().learning.marks.all()] == [mark]


def test_the_same_place_is_not_highlighted_twice_and_a_note_can_be_changed_and_removed(pc):
    first, second = marked(pc), marked(pc)
    marks = pc.desk().learning.marks
    assert first == second
    marks.change(first, " later ")
    assert marks.all()[0].note == "later"
    marks.remove(first)
    assert marks.all() == ()


@pytest.mark.parametrize(
    ("section", "lang", "block", "note", "refusal"),
    [
        ("1.1", "zh", 99, "", BadMark),
        ("1.1", "zh", -1, "", BadMark),
        ("1.1", "zh", 0, "x" * (LONGEST_NOTE + 1), BadMark),
        ("9.9", "zh", 0, "", NotInContent),
        ("1.1", "fr", 0, "", NotInContent),
    ],
)
def test_what_cannot_be_marked_is_refused(pc, section, lang, block, note, refusal):
    with pytest.raises(refusal):
        pc.desk().learning.marks.add(section, lang, MarkKind.NOTE, TextPlace(block, 0, 0), note)
    assert pc.desk().learning.marks.all() == ()


@pytest.mark.feature("a4")
def test_a_missed_self_check_stands_in_the_notebook_and_comes_back_tomorrow(pc):
    pc.desk().check_answer("1.1-p1", "A")
    learning = pc.desk().learning
    (mistake,) = learning.mistakes()
    assert (mistake.what, mistake.item, mistake.section) == ("1.1-p1", "1.1-p1", "1.1")
    assert mistake.objectives["zh"] == "说出首问负责的含义"
    assert learning.due() == ()
    pc.clock.forward(DAY)
    assert [one.what for one in learning.due()] == ["1.1-p1"]


@pytest.mark.feature("a4")
@pytest.mark.feature("a5")
def test_due_recalls_in_a_row_put_it_away(pc):
    pc.desk().check_answer("1.1-p1", "A")
    learning = pc.desk().learning
    for number in range(1, RETIRED_AFTER + 1):
        pc.clock.forward(learning.mistakes()[0].due_wt - learning.now_wt())
        assert learning.question("1.1-p1").stems
        assert learning.answer("1.1-p1", "B").correct == "B"
        assert learning.mistakes()[0].run == number
    assert learning.mistakes()[0].retired
    pc.clock.forward(400 * DAY)
    assert learning.due() == ()


def test_a_disk_that_gives_way_to_the_notebook_costs_no_result_and_is_made_good_later(pc):
    desk = pc.desk()
    sitting = desk.begin(Kind.QUIZ, 1)
    answer_all(pc, desk, sitting, but_wrong=positions(sitting))
    pc.db.execute("ALTER TABLE mistakes RENAME TO out_of_reach")
    assert desk.hand_in(sitting.id).result is not None
    assert pc.db.execute("SELECT count(*) FROM practice").fetchone() == (0,)
    pc.db.execute("ALTER TABLE out_of_reach RENAME TO mistakes")
    assert len(pc.desk().learning.mistakes()) == len(sitting.paper.items)


@pytest.mark.feature("a4")
@pytest.mark.parametrize("kind", [Kind.QUIZ, Kind.MOCK])
def test_what_a_quiz_or_a_mock_shows_to_be_missing_is_in_the_notebook(pc, kind):
    sitting = sit(pc, XIAOYU, kind, 1 if kind is Kind.QUIZ else None, passing=False)
    missed = {place.item for place in sitting.paper.items}
    assert {one.what for one in pc.desk().learning.mistakes()} == missed


@pytest.mark.feature("a4")
def test_of_an_exam_only_the_objective_is_told_and_a_practice_question_asks_for_it(pc):
    sitting = sit(pc, XIAOYU, Kind.FINAL, passing=False)
    asked = {place.item for place in sitting.paper.items}
    mistakes = pc.desk().learning.mistakes()
    assert mistakes
    for one in mistakes:
        assert one.what.startswith("objective:")
        assert one.item not in asked
    held = " ".join(str(row) for table in ("practice", "mistakes") for row in pc.db.execute(f"SELECT * FROM {table}"))
    assert not [item for item in asked if item in held]


def test_a_final_that_ended_by_itself_is_taken_in_later_and_only_once(pc):
    sitting = pc.begin_final()
    for position in positions(sitting):
        pc.desk().answer(sitting.id, position, wrong(pc, sitting, position))
    pc.clock.forward(DAY)
    pc.desk().refresh(sitting.id)
    first = pc.desk().learning.mistakes()
    assert first
    assert pc.desk().learning.mistakes() == first


def test_one_persons_mistakes_are_not_anothers(pc):
    pc.desk(XIAOYU).check_answer("1.1-p1", "A")
    assert pc.desk(ZHIYUAN).learning.mistakes() == ()
    with pytest.raises(NotInContent):
        pc.desk(ZHIYUAN).learning.answer("1.1-p1", "B")


@pytest.mark.feature("a11")
def test_the_gauge_speaks_of_the_chapters_of_the_final(pc):
    gauge = pc.desk().learning.readiness()
    assert set(gauge.chapters) == {1, 2}
    assert (gauge.whole.chance, gauge.whole.answers) == (None, 0)
    pc.desk().check_answer("1.1-p1", "A")
    assert pc.desk().learning.readiness().chapters[1].answers == 1


def read(pc, *sections):
    for section in sections:
        pc.desk().note_reading(section, 0, 60, finished=True)


@pytest.mark.feature("a12")
def test_after_an_update_only_the_difference_is_to_be_read_in_both_languages(pc, next_edition):
    read(pc, "1.1", "1.2")
    assert pc.desk().learning.changed() == ()
    (changed,) = updated(pc, next_edition).changed()
    assert (changed.section, changed.chapter) == ("1.1", 1)
    kinds = [change.what for change in changed.differences["zh"]]
    assert kinds == [ChangeKind.ADDED, ChangeKind.REWRITTEN]
    (rewritten,) = (one for one in changed.differences["zh"] if one.what is ChangeKind.REWRITTEN)
    assert "".join(text for kind, text in rewritten.pieces if kind is PieceKind.NEW) == "一直"
    assert [change.what for change in changed.differences["en"]] == [ChangeKind.ADDED]


@pytest.mark.feature("a12")
def test_the_signature_is_a_line_of_the_journal_and_the_section_is_as_read(pc, next_edition):
    read(pc, "1.1")
    learning = updated(pc, next_edition)
    read(pc, "1.1")  # looking at it again is no signature
    assert learning.changed()
    learning.sign("1.1")
    facts = pc.records()[-1].facts()
    assert pc.events()[-1] == Event.READ_SIGNED
    assert (facts["staff"], facts["section"]) == ("T1001", "1.1")
    assert facts["from"] != facts["to"]
    assert learning.changed() == ()
    with pytest.raises(NothingToSign):
        learning.sign("1.1")


def test_what_was_never_read_has_no_difference_to_sign(pc, next_edition):
    learning = updated(pc, next_edition)
    assert learning.changed() == ()
    with pytest.raises(NothingToSign):
        learning.sign("1.1")
    assert Event.READ_SIGNED not in pc.events()

"""What is read from the content database is what the authors wrote; trouble has a code."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date

import pytest

from exams.content.course import Term
from exams.content.find import FindKind
from exams.items.item import AnswerKey, BestWorst, Explanation, ItemType, Template, Use
from exams.papers.blueprint import Feedback, Marking, RedLineGate, Retakes
from exams.store.content_build import build_content
from exams.store.content_errors import ContentDamaged, ContentMissing, ContentNewer, ContentOlder, NotInContent
from exams.store.content_rows import ContentStore
from tests.exams.content.sources import a_course


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    return a_course(tmp_path_factory.mktemp("assets")).read()


@pytest.fixture(scope="module")
def path(sources, tmp_path_factory):
    out = tmp_path_factory.mktemp("content") / "content #1?.sqlite"
    build_content(sources, out)
    return out


@pytest.fixture
def store(path):
    store = ContentStore(path)
    yield store
    store.close()


def test_every_section_comes_back_as_it_was_read(store, sources):
    for name, written in sources.sections.items():
        assert store.section(name) == written.section
    assert [section.id for section in store.sections(1)] == ["1.1", "1.2"]
    assert store.sections(9) == ()


def test_every_item_and_key_comes_back_as_it_was_read(store, sources):
    for one in sources.items:
        assert store.item(one.item.id) == one.item
        assert store.item(one.item.id, 1) == one.item
        assert store.key(one.item.id, 1) == one.key
    assert {item.id: item for item in store.items()} == {one.item.id: one.item for one in sources.items}


def test_items_are_chosen_by_use_and_chapter(store):
    assert {item.use for item in store.items(use=Use.PRACTICE)} == {Use.PRACTICE}
    assert [item.id for item in store.items(Use.PRACTICE)][:3] == ["1.1-p1", "1.1-p2", "1.1-p10"]
    assert store.items(chapter=2) == ()
    assert len(store.items(Use.EXAM, 1)) == 6


def test_chinese_stands_first_as_in_the_sources(store):
    assert list(store.item("1.1-s1").wordings) == ["zh", "en"]
    assert store.item("1.1-m1").letters == ("A", "B", "C", "D", "E")


def test_particular_values_keep_their_kind(store):
    assert store.key("1.1-j1", 1).correct == BestWorst("C", "A")
    assert store.key("1.1-m1", 1).correct == ("A", "C")
    assert store.key("1.1-t1", 1).correct is True
    assert store.item("1.1-m1").clause_date == date(2030, 1, 1)
    assert store.item("1.1-m1").enemies == ("1.1-s1",)
    assert store.item("1.1-s1").red_line
    assert not store.item("1.1-j1").shuffle
    ranges = {"offered": ("1000", "1400", "10"), "abandoned": ("20", "90", "1")}
    assert store.item("1.2-n1").template == Template("abandon_rate", ranges, "%")
    key = store.key("1.2-n1", 1)
    assert isinstance(key, AnswerKey)
    assert key.tolerance == "0.02"
    assert key.explanations["en"] == Explanation(
        "Abandoned divided by offered.", {}, {"answered_base": "Divided by answered calls."}
    )


def test_a_blueprint_comes_back_whole(store, sources):
    assert store.blueprints() == ("final", "quiz-1")
    for one in sources.blueprints:
        assert store.blueprint(one.blueprint.name) == one.blueprint
    final = store.blueprint("final")
    assert (final.size, final.total, final.feedback) == (5, 10_000, Feedback.CHAPTERS)
    assert final.cells[1, ItemType.NUMERICAL] == 1
    assert (final.red_line, final.retakes) == (RedLineGate(1, 1), Retakes(3, 30, 24, 20, 50, False, 600))
    assert final.marking == Marking(negative=2_500_000, floor=-1000, chapter_pass={1: 60})
    assert store.blueprint("quiz-1").retakes == Retakes()
    assert store.blueprint("quiz-1").marking == Marking()


def test_the_course_and_its_glossary_come_back(store, sources):
    course = store.course()
    assert (course.code, course.version, course.minutes) == ("CSC-BASIC", "2026.1", 18)
    assert course.titles == {"zh": "客服中心基础", "en": "Service centre basics"}
    assert course.chapters == sources.course.chapters
    assert store.terms() == sources.terms
    assert isinstance(store.terms()[0], Term)


def sections(finds):
    return [(find.ref, find.lang) for find in finds if find.kind is FindKind.SECTION]


@pytest.mark.parametrize("query", ["首问", "首问负责", "问", "跟到底", "谁先接 首问"])
def test_chinese_words_of_any_length_are_found(store, query):
    assert sections(store.find(query)) == [("1.1", "zh")]


@pytest.mark.parametrize("query", ["first contact", "FIRST CONTACT", "ownership", "owner"])
def test_english_words_are_found_by_their_beginnings(store, query):
    assert sections(store.find(query)) == [("1.1", "en")]


def test_a_search_can_be_held_to_a_language_and_a_number(store):
    assert {hit.lang for hit in store.find("80")} == set()
    assert {hit.lang for hit in store.find("20")} == {"zh", "en"}
    assert {hit.lang for hit in store.find("20", lang="en")} == {"en"}
    assert len(store.find("20", limit=1)) == 1


def test_a_find_in_the_title_comes_first(store):
    assert store.find("服务水平")[0].title == "服务水平"
    assert "\x02服务水平\x03" in store.find("服务水平")[0].snippet


@pytest.mark.parametrize("query", ["", "  ", "？！", '"', "'; DROP TABLE items", "NEAR(", "a*b", "\x00"])
def test_any_query_is_safe(store, query):
    store.find(query)
    assert store.course().code == "CSC-BASIC"


def test_what_is_not_there_is_said(store):
    for ask in (
        lambda: store.section("9.9"),
        lambda: store.item("9.9-s1"),
        lambda: store.item("1.1-s1", 2),
        lambda: store.key("1.1-s1", 2),
        lambda: store.blueprint("last"),
    ):
        with pytest.raises(NotInContent):
            ask()


def test_a_missing_file_is_said_at_once(tmp_path):
    with pytest.raises(ContentMissing):
        ContentStore(tmp_path / "no.sqlite")


def damaged(path, tmp_path, *sql):
    copy = tmp_path / "copy.sqlite"
    copy.write_bytes(path.read_bytes())
    with closing(sqlite3.connect(copy)) as connection:
        for one in sql:
            connection.execute(one)
        connection.commit()
    return ContentStore(copy)


def test_a_file_of_another_version_is_refused(path, tmp_path):
    with pytest.raises(ContentNewer) as refused:
        damaged(path, tmp_path, "PRAGMA user_version = 99").course()
    assert refused.value.facts["found"] == 99
    with pytest.raises(ContentOlder):
        damaged(path, tmp_path, "PRAGMA user_version = 0").course()


@pytest.mark.parametrize(
    "sql",
    [
        "PRAGMA application_id = 7",
        "CREATE TRIGGER t AFTER INSERT ON items BEGIN SELECT 1; END",
        "CREATE TABLE extra(a)",
        "DROP VIEW item_text",
        "UPDATE course SET titles = 'no json'",
    ],
)
def test_a_file_that_was_tampered_with_is_damaged(path, tmp_path, sql):
    with pytest.raises(ContentDamaged):
        damaged(path, tmp_path, sql).course()


@pytest.mark.parametrize("size", [0, 1, 100, 4096, 20_000])
def test_a_file_cut_short_is_damaged_and_never_a_traceback(path, tmp_path, size):
    copy = tmp_path / "cut.sqlite"
    copy.write_bytes(path.read_bytes()[:size])
    store = ContentStore(copy)
    with pytest.raises(ContentDamaged):
        read_everything(store)


def read_everything(store):
    for item in store.items():
        store.key(item.id, item.version)


def test_reading_content_loads_neither_the_builder_nor_its_libraries(path):
    code = f"""
import sys
from pathlib import Path
from exams.store.content_rows import ContentStore
ContentStore(Path({str(path)!r})).section("1.1")
heavy = {{"sqlite_utils", "markdown_it", "nh3", "tomllib", "mdit_py_plugins"}} & set(sys.modules)
sys.exit(repr(heavy) if heavy else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

"""The content database: built whole or not at all, the same twice, with the promised views."""

import os
import sqlite3
from contextlib import closing

import pytest

from exams.store.content_build import build_content
from exams.store.content_errors import ContentNotWritten, SourcesFaulty
from exams.store.content_rows import ContentStore
from exams.store.content_schema import APPLICATION_ID, SHAPE, TABLES
from tests.exams.content.sources import a_course
from tests.exams.content.spoils import SINGLE


@pytest.fixture
def tree(tmp_path):
    return a_course(tmp_path / "assets")


@pytest.fixture
def database(tree, tmp_path):
    out = tmp_path / "out" / "content.sqlite"
    build_content(tree.read(), out)
    with closing(sqlite3.connect(out)) as connection:
        yield connection


def test_two_builds_give_the_same_file(tree, tmp_path):
    first, second = tmp_path / "1.sqlite", tmp_path / "2.sqlite"
    build_content(tree.read(), first)
    build_content(tree.read(), second)
    assert first.read_bytes() == second.read_bytes()


def test_nothing_is_written_from_sources_with_a_fault(tree, tmp_path):
    tree.replace(SINGLE, 'key = "B"', 'key = "E"')
    with pytest.raises(SourcesFaulty) as refused:
        build_content(tree.read(), tmp_path / "out" / "content.sqlite")
    assert refused.value.facts == {"count": 1}
    assert not (tmp_path / "out").exists()


def test_a_failed_build_leaves_the_old_file_and_no_rubbish(tree, tmp_path):
    out = tmp_path / "content.sqlite"
    out.mkdir()
    (out / "something").write_text("kept")
    with pytest.raises(ContentNotWritten):
        build_content(tree.read(), out)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["assets", "content.sqlite"]
    assert (out / "something").read_text() == "kept"


@pytest.mark.skipif(os.name == "nt", reason="Windows does not replace a file that is open; the build is refused there")
def test_a_build_replaces_the_file_of_a_reader_without_hurting_it(tree, tmp_path):
    out = tmp_path / "content.sqlite"
    build_content(tree.read(), out)
    reader = ContentStore(out)
    before = reader.parts_sha256()
    tree.replace("course/course.toml", '"2026.1"', '"2026.2"')
    build_content(tree.read(), out)
    assert reader.parts_sha256() == before
    assert ContentStore(out).course().version == "2026.2"


def test_the_three_parts_can_be_written_beside_it(tree, tmp_path):
    built = build_content(tree.read(), tmp_path / "content.sqlite", tmp_path / "parts")
    assert sorted(path.name for path in (tmp_path / "parts").iterdir()) == sorted(built.parts)


def test_the_file_says_what_it_is(database):
    assert database.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert database.execute("PRAGMA user_version").fetchone()[0] == SHAPE
    assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_table_of_ours_is_strict(database):
    kinds = {name: (kind, strict) for _, name, kind, _, _, strict in database.execute("PRAGMA table_list")}
    plain = [name for name in TABLES if kinds[name][0] == "table"]
    assert len(plain) == 15
    assert all(kinds[name][1] for name in plain)


def test_items_and_words_hold_on_to_each_other(database):
    database.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("DELETE FROM items WHERE id = '1.1-s1'")


def test_the_view_of_sections_has_plain_text_in_both_languages(database):
    cursor = database.execute("SELECT * FROM section_text WHERE id = '1.1' ORDER BY lang")
    assert [name for name, *_ in cursor.description] == ["id", "chapter", "lang", "title", "body", "minutes"]
    (_, chapter, lang, title, body, minutes), (*_, chinese, _) = cursor.fetchall()
    assert (chapter, lang, title, minutes) == (1, "en", "First-contact ownership", 6)
    assert "Whoever takes the customer's question first" in body
    assert "<" not in body
    assert "这叫首问负责。" in chinese


def test_the_view_of_items_shows_keys_of_practice_items_only(database):
    columns = "id chapter section use type lang stem explanation key facts"
    cursor = database.execute("SELECT * FROM item_text")
    assert [name for name, *_ in cursor.description] == columns.split()
    rows = cursor.fetchall()
    assert len(rows) == 24
    assert {row[8] for row in rows if row[3] == "exam"} == {""}
    assert {row[8] for row in rows if row[3] == "practice"} == {'"B"', '"C"'}
    assert all(row[6] and row[7] for row in rows)

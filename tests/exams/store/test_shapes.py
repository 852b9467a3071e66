"""No object more, none less, none other: a database with a trigger of somebody else's is not opened."""

import sqlite3
from contextlib import closing

import pytest
from sqlite_utils import Database

from certificates.errors import RegisterDamaged
from certificates.store.database import open_register
from exams.store.content_build import build_content, build_open_content
from exams.store.content_errors import ContentDamaged
from exams.store.content_file import ContentFile
from exams.store.content_schema import SEARCH_TABLES, SHA256
from exams.store.database import database_path, open_database
from exams.store.errors import DatabaseDamaged, DatabaseForeign
from exams.store.home import prepare_home
from exams.store.shapes import shape_of, shape_sha256
from tests.exams.content.sources import a_course


@pytest.fixture
def home(tmp_path):
    prepare_home(tmp_path)
    open_database(tmp_path).close()
    with open_register(tmp_path):
        pass
    return tmp_path


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    folder = tmp_path_factory.mktemp("content")
    return build_content(a_course(folder / "sources").read(), folder / "content.sqlite", folder).path


def spoil(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def write_schema(path, change):
    spoil(path, "PRAGMA writable_schema = ON", change, "PRAGMA writable_schema = RESET")


STRANGERS = {
    "better": "CREATE TRIGGER better AFTER UPDATE ON sittings BEGIN UPDATE sittings SET score = 100000; END",
    "shown": "CREATE VIEW shown AS SELECT * FROM sittings",
    "notes": "CREATE TABLE notes (text)",
    "certificate_view": "CREATE VIEW certificate_view AS SELECT 1",
    "certificates_better": "CREATE TRIGGER certificates_better AFTER INSERT ON certificates BEGIN SELECT 1; END",
    "quick": "CREATE INDEX quick ON people(name)",
    "certificate_quick": "CREATE UNIQUE INDEX certificate_quick ON people(name)",
    "people": "ALTER TABLE people ADD COLUMN boss TEXT DEFAULT 'x'",
    "search": "CREATE VIRTUAL TABLE search USING fts5(a)",
}


@pytest.mark.parametrize("name", STRANGERS)
def test_an_object_that_is_not_ours_is_refused_by_name(home, name):
    spoil(database_path(home), STRANGERS[name])
    with pytest.raises(DatabaseForeign) as refused:
        open_database(home)
    assert refused.value.facts["name"] == name


def test_a_table_replaced_by_a_view_is_refused(home):
    spoil(
        database_path(home),
        "ALTER TABLE sittings RENAME TO certificates_old",
        "CREATE VIEW sittings AS SELECT * FROM certificates_old",
    )
    with pytest.raises(DatabaseForeign):
        open_database(home)


def test_a_table_whose_words_were_changed_is_refused(home):
    change = "UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '') WHERE name = 'people'"
    write_schema(database_path(home), change)
    with pytest.raises(DatabaseForeign) as refused:
        open_database(home)
    assert refused.value.facts["name"] == "people"


def test_a_missing_table_is_damage(home):
    spoil(database_path(home), "DROP TABLE reading")
    with pytest.raises(DatabaseDamaged) as refused:
        open_database(home)
    assert refused.value.facts["detail"] == "no reading"


def test_other_quotation_marks_and_spaces_are_the_same_shape(home):
    write_schema(
        database_path(home),
        """UPDATE sqlite_master SET sql = replace(replace(sql, '"people"', '[people]'), '(' || char(10), '( ')""",
    )
    open_database(home).close()


def test_what_the_certificates_keep_in_the_same_file_is_let_be(home):
    open_database(home).close()
    with open_register(home) as db:
        assert db["certificates"].count == 0


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER better AFTER INSERT ON certificates BEGIN SELECT 1; END",
        "CREATE TABLE certificates_more (number)",
        "CREATE INDEX quick ON certificates(number)",
        "ALTER TABLE certificate_numbers ADD COLUMN note TEXT",
    ],
)
def test_the_register_vouches_for_its_own_tables(home, statement):
    spoil(database_path(home), statement)
    with pytest.raises(RegisterDamaged), open_register(home):
        pass


def test_the_hash_of_the_content_is_that_of_what_is_built(tmp_path, content):
    branch = tmp_path / "open.sqlite"
    build_open_content((content.parent / "course.json").read_bytes(), branch)
    for built in (content, branch):
        with closing(sqlite3.connect(built)) as connection:
            assert shape_sha256(shape_of(connection), SEARCH_TABLES) == SHA256, "write it to content_schema.SHA256"
        assert ContentFile(built).rows("SELECT 1") == [(1,)]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER better AFTER INSERT ON items BEGIN SELECT 1; END",
        "CREATE INDEX quick ON items(level)",
        "ALTER TABLE keys ADD COLUMN note TEXT",
        "CREATE TABLE notes (text)",
        "DROP VIEW item_text",
    ],
)
def test_a_content_database_of_another_shape_is_not_opened(tmp_path, content, statement):
    spoilt = tmp_path / "content.sqlite"
    spoilt.write_bytes(content.read_bytes())
    spoil(spoilt, statement)
    with pytest.raises(ContentDamaged):
        ContentFile(spoilt).rows("SELECT 1")


def test_a_shape_is_read_from_any_connection():
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute('CREATE TABLE "a" ( "b" )')
        assert shape_of(connection) == shape_of(Database(connection)) == {("table", "a"): ("a", "CREATE TABLE a(b)")}

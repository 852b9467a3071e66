"""The search for secrets finds what was planted, wherever and however: else its silence would say nothing."""

import sqlite3
from contextlib import closing

import pytest

from exams.packs.container import write_pack
from exams.trust.strict_json import read_json
from tests.attacks.attacks_home import exam_texts
from tests.attacks.secrecy import SPELLINGS, insides, packed_every_way, search, search_bytes
from tests.exams.packs.headquarters import members

STEM = '挂失“止付”之后, the "holder" has 7 days?'
LONG = "".join(f"第{number}题：客户来电查询，坐席应当先做什么？" for number in range(60))


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_planted_text_is_found_in_every_spelling_and_in_whatever_it_is_packed(tmp_path, spelling):
    raw = SPELLINGS[spelling](STEM)
    for name, packed in packed_every_way(raw).items():
        (tmp_path / name.replace(" ", "-")).write_bytes(packed)
    found = {hit.path.name for hit in search([tmp_path], ["not there at all", STEM]) if hit.text == STEM}
    assert found == {name.replace(" ", "-") for name in packed_every_way(b"")}


def test_a_text_in_the_write_ahead_log_of_a_database_is_found(tmp_path):
    with closing(sqlite3.connect(tmp_path / "a.sqlite", isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE t (x)")
        database.execute("INSERT INTO t VALUES (?)", (STEM,))
        assert {hit.path.name for hit in search([tmp_path], [STEM])} == {"a.sqlite-wal"}


def test_a_long_text_over_several_pages_of_a_database_is_found(tmp_path):
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as database, database:
        database.execute("CREATE TABLE t (x)")
        database.execute("INSERT INTO t VALUES (?)", ("x" * 4000 + LONG * 4,))
    assert LONG.encode() * 2 not in (tmp_path / "a.sqlite").read_bytes()
    assert search([tmp_path], [LONG])


def test_a_key_is_found_raw_in_hex_and_in_base64(tmp_path):
    key = bytes(range(7, 39))
    for name, raw in (("raw", key), ("hex", key.hex().encode()), ("json", b'"' + key.hex().upper().encode() + b'"')):
        (tmp_path / name).write_bytes(b"..." + raw + b"...")
    assert {hit.path.name for hit in search_bytes([tmp_path], {"cek": key, "other": bytes(32)})} == {
        "raw",
        "hex",
        "json",
    }


def test_what_is_not_there_is_not_found(tmp_path):
    (tmp_path / "file").write_bytes(packed_every_way(LONG.encode())["zip"])
    assert search([tmp_path], [STEM]) == []
    assert search_bytes([tmp_path], {"cek": bytes(range(7, 39))}) == []


def test_the_way_into_a_thing_is_told():
    ways = {way for way, _ in insides(packed_every_way(b"a text of some length")["zip"])}
    assert {"plain", "zip:deep/one.bin"} <= ways


def test_a_text_in_the_database_inside_a_pack_is_found(tmp_path):
    database, pack = tmp_path / "a.sqlite", tmp_path / "packs" / "a.pack"
    pack.parent.mkdir()
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("CREATE TABLE t (x)")
        connection.execute("INSERT INTO t VALUES (?)", ("x" * 4000 + LONG,))
    with pack.open("wb") as file:
        write_pack(file, [("content.sqlite", database.read_bytes())])
    assert "zip:content.sqlite" in {hit.way for hit in search([pack.parent], [LONG])}


def test_nothing_of_the_exam_is_in_the_database_that_a_pack_brings(attacked):
    folder = attacked.folder / "database"
    folder.mkdir()
    path = folder / "content.sqlite"
    path.write_bytes(members(attacked.publish(2))["content.sqlite"])
    items, keys = exam_texts(attacked.parts)
    assert search([folder], [*items, *keys]) == []
    practice = read_json(attacked.parts.course)["items"][0]["wordings"]["zh"]["stem"]
    assert search([folder], [practice])
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT DISTINCT use FROM items").fetchall() == [("practice",)]
        strange = "SELECT count(*) FROM keys WHERE item NOT IN (SELECT id FROM items)"
        assert database.execute(strange).fetchone() == (0,)
        assert database.execute("PRAGMA freelist_count").fetchone() == (0,)
        names = {name for (name,) in database.execute("SELECT name FROM parts")}
    assert names == {"course.json"}

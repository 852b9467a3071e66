"""A database that answers otherwise than it was told (row C13 of the security design)."""

import sqlite3
from contextlib import closing

import pytest

from certificates.store.database import open_register
from exams.store.database import database_path, open_database
from exams.store.errors import DatabaseForeign
from exams.store.home import prepare_home


def test_c13_a_trigger_that_turns_12_into_100_keeps_the_database_shut(tmp_path):
    prepare_home(tmp_path)
    open_database(tmp_path).close()
    with open_register(tmp_path):
        pass
    rows = "SELECT score FROM sittings"
    with closing(sqlite3.connect(database_path(tmp_path), isolation_level=None)) as connection:
        connection.execute(
            "CREATE TRIGGER better AFTER INSERT ON sittings BEGIN "
            "UPDATE sittings SET score = 100 WHERE id = NEW.id AND score = 12; END"
        )
        connection.execute(
            "INSERT INTO sittings (id, kind, blueprint, staff_id, attempt, state, first_seq, last_seq, started_wt,"
            " items, score) VALUES ('s', 'exam', 'final', 'T1001', 1, 'ended', 1, 2, 3, 4, 12)"
        )
        assert connection.execute(rows).fetchone() == (100,), "the trigger is no attack at all"
    with pytest.raises(DatabaseForeign) as refused:
        open_database(tmp_path)
    assert (refused.value.code, refused.value.facts) == ("E_DATABASE_FOREIGN", {"name": "better"})

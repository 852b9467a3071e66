"""The register in the database: its shape, and what it refuses."""

import sqlite3
from contextlib import suppress

import pytest
from sqlite_utils import Database

from certificates import CertificateDesk
from certificates.errors import NewerRegister, RegisterDamaged
from certificates.store import certificate_rows as rows
from certificates.store.database import open_register
from certificates.store.migrations import migrations
from tests.certificates.examples import PowerCut, RememberingOffice, a_person, a_sitting


def test_every_old_shape_reaches_the_newest_shape(tmp_path):
    with open_register(tmp_path) as db:
        newest = db.schema
    for step in [each.name for each in migrations.pending(Database(memory=True))]:
        home = tmp_path / step
        home.mkdir()
        old = Database(home / "academy.sqlite")
        migrations.apply(old, stop_before=step)
        old.close()
        with open_register(home) as db:
            assert db.schema == newest


def test_saved_means_on_the_disk(tmp_path):
    with open_register(tmp_path) as db:
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert db.execute("PRAGMA synchronous").fetchone()[0] == 2


def test_the_tables_are_strict(tmp_path):
    with open_register(tmp_path) as db:
        assert all(table.strict for table in db.tables if table.name.startswith("certificate"))


def test_a_register_of_a_newer_release_is_refused_untouched(tmp_path):
    with open_register(tmp_path) as db:
        db.table("_sqlite_migrations").insert(
            {"migration_set": "certificates", "name": "m999_from_the_future", "applied_at": "2030-01-01"}
        )
    with pytest.raises(NewerRegister) as refused, open_register(tmp_path):
        pass
    assert refused.value.facts == {"steps": ["m999_from_the_future"]}


def test_numbers_rolled_back_are_given_again(tmp_path):
    with open_register(tmp_path) as db:
        with suppress(PowerCut), db.atomic():
            rows.next_sequence(db, "BJ", 2026)
            raise PowerCut
        with db.atomic():
            assert rows.next_sequence(db, "BJ", 2026) == 1


def test_a_pdf_changed_in_the_database_is_not_handed_out(tmp_path):
    desk = CertificateDesk(tmp_path, RememberingOffice())
    made = desk.issue(a_sitting(), a_person())
    connection = sqlite3.connect(tmp_path / "academy.sqlite")
    connection.execute("UPDATE certificates SET pdf = CAST(pdf || x'00' AS BLOB)")
    connection.commit()
    connection.close()
    with pytest.raises(RegisterDamaged) as refused:
        desk.pdf(made.number)
    assert refused.value.facts == {"number": made.number}


def test_a_second_writer_waits_for_the_first_and_counts_on(tmp_path):
    with open_register(tmp_path) as first, open_register(tmp_path) as second:
        second.execute("PRAGMA busy_timeout = 0")
        with first.atomic():
            rows.take_write_lock(first)
            with pytest.raises(sqlite3.OperationalError, match="locked"), second.atomic():
                rows.take_write_lock(second)
            assert rows.next_sequence(first, "BJ", 2026) == 1
        with second.atomic():
            rows.take_write_lock(second)
            assert rows.next_sequence(second, "BJ", 2026) == 2

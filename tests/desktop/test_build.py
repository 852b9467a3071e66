"""The hash of the program that the journal keeps at each start."""

import json
import re

import pytest

from desktop.build import build_hash, program_build
from desktop.wiring.keeper import OfficeKeeper
from exams import check_journal
from tests.desktop.commands.branch import a_branch


@pytest.fixture
def bundle(tmp_path):
    folder = tmp_path / "bundle"
    (folder / "lib").mkdir(parents=True)
    (folder / "academy").write_bytes(b"program")
    (folder / "lib" / "desk.pyc").write_bytes(b"code")
    return folder


def test_the_same_files_give_the_same_build_wherever_they_lie(bundle, tmp_path):
    moved = bundle.rename(tmp_path / "elsewhere")
    before = build_hash("1.0", moved)
    assert re.fullmatch("[0-9a-f]{64}", before)
    assert build_hash("1.0", moved.rename(bundle)) == before


def test_one_changed_added_or_renamed_file_or_another_version_is_another_build(bundle):
    builds = [build_hash("1.0", bundle), build_hash("1.1", bundle), build_hash("1.0", None)]
    (bundle / "lib" / "desk.pyc").write_bytes(b"cod3")
    builds.append(build_hash("1.0", bundle))
    (bundle / "lib" / "desk.pyc").rename(bundle / "lib" / "desks.pyc")
    builds.append(build_hash("1.0", bundle))
    (bundle / "more").write_bytes(b"")
    builds.append(build_hash("1.0", bundle))
    assert len(set(builds)) == len(builds)


def test_from_the_source_the_build_is_the_versions(bundle):
    assert program_build() == build_hash(program_version(), None)


def program_version():
    from desktop.version import VERSION

    return VERSION


def test_the_journal_keeps_the_build_at_each_start_of_the_app(tmp_path):
    import sqlite3
    from contextlib import closing

    home = a_branch(tmp_path / "home")
    keeper = OfficeKeeper(home)
    keeper.office()
    keeper.close()
    with closing(sqlite3.connect(home / "academy.sqlite")) as db:
        bodies = [
            json.loads(body)
            for (body,) in db.execute("SELECT body FROM journal WHERE CAST(line AS TEXT) LIKE '%app_start%'")
        ]
    assert bodies[-1]["build"] == program_build()
    assert check_journal(home).ok

"""Headquarters is founded whole or not at all, keeps no secret in clear, and writes down who did what."""

import json
import sqlite3
from contextlib import closing

import pytest

from exams.desk.hq_desk import open_hq, set_up_hq
from exams.desk.hq_errors import HqExists, HqLogBroken, NoHq
from exams.desk.hq_keys import HqWork
from exams.packs.errors import KdfRefused
from exams.packs.slots import SlotPurpose
from exams.store.errors import DatabaseDamaged, DatabaseForeign, DatabaseNewer, HomeBusy
from exams.store.hq_database import open_hq_database
from exams.trust.codes import plain_code
from exams.trust.errors import WrongPassphrase
from exams.trust.key_files import read_key_file
from tests.exams.desk.head_office import LIGHT, PASS, SESSION, told


def files_of(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_second_founding_is_refused_and_changes_nothing(hq):
    before = files_of(hq.home)
    with pytest.raises(HqExists):
        set_up_hq(hq.home, told, "li", work=LIGHT)
    assert files_of(hq.home) == before


def test_three_holders_keep_their_root_keys_where_they_say(tmp_path):
    holders = [tmp_path / f"stick-{name}" for name in "abc"]
    with set_up_hq(tmp_path / "home", told, "chen", holders=holders, work=LIGHT) as desk:
        keys = {row["name"]: row for row in desk.status()["keys"]}
    assert [path.name for holder in holders for path in holder.iterdir()] == ["root-1.key", "root-2.key", "root-3.key"]
    for number, holder in enumerate(holders, start=1):
        key = read_key_file(holder / f"root-{number}.key", PASS)
        assert key.keyid == keys[f"root-{number}"]["keyid"]
    assert not (tmp_path / "home" / "hq" / "keys" / "root-1").exists()


def test_a_passphrase_that_is_too_short_founds_nothing_and_the_next_try_works(tmp_path):
    holders = [tmp_path / "a", tmp_path / "b", tmp_path / "c"]
    with pytest.raises(WrongPassphrase):
        set_up_hq(tmp_path, lambda name, _new: "short" if name == "desk" else PASS, "chen", holders=holders, work=LIGHT)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    with pytest.raises(NoHq):
        open_hq(tmp_path, told, "chen")
    set_up_hq(tmp_path, told, "chen", holders=holders, work=LIGHT).close()


@pytest.mark.parametrize("memory_kib", [8, 65_535, 1_048_577])
def test_work_out_of_range_founds_nothing(tmp_path, memory_kib):
    with pytest.raises(KdfRefused):
        set_up_hq(tmp_path, told, "chen", work=HqWork(memory_kib=memory_kib))
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_passphrase_opens_no_key(hq):
    with hq.desk(passphrase=lambda _name, _new: "other plain words") as desk, pytest.raises(WrongPassphrase):
        desk.release(SESSION, SlotPurpose.ITEMS)
    with hq.desk() as desk:
        assert desk.log("release") == ()


def test_two_people_do_not_work_in_one_headquarters_at_once(hq):
    with hq.desk(), pytest.raises(HomeBusy):
        hq.desk()


def test_no_file_of_headquarters_holds_a_code_a_content_key_or_an_item_in_clear(hq):
    code = hq.release(SlotPurpose.ITEMS).code
    words = [words for one in json.loads(hq.parts.items)["items"] for words in one["wordings"].values()]
    stems = {word["stem"].encode() for word in words} | {text.encode() for word in words for _, text in word["options"]}
    assert len(stems) > 10
    assert b"correct" in hq.parts.keys
    for path, raw in files_of(hq.home).items():
        for secret in (code.encode(), plain_code(code).encode(), PASS.encode(), b"correct", *stems):
            assert secret not in raw, path


def test_the_log_tells_who_did_what_in_order(hq):
    hq.release(SlotPurpose.ITEMS, who="li")
    with hq.desk() as desk:
        acts = [(line.who, line.act) for line in desk.log()]
        assert desk.log_broken_at() == 0
    assert acts == [
        ("chen", "init"),
        ("chen", "publish"),
        ("chen", "session_add"),
        ("chen", "slots"),
        ("li", "release"),
    ]


@pytest.mark.parametrize(
    ("harm", "broken_at"),
    [
        ("UPDATE log SET who = 'wang' WHERE seq = 2", 2),
        ("UPDATE log SET facts = '{}' WHERE seq = 1", 1),
        ("UPDATE log SET anchor = 'X' WHERE seq = 4", 4),
        ("DELETE FROM log WHERE seq = 3", 3),
        ("UPDATE log SET wt = wt + 1 WHERE seq = 4", 4),
    ],
)
def test_an_altered_log_shows_and_no_code_leaves_the_house(hq, harm, broken_at):
    db = open_hq_database(hq.home)
    db.execute(harm)
    db.close()
    with hq.desk() as desk:
        assert desk.status()["log"]["broken_at"] == broken_at
    with pytest.raises(HqLogBroken):
        hq.release(SlotPurpose.ITEMS)


def test_a_database_that_is_newer_or_not_ours_is_left_alone(hq):
    db = open_hq_database(hq.home)
    db.execute("CREATE TRIGGER more AFTER INSERT ON log BEGIN SELECT 1; END")
    db.close()
    with pytest.raises(DatabaseForeign):
        hq.desk()
    path = hq.home / "hq" / "hq.sqlite"
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("DROP TRIGGER more")
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(DatabaseNewer):
        hq.desk()


def test_the_status_names_keys_packs_sessions_and_releases(hq):
    hq.release(SlotPurpose.ITEMS, who="li")
    with hq.desk() as desk:
        status = desk.status()
    assert {row["name"] for row in status["keys"]} == {
        *(
            "root-1",
            "root-2",
            "root-3",
            "pack",
            "ca",
            "revocation",
            "reset",
            "hr",
            "program",
            "desk",
            "hr_seal",
            "recovery",
            "pdf",
        )
    }
    assert all(row["at_hand"] and row["in_force"] for row in status["keys"])
    assert [(row["pack"], row["version"], row["forms"]) for row in status["packs"]] == [("COURSE", 1, ["A"])]
    (session,) = status["sessions"]
    assert [(one["purpose"], one["who"], one["when"]) for one in session["released"]] == [
        ("items", "li", "2026-11-24T04:00:00Z")
    ]
    assert status["root"]["roles"]["root"]["threshold"] == 2


@pytest.mark.parametrize(
    ("change", "failure"),
    [
        ("CREATE TRIGGER t AFTER INSERT ON packs BEGIN DELETE FROM log; END", DatabaseForeign),
        ("CREATE TABLE more (x)", DatabaseForeign),
        ("ALTER TABLE codes ADD COLUMN plain TEXT", DatabaseForeign),
        ("CREATE INDEX quick ON log (act)", DatabaseForeign),
        ("DROP TABLE codes", DatabaseDamaged),
    ],
)
def test_a_database_of_another_shape_is_not_opened(hq, change, failure):
    with closing(sqlite3.connect(hq.home / "hq" / "hq.sqlite")) as database, database:
        database.execute(change)
    with pytest.raises(failure):
        open_hq(hq.home, told, "chen")

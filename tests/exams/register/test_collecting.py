"""Files of branches taken in (security 10, G): one bad file stops nothing, twice is once, a kill changes nothing."""

import io
import json
import os
import zipfile
from base64 import encodebytes
from contextlib import closing
from dataclasses import replace
from functools import partial

import pytest

from exams.bundles.verdict import Code
from exams.journal.line import Event
from exams.register.outcome import Status
from exams.store.register_dialect import RegisterDb
from exams.store.register_errors import BundleAltered
from exams.store.register_files import bundle_path, kept_bundle
from exams.store.register_matrix import standings_of
from exams.store.register_rows import devices, file_of, receivable, sittings_of
from exams.trust.keys import SealingKey
from tests.exams.bundles.conftest import branches, copied, copies
from tests.exams.bundles.day import Day
from tests.exams.bundles.forging import forged, places
from tests.exams.bundles.hr_room import handed_in
from tests.exams.desk.branch_pc import XIAOYU
from tests.exams.register.room import Collector, material

__all__ = ["branches", "copied"]
BOMB = b"PK\x03\x04" + b"\0" * 64


@pytest.fixture(scope="module")
def day(branches, tmp_path_factory):
    """One final; nobody goes on with it."""
    for copy in copies(branches, tmp_path_factory.mktemp("day")):
        yield Day(*copy()).sat()


@pytest.fixture
def going_on(copied, tmp_path, server):
    """A day that goes on after its first bundle was taken in; gives it, the collector, and what that told."""
    day = Day(*copied()).sat()
    collector = Collector(tmp_path / "register", material(day.room), server)
    (tmp_path / "one.bundle").write_bytes(day.room.seal(day.bundle))
    (done,) = collector.take(tmp_path / "one.bundle")
    first = len(day.bundle.rows) + 1
    day.pc.office.journal.append(Event.APP_STOP, {})
    (tmp_path / "two.bundle").write_bytes(day.room.seal(handed_in(day.pc, first)))
    return day, collector, done


@pytest.fixture
def collector(day, tmp_path, server):
    return Collector(tmp_path / "register", material(day.room), server)


@pytest.fixture
def stick(day, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "one.bundle").write_bytes(day.room.seal(day.bundle))
    return folder


def told(done):
    return {one.file: (str(one.status), one.code) for one in done}


@pytest.mark.feature("g2")
def test_each_file_has_its_verdict_and_a_bad_one_stops_nothing(collector, stick, day):
    whole = (stick / "one.bundle").read_bytes()
    (stick / "0-cut.bundle").write_bytes(whole[:-9])
    (stick / "0-empty.bundle").write_bytes(b"")
    (stick / "0-list.bundle").write_bytes(b"[" * 5000)
    (stick / "0-bomb.zip").write_bytes(BOMB)
    other = day.room.seal(day.bundle)
    header, _, sealed = other.partition(b"\n")
    (stick / "deep").mkdir()
    (stick / "deep" / ".DS_Store").write_bytes(b"x")
    (stick / "deep" / "..=cmd()|x.bundle").write_bytes(header.replace(b'"from":1', b'"from":2') + b"\n" + sealed)
    done = told(collector.take(stick))
    assert done.pop("one.bundle") == ("accepted", "")
    assert {status for status, _ in done.values()} == {"refused"}
    assert {code for _, code in done.values()} == {"E_FORMAT", "E_UNSEAL", "E_ZIP"}
    assert len(done) == 5
    assert [one.staff_id for one in sittings_of(collector.db, XIAOYU.staff_id)] == [XIAOYU.staff_id]


def test_what_is_sealed_to_another_key_is_refused(day, tmp_path, stick):
    elsewhere = Collector(tmp_path / "other", material(day.room, keys=(SealingKey.generate(),)))
    assert told(elsewhere.take(stick)) == {"one.bundle": ("refused", "E_UNSEAL")}
    assert devices(elsewhere.db) == ()


@pytest.mark.feature("g3")
def test_the_same_file_twice_changes_nothing_under_any_name_and_in_any_wrapping(collector, stick, tmp_path):
    collector.take(stick)
    before = collector.dump()
    raw = (stick / "one.bundle").read_bytes()
    (stick / "again.bundle").write_bytes(raw)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("inside/one.bundle", raw)
    (stick / "all.zip").write_bytes(packed.getvalue())
    done = told(collector.take(stick))
    assert set(done.values()) == {("duplicate", "")}
    assert set(done) == {"one.bundle", "again.bundle", "all.zip/inside/one.bundle"}
    assert collector.dump() == before


def test_a_zip_of_bundles_is_taken_in_file_by_file(collector, stick, tmp_path):
    packed = tmp_path / "mail.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.bundle", (stick / "one.bundle").read_bytes())
        archive.writestr("b.bundle", b"rubbish")
    assert told(collector.take(packed)) == {
        "mail.zip/a.bundle": ("accepted", ""),
        "mail.zip/b.bundle": ("refused", "E_FORMAT"),
    }


@pytest.mark.parametrize("name", ["../x.bundle", "/etc/x.bundle", "C:x.bundle", "in.zip"])
def test_a_zip_whose_names_lead_elsewhere_is_refused_whole(collector, tmp_path, name):
    packed = tmp_path / "mail.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, b"x")
    ((status, code),) = told(collector.take(packed)).values()
    assert (status, code) in {("refused", "E_PATH"), ("refused", "E_ZIP")}


def test_the_next_bundle_of_a_device_is_held_against_the_kept_ones(going_on, tmp_path):
    day, collector, _ = going_on
    assert told(collector.take(tmp_path / "two.bundle"))["two.bundle"] == ("accepted", "")
    (device,) = devices(collector.db)
    assert device.size == len(day.bundle.rows)
    assert [one.serial for one in receivable(collector.db)] == [device.serial]


def test_a_fork_is_refused_and_what_was_there_stays(collector, stick, day):
    lines = day.told
    collector.take(stick)
    before = collector.dump()
    (stick / "fork.bundle").write_bytes(day.room.seal(forged(day.bundle, lines[:-1], day.pc.device)))
    assert told(collector.take(stick))["fork.bundle"][1] in {Code.FORK, Code.ROLLBACK}
    after = collector.dump()
    assert {name for name in before if before[name] != after[name]} == {"files"}


def test_a_score_that_is_not_true_is_refused_and_the_true_one_stands(collector, day, tmp_path):
    lines = day.told
    at = next(place for place, one in enumerate(lines) if one.event == "graded")
    result = {**lines[at].facts["result"], "score": 12000, "passed": True}
    changed = [*lines[:at], lines[at].saying(result=result), *lines[at + 1 :]]
    path = tmp_path / "x.bundle"
    path.write_bytes(day.room.seal(forged(day.bundle, changed, day.pc.device)))
    assert told(collector.take(path)) == {"x.bundle": ("refused", Code.SCORE)}
    (sitting,) = sittings_of(collector.db, XIAOYU.staff_id)
    assert (sitting.passed, sitting.accepted, sitting.codes.split()) == (False, False, [Code.SCORE, Code.NO_ANCHOR])
    (standing,) = standings_of(collector.db, "2026-11-29", XIAOYU.staff_id)
    assert standing.state == "in_review"
    assert receivable(collector.db) == ()


@pytest.mark.feature("e8")
def test_a_kept_bundle_with_one_flipped_byte_is_found(going_on, tmp_path):
    _, collector, done = going_on
    path = bundle_path(collector.path.parent, done.sha256)
    raw = bytearray(path.read_bytes())
    raw[-1] ^= 1
    path.write_bytes(raw)
    assert told(collector.take(tmp_path / "one.bundle", tmp_path / "two.bundle")) == {
        "one.bundle": ("duplicate", ""),
        "two.bundle": ("refused", "E_BUNDLE_ALTERED"),
    }
    with pytest.raises(BundleAltered):
        kept_bundle(collector.path.parent, done.sha256)


def test_a_kept_bundle_is_the_very_file_that_came(collector, stick):
    (done,) = collector.take(stick)
    assert bundle_path(collector.path.parent, done.sha256).read_bytes() == (stick / "one.bundle").read_bytes()
    assert file_of(collector.db, done.sha256).name == "one.bundle"


@pytest.mark.parametrize("text", ["TELE\0", "TELE\ud800"])
def test_a_forged_line_with_signs_that_no_database_keeps_stops_nothing(collector, stick, day, text):
    lines = day.told
    (begun,) = places(lines, Event.START)
    lines[begun] = lines[begun].saying(content=text)
    told_so = forged(
        day.bundle, lines, day.pc.device, encode=lambda facts, salt: escaped({**facts, "salt": salt.hex()})
    )
    (stick / "forged.bundle").write_bytes(day.room.seal(told_so))
    done = told(collector.take(stick))
    assert done["forged.bundle"][0] == "refused"
    assert len(done) == 2


def escaped(facts):
    """With every sign beyond ASCII as an escape: half a pair can be written no other way."""
    return json.dumps(facts, sort_keys=True, separators=(",", ":")).encode()


def test_a_mail_whose_attachment_is_named_with_the_sign_nul_is_taken_in(collector, day, tmp_path):
    head = (
        b"MIME-Version: 1.0\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
        b"Content-Disposition: attachment; filename*=utf-8''a%00b.bundle\r\n\r\n"
    )
    (tmp_path / "x.eml").write_bytes(head + encodebytes(day.room.seal(day.bundle)))
    (done,) = collector.take(tmp_path / "x.eml")
    assert (str(done.status), "\0" in done.file) == ("accepted", True)
    assert collector.take(tmp_path / "x.eml")[0].status is Status.DUPLICATE


def test_a_register_with_a_strange_trigger_is_not_opened(tmp_path):
    from exams.store.register_errors import RegisterForeign

    with closing(RegisterDb(tmp_path / "register.sqlite")) as db:
        db.write("CREATE TRIGGER more AFTER INSERT ON sittings BEGIN UPDATE sittings SET percent = 100; END")
    with pytest.raises(RegisterForeign):
        RegisterDb(tmp_path / "register.sqlite")


def test_a_name_that_is_no_unicode_is_taken_in_under_one_that_is(collector, tmp_path):
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / os.fsdecode(b"\xb1\xbe.bundle")).write_bytes(b"rubbish")
    (done,) = collector.take(folder)
    assert (done.file, done.code) == ("\ufffd\ufffd.bundle", "E_FORMAT")


def test_the_number_of_another_exams_certificate_is_found_and_both_sides_told(collector, day, tmp_path):
    from exams.desk.hr_tracker import conflicts_in
    from exams.register.loose_papers import matched
    from exams.register.outcome import CertificateRow, DeviceRow, Outcome
    from exams.store.register_rows import certificate_of, save_certificates, save_outcome

    first = CertificateRow("N-1", "s1", "T1", "BJ-WJ01", "TELE", 90, "2026-01-01", "2027-12-31")
    save_certificates(collector.db, [first])
    second = replace(first, sitting="s2", staff_id="T2")
    whole = Outcome("a" * 64, "D00000009", "BJ-WJ01", 1, 9, device=DeviceRow("D00000009", "BJ-WJ01", 9, "h", 0, 0))
    told = matched(replace(whole, certificates=(second,)), partial(certificate_of, collector.db))
    assert (str(told.status), told.code) == ("refused", "E_CERT_NUMBER")
    save_outcome(collector.db, "x.bundle", told)
    assert certificate_of(collector.db, "N-1") == first
    (conflict,) = conflicts_in(collector.db)
    assert (conflict.code, conflict.kept.about, conflict.other.about) == ("E_CERT_NUMBER", "N-1", "s2")
    assert matched(replace(whole, certificates=(first,)), partial(certificate_of, collector.db)).code == ""

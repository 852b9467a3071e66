"""A folder that is shared with HR: bundles there, receipts back, and nothing twice."""

import pytest

from exams.bundles.ack import Ack, receipt_name, sign_ack
from exams.bundles.bundle import read_header
from exams.desk.branch_errors import NotEnrolled
from exams.desk.sharing import TO_BRANCH, TO_HR, share
from exams.journal.line import Event, line_hash
from exams.store.database import open_database
from exams.store.journal_rows import JournalStore
from tests.exams.desk.enrolling import enrolled
from tests.exams.desk.head_office import APP, BRANCH


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "share").mkdir()
    return tmp_path / "share"


@pytest.fixture
def pc(hq):
    return enrolled(hq)


def look(hq, home, folder):
    return share(home, folder, APP, clock=hq.clock)


def receipt(hq, home, folder, serial, size):
    """HR has so many lines of this PC."""
    db = open_database(home)
    try:
        rows = {seq: raw for seq, raw, _ in JournalStore(db, hq.clock).rows()}
    finally:
        db.close()
    ack = Ack(serial, size, line_hash(rows[size]))
    place = folder / TO_BRANCH / BRANCH / receipt_name(ack)
    place.parent.mkdir(parents=True, exist_ok=True)
    with hq.desk() as desk:
        desk.signed_by_hr("receipts", {}, lambda key: place.write_bytes(sign_ack(ack, key)))
    return place


def event(hq, home):
    db = open_database(home)
    try:
        JournalStore(db, hq.clock).append(Event.PIN_SET, {"staff": "T1001", "by": "H3001"})
    finally:
        db.close()


@pytest.mark.feature("h5")
def test_a_bundle_goes_there_a_receipt_comes_back_and_what_hr_has_is_taken_away(hq, pc, folder):
    home, record = pc
    (written,) = look(hq, home, folder).written
    assert written.path.parent == folder / TO_HR
    assert read_header(written.path.read_bytes()).serial == record.serial
    receipt(hq, home, folder, record.serial, written.last)
    done = look(hq, home, folder)
    assert [one.error for one in done.arrivals] == [None]
    assert (done.written, done.removed) == ((), (written.path.name,))
    assert list((folder / TO_HR).iterdir()) == []


def test_looking_again_without_news_writes_nothing_however_often(hq, pc, folder):
    home, record = pc
    (first,) = look(hq, home, folder).written
    assert [look(hq, home, folder).written for _ in range(3)] == [(), (), ()]
    receipt(hq, home, folder, record.serial, first.last)
    assert [look(hq, home, folder).written for _ in range(3)] == [(), (), ()]
    event(hq, home)
    (second,) = look(hq, home, folder).written
    assert second.first == first.last + 1


def test_a_copy_that_was_cut_short_is_handed_in_again_and_taken_away_by_nobody(hq, pc, folder):
    home, _ = pc
    (first,) = look(hq, home, folder).written
    first.path.write_bytes(first.path.read_bytes()[:20])
    (second,) = look(hq, home, folder).written
    assert second.first == first.first
    assert first.path.exists()


def test_receipts_of_other_pcs_are_passed_over_and_rubbish_stops_nothing(hq, pc, folder):
    home, _ = pc
    place = folder / TO_BRANCH / BRANCH
    place.mkdir(parents=True)
    (place / "D00000009-7.receipt").write_bytes(b"{}")
    (place / "readme.docx").write_bytes(b"rubbish")
    done = look(hq, home, folder)
    assert (done.arrivals, len(done.written)) == ((), 1)


def test_a_pc_that_is_not_enrolled_hands_nothing_in(hq, folder):
    with pytest.raises(NotEnrolled):
        look(hq, hq.branch(), folder)
    assert list(folder.iterdir()) == []

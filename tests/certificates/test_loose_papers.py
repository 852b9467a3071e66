"""Certificates dropped by themselves: the register says whether it knows them, and never learns from them (g2, g3)."""

import zipfile
from dataclasses import replace

import pytest

from certificates.claims import LoosePapers
from exams.bundles.hr_trust import HrTrust
from exams.register.judging import Courses
from exams.register.outcome import CertificateRow
from exams.store.register_rows import certificate_of, file_of, save_certificates
from tests.certificates.authority import TODAY, authority
from tests.certificates.examples import a_person, a_sitting
from tests.exams.register.conftest import server
from tests.exams.register.room import Collector, Material

__all__ = ["server"]


@pytest.fixture
def issued(desk):
    made = desk.issue(a_sitting(), a_person())
    return made, desk.pdf(made.number)


@pytest.fixture
def collector(tmp_path, server):
    trust = HrTrust(keys=(), roots=(), now_wt=0)
    return Collector(tmp_path / "hr", Material(trust, Courses(), LoosePapers(authority().trust, TODAY)), server)


@pytest.fixture
def drop(tmp_path, issued):
    folder = tmp_path / "drop"
    (folder / "2026").mkdir(parents=True)
    (folder / "2026" / "王小雨.pdf").write_bytes(issued[1])
    return folder


def row_of(made):
    facts = made.facts
    return CertificateRow(
        made.number,
        facts.sitting,
        facts.staff_id,
        facts.branch_code,
        "TELE",
        facts.score,
        facts.issued.isoformat(),
        facts.valid_until.isoformat(),
    )


def told(done):
    return [(one.file, str(one.status), one.code, [found.code for found in one.findings]) for one in done]


@pytest.mark.feature("g2")
def test_a_certificate_whose_exam_has_not_come_is_named_and_counts_for_nothing(collector, drop, issued):
    assert told(collector.take(drop)) == [("2026/王小雨.pdf", "accepted", "", ["W_PAPER_UNKNOWN"])]
    before = collector.dump()
    assert before["certificates"] == before["holdings"] == []
    assert told(collector.take(drop)) == [("2026/王小雨.pdf", "accepted", "", ["W_PAPER_UNKNOWN"])]
    assert collector.dump() == before


@pytest.mark.feature("g3")
def test_one_that_the_register_knows_is_here_already(collector, drop, issued):
    collector.take(drop)
    save_certificates(collector.db, [row_of(issued[0])])
    (done,) = collector.take(drop)
    assert (str(done.status), done.code) == ("duplicate", "")
    assert file_of(collector.db, done.sha256).status == "duplicate"


@pytest.mark.feature("g3")
@pytest.mark.parametrize("other", [{"percent": 61}, {"staff_id": "T9999"}, {"until_day": "2099-01-01"}])
def test_one_that_says_something_else_is_refused_and_the_register_stands(collector, drop, issued, other):
    known = replace(row_of(issued[0]), **other)
    save_certificates(collector.db, [known])
    (done,) = collector.take(drop)
    assert (str(done.status), done.code) == ("refused", "E_PAPER_DIFFERS")
    assert done.findings[0].facts["field"] == next(iter(other))
    assert certificate_of(collector.db, known.number) == known


def test_an_altered_one_is_refused_also_out_of_a_zip(collector, tmp_path, issued):
    raw = bytearray(issued[1])
    raw[len(raw) // 2] ^= 1
    packed = tmp_path / "mail.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a/good.pdf", issued[1])
        archive.writestr("a/bad.pdf", bytes(raw))
        archive.writestr("a/none.pdf", b"%PDF-1.7 nothing")
    done = {one.file: (str(one.status), bool(one.code)) for one in collector.take(packed)}
    assert done == {
        "mail.zip/a/good.pdf": ("accepted", False),
        "mail.zip/a/bad.pdf": ("refused", True),
        "mail.zip/a/none.pdf": ("refused", True),
    }


def test_without_a_reader_none_is_believed(tmp_path, drop, collector):
    nobody = Collector(tmp_path / "other", replace(collector.material, papers=None))
    assert [one.code for one in nobody.take(drop)] == ["E_PAPER_UNREAD"]


def test_certificates_come_after_the_bundles_that_may_hold_them(tmp_path, drop, collector, issued):
    (drop / "z.bundle").write_bytes(b"rubbish")
    assert [one.file for one in collector.take(drop)] == ["z.bundle", "2026/王小雨.pdf"]


@pytest.mark.parametrize("server", ["sqlite"], indirect=True)
def test_a_judging_process_reads_them_too(tmp_path, drop, collector, issued):
    for number in range(5):
        (drop / f"{number}.bundle").write_bytes(b"rubbish %d" % number)
    assert told(collector.take(drop, processes=2))[-1][1:] == ("accepted", "", ["W_PAPER_UNKNOWN"])

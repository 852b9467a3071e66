"""Proofs for audit packs, out of the bundles that HR has taken in."""

from dataclasses import replace

import pytest

from certificates import read_claim
from certificates.audit.proofs import proof_line, proof_lines, prove
from exams import RoleName
from exams.bundles.bundle import Token
from exams.desk.hr_proofs import certificate_proofs
from exams.store.register_errors import BundleAltered
from exams.store.register_files import bundle_path
from tests.certificates.authority import authority
from tests.certificates.examples import some_facts
from tests.certificates.test_certificate_claims import NUMBER, branches, copied, device_of, fresh, passed, raw_of
from tests.exams.register.room import Collector, material

__all__ = ["branches", "copied", "fresh", "passed"]
SPAN = ("2026-01-01", "2026-12-31")


@pytest.fixture
def hr(passed, tmp_path):
    return Collector(tmp_path / "hr", material(passed.room, claims=read_claim))


def taken(hr, passed, folder, tokens):
    """HR has this day's bundle; gives its register."""
    (folder / "a.bundle").write_bytes(passed.room.seal(replace(passed.bundle, certificates=tokens)))
    (done,) = hr.take(folder / "a.bundle")
    assert done.code == ""
    return hr.db


def a_token(passed):
    facts = some_facts(sitting=passed.sitting.id, staff_id="T1001", score=100)
    return Token(passed.sitting.id, raw_of(facts, device_of(passed)))


def keys_of(day):
    return material(day.room, claims=read_claim).trust.keys


def test_a_certificate_proves_its_person_and_its_edition_by_code_and_start_record(hr, passed, tmp_path):
    db = taken(hr, passed, tmp_path, (a_token(passed),))
    (proof,) = certificate_proofs(db, keys_of(passed), SPAN)
    assert (proof.number, proof.branch, proof.is_whole) == (NUMBER, "BJ-WJ01", True)
    (tmp_path / "proofs.jsonl").write_bytes(proof_line(proof))
    (again,) = proof_lines(tmp_path / "proofs.jsonl")
    proved = prove(again, tuple(authority().ceremony.root().keys_of(RoleName.CA)[0].values()))
    assert (proved.claims.staff_id, proved.edition) == ("T1001", passed.sitting.content)


def test_a_certificate_whose_code_never_came_is_named_without_proof(hr, passed, tmp_path):
    db = taken(hr, passed, tmp_path, ())
    (proof,) = certificate_proofs(db, keys_of(passed), SPAN, ("BJ-WJ01",))
    assert (proof.number, proof.token, proof.is_whole) == (NUMBER, "", False)
    assert proof.start["staff"] == "T1001"


@pytest.mark.parametrize(
    ("span", "branches_asked"),
    [(("2020-01-01", "2026-11-23"), ()), (("2028-11-24", "2029-01-01"), ()), (SPAN, ("SH-PD02",))],
)
def test_what_held_on_no_day_of_the_span_or_elsewhere_is_left_out(hr, passed, tmp_path, span, branches_asked):
    db = taken(hr, passed, tmp_path, (a_token(passed),))
    assert list(certificate_proofs(db, keys_of(passed), span, branches_asked)) == []


def test_a_kept_bundle_that_was_altered_proves_nothing(hr, passed, tmp_path):
    db = taken(hr, passed, tmp_path, (a_token(passed),))
    ((sha256,),) = db.rows("SELECT sha256 FROM files")
    path = bundle_path(db.path.parent, sha256)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(BundleAltered):
        list(certificate_proofs(db, keys_of(passed), SPAN))

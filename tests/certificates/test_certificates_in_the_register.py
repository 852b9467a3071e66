"""A certificate on its way from a branch into HR's register: what its code says is what the register has."""

from dataclasses import replace

from certificates import read_claim
from exams.bundles.bundle import Token
from exams.register.validity import State
from exams.store.register_matrix import standings_of
from exams.store.register_rows import certificate_of, mark_revoked
from tests.certificates.examples import some_facts
from tests.certificates.test_certificate_claims import (
    NUMBER,
    branches,
    copied,
    device_of,
    fresh,
    passed,
    raw_of,
)
from tests.exams.register.conftest import server
from tests.exams.register.room import COURSE, Collector, material

__all__ = ["branches", "copied", "fresh", "passed", "server"]


def taken(day, folder, tokens, server=""):
    bundle = day.room.seal(replace(day.bundle, certificates=tokens))
    (folder / "in").mkdir()
    (folder / "in" / "a.bundle").write_bytes(bundle)
    collector = Collector(folder / "hr", material(day.room, claims=read_claim), server)
    (done,) = collector.take(folder / "in")
    assert done.code == ""
    return collector  # which closes its register when nobody holds it any more


def test_the_days_of_the_code_are_those_of_the_register(passed, tmp_path, server):
    facts = some_facts(sitting=passed.sitting.id, staff_id="T1001", score=100)
    collector = taken(passed, tmp_path, (Token(passed.sitting.id, raw_of(facts, device_of(passed))),), server)
    db = collector.db
    row = certificate_of(db, NUMBER)
    assert (row.sitting, row.staff_id, row.course, row.percent) == (passed.sitting.id, "T1001", COURSE, 100)
    assert (row.issued_day, row.until_day) == (facts.issued.isoformat(), facts.valid_until.isoformat())
    states = [standings_of(db, day, "T1001")[0].state for day in (row.until_day, "2099-01-01")]
    assert states == [State.VALID, State.EXPIRED]
    assert mark_revoked(db, NUMBER.__eq__) == 1
    assert standings_of(db, row.until_day, "T1001")[0].state == State.REVOKED


def test_without_a_code_it_is_valid_for_two_years_from_the_day_of_the_exam(passed, tmp_path):
    collector = taken(passed, tmp_path, ())
    db = collector.db
    row = certificate_of(db, NUMBER)
    assert (row.issued_day, row.until_day) == ("2026-11-24", "2028-11-23")

"""What cannot both be true: one person's try on two PCs (security 10, C10), two stories of one PC; both sides told."""

import pytest

from exams.desk.hr_memory import RegisterMemory
from exams.desk.hr_tracker import conflicts_in
from exams.register.judging import judge
from exams.register.outcome import Status
from exams.store.register_rows import file_of
from tests.benchmarks.judging import PACK, SESSION, Branch
from tests.exams.bundles.conftest import branches, copied, day
from tests.exams.bundles.forging import forged
from tests.exams.register.conftest import SERVER
from tests.exams.register.room import COURSE, Collector, material, material_of

__all__ = ["branches", "copied", "day"]
FIRST, SECOND = "D00000001", "D10000001"
"""Their people have the same staff ids."""
ONE_ON_A_SERVER = pytest.param(*SERVER.values, 1, marks=SERVER.marks)


@pytest.fixture(scope="module")
def twins(tmp_path_factory):
    """Two PCs on which the same person has sat the same try, and four that have nothing to do with it."""
    folder, house = tmp_path_factory.mktemp("twins"), Branch()
    for serial in (FIRST, SECOND, "D00000002", "D00000003", "D00000004", "D00000005"):
        (folder / f"{serial}.bundle").write_bytes(Branch(serial, house).hand_in(1))
    return folder, material_of(house.trust(), {PACK: COURSE}, {SESSION: "A"})


@pytest.mark.feature("g3")
@pytest.mark.parametrize(("server", "processes"), [("sqlite", 1), ("sqlite", 2), ONE_ON_A_SERVER], indirect=["server"])
def test_one_try_too_many_on_another_pc_is_found_whoever_judges_at_once(twins, tmp_path, server, processes):
    folder, judged_by = twins
    collector = Collector(tmp_path, judged_by, server)
    done = {one.serial: one.code for one in collector.take(folder, processes=processes)}
    kept, other = (SECOND, FIRST) if server else (FIRST, SECOND)  # a server's collectors go by shares of the devices
    assert done[kept] == ""
    assert done[other] == "E_TOO_MANY_ATTEMPTS"
    assert sum(code == "" for code in done.values()) == 5
    (conflict,) = conflicts_in(collector.db)
    assert (conflict.kept.serial, conflict.other.serial, conflict.staff_id) == (kept, other, "000100001")


def test_a_judgement_counts_only_while_what_it_rested_on_stands(twins, tmp_path, server):
    folder, judged_by = twins
    collector = Collector(tmp_path, judged_by, server)
    memory = RegisterMemory(collector.db, judged_by.trust)
    outcome = judge((folder / f"{SECOND}.bundle").read_bytes(), memory, judged_by.courses)
    collector.take(folder / "D00000002.bundle")
    assert memory.is_current(outcome.seen)
    assert outcome.code == ""
    collector.take(folder / f"{FIRST}.bundle")
    assert not memory.is_current(outcome.seen)
    assert judge((folder / f"{SECOND}.bundle").read_bytes(), memory, judged_by.courses).code == "E_TOO_MANY_ATTEMPTS"


@pytest.mark.feature("g3")
def test_another_story_of_a_pc_is_shown_beside_the_kept_one(day, tmp_path, server):
    collector = Collector(tmp_path / "hr", material(day.room), server)
    (tmp_path / "kept.bundle").write_bytes(day.room.seal(day.bundle))
    (tmp_path / "other.bundle").write_bytes(day.room.seal(forged(day.bundle, day.told[:-1], day.pc.device)))
    collector.take(tmp_path / "kept.bundle")
    (done,) = collector.take(tmp_path / "other.bundle")
    assert done.status is Status.REFUSED
    assert not file_of(collector.db, done.sha256).kept
    (conflict, *_) = conflicts_in(collector.db)
    assert (conflict.kept.file, conflict.other.file, conflict.code) == ("kept.bundle", "other.bundle", done.code)

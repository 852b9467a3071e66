"""A session's slot opened with its code, at the work that headquarters uses: slow on purpose, once a session."""

from exams.packs.blobs import new_cek
from exams.packs.codes import TypedCode, new_code
from exams.packs.kdf import Kdf
from exams.packs.slots import Lock, SessionPlan, SlotPurpose, make_slots, open_slot
from tests.benchmarks.measure import Measured, median_ms, seconds_of

NOW = 1_795_000_000_000
_PLAN = SessionPlan("S0000000A", "BJ-WJ01", "A", NOW, NOW + 3_600_000)


def opening(rounds: int) -> Measured:
    """From the typed code to both content keys of a `with-unlock` pack."""
    code = new_code()
    locks = {purpose: Lock(code, new_cek()) for purpose in SlotPurpose}
    slots = make_slots("DEMO", 1, _PLAN, locks)

    def opened() -> None:
        typed = TypedCode(code)
        for slot in slots:
            open_slot(slot, slot.context("DEMO", 1), typed)

    times = [seconds_of(opened) for _ in range(rounds)]
    work = Kdf()
    note = f"wanted: 1 to 3 s; Argon2id with {work.memory_kib // 1024} MiB, {work.passes} passes"
    return Measured("session unlocked", median_ms(times), rounds, note=note)

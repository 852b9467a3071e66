"""The whole way from headquarters to a demonstration branch, walked in one home: keys, a pack, sessions, slots."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from exams.accounts.person import Branch
from exams.content.parts import Parts
from exams.desk.branch_desk import open_branch
from exams.desk.enrolment import open_enrolment
from exams.desk.hq_desk import HqDesk, open_hq, set_up_hq
from exams.desk.hq_devices import Approval
from exams.desk.hq_files import PackPlan
from exams.desk.hq_keys import HqWork
from exams.devices.papers import PaperMaker
from exams.packs.briefs import NO_RULES, RoomRules
from exams.packs.slots import SlotPurpose
from exams.store.hq_rows import HqSession
from exams.timing.clock import Clock

PACK = "DEMO"
DEVICE = "DDEM00001"
PASSPHRASE = "demonstration"  # noqa: S105  # told to everybody
SESSIONS = ("SDEM00001", "SDEM00002", "SDEM00003")
STRICT = RoomRules(start_code=True, earliest_ms=10 * 60_000)
"""The last session shows what a start code is; the others begin with the room code alone."""
LEAST_WORK = HqWork(memory_kib=65_536, key_passes=1)
"""A demonstration's codes and passphrase are no secret, and its computer may be slow."""

_APP = "0.1.0"
_DAY_MS = 86_400_000
_BEFORE, _AFTER = 7 * _DAY_MS, 300 * _DAY_MS


@dataclass(frozen=True, slots=True)
class Chain:
    """What was made: the pack by name, and the code that opens each session, as printed."""

    pack: str
    codes: Mapping[str, str]


def make_chain(
    home: Path,
    parts: Parts,
    branch: Branch,
    clock: Clock,
    *,
    hq_home: Path | None = None,
    papers: PaperMaker | None = None,
) -> Chain:
    """Set up headquarters in the home of a branch, publish `DEMO` 1, enrol the PC, take in what a stick would bring.

    The caller sees to it that nobody else has the home open. Costs a few seconds.
    """
    now = clock.now().wt // 1000 * 1000
    stick = home / "stick"
    stick.mkdir(parents=True, exist_ok=True)
    try:
        with set_up_hq(
            hq_home or home, lambda _key, _new: PASSPHRASE, "demonstration", work=LEAST_WORK, clock=clock
        ) as desk:
            _take_in(home, desk.root_files(), clock)
            _enrol(home, desk, branch, clock, papers)
            codes = _publish(desk, stick, parts, branch.code, now)
            _take_in(home, [desk.revocation_path, *sorted(stick.iterdir())], clock)
            desk.keep_packs(sorted(stick.glob("*.pack")))
    finally:
        shutil.rmtree(stick, ignore_errors=True)
    return Chain(f"{PACK}-1", codes)


def open_demonstration_hq(home: Path, clock: Clock) -> HqDesk:
    """The desk of a demonstration's headquarters, whose passphrase everybody knows; raises `NoHq`."""
    return open_hq(home, lambda _key, _new: PASSPHRASE, "demonstration", clock)


def _take_in(home: Path, files: Sequence[Path], clock: Clock) -> None:
    with open_branch(home, _APP, clock) as desk:
        for arrival in desk.install(files):
            if arrival.error is not None:
                raise arrival.error


def _enrol(home: Path, desk: HqDesk, branch: Branch, clock: Clock, papers: PaperMaker | None) -> None:
    with open_enrolment(home, clock) as pc:
        asked = pc.ask(branch.code, branch.names["zh"])
        approved = desk.enrol(asked.raw, told=Approval(branch.code, asked.fingerprint, DEVICE, papers))
        pc.take_in(approved.raw, branch)


def _publish(desk: HqDesk, stick: Path, parts: Parts, branch: str, now: int) -> dict[str, str]:
    plan = PackPlan(PACK, 1, not_before_wt=now - _BEFORE, expires_wt=now + 2 * _AFTER, app=_APP, demonstration=True)
    desk.publish(parts, stick / f"{PACK}-1.pack", plan)
    for session in SESSIONS:
        rules = STRICT if session == SESSIONS[-1] else NO_RULES
        desk.add_session(HqSession(session, branch, PACK, "", now - _BEFORE, now + _AFTER, rules))
    desk.write_slots(stick / f"{PACK}-1.slots", PACK)
    return {session: desk.release(session, SlotPurpose.ITEMS).code for session in SESSIONS}

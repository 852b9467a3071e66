"""Headquarters' desk: keys and roots, packs, sessions, one code per release, withdrawals; every act in its log."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from exams.accounts.roles import VALID_DAYS, RoleCertificate
from exams.bundles.hr_trust import ClaimReader, Granted
from exams.bundles.study_rules import StudyRules
from exams.bundles.verdict import Verdict
from exams.content.parts import Parts
from exams.desk.audit_sources import AuditSources, audit_sources
from exams.desk.hq_devices import UNTOLD, Approval, Approved, Inspected, enrol_device, inspect_request
from exams.desk.hq_diff import diff_packs
from exams.desk.hq_errors import HqExists, NoHq
from exams.desk.hq_files import PackPlan, PrintedPack, publish_pack
from exams.desk.hq_home import Hq, Passphrases
from exams.desk.hq_keys import USUAL_WORK, HqWork, key_path, newest_key, save_work, signing_key
from exams.desk.hq_overrides import granted_minutes, override_by_phone
from exams.desk.hq_people import certify, reset_by_file, reset_by_phone, write_reset_desk
from exams.desk.hq_programs import sign_program
from exams.desk.hq_receipts import Made, signed_by_hr, write_receipt, write_study_rules
from exams.desk.hq_refresh import Refreshed, refresh_hq
from exams.desk.hq_revoking import revoke, write_revocations
from exams.desk.hq_roots import RootChange, RootFile, adopt, make_first_root, rotate
from exams.desk.hq_sessions import Released, add_session, newest_pack, release, write_slots
from exams.desk.hq_status import status_document
from exams.desk.hq_trust import hr_keys, write_trust
from exams.desk.hr_issuing import CourseFacts, course_facts
from exams.desk.hr_material import Material, PlannedSession, add_packs, gather_material, planned_sessions
from exams.packs.diff import PackDiff
from exams.packs.kdf import Kdf, check_kdf
from exams.packs.slot_file import SlotFile
from exams.packs.slots import SlotPurpose
from exams.store.errors import HomeReadOnly
from exams.store.home import HomeLock
from exams.store.hq_database import has_hq, hq_folder, open_hq_database
from exams.store.hq_log import LogLine, first_break, log_lines
from exams.store.hq_rows import HqSession, all_keys, hq_sessions
from exams.timing.clock import Clock, SystemClock
from exams.trust.keys import SigningKey
from exams.trust.revocation import Revocations
from exams.trust.root import RoleName
from exams.updates.release import Release


class HqDesk:
    """Holds the lock of the folder `hq` while it is open; close it, or use it in a `with` block."""

    def __init__(self, hq: Hq, lock: HomeLock) -> None:
        self._hq = hq
        self._lock = lock

    def status(self) -> dict[str, object]:
        """The shape of `academy hq status --json`."""
        return status_document(self._hq)

    def log(self, act: str = "", session: str = "") -> tuple[LogLine, ...]:
        """Who did what when; with `act` or `session` only theirs."""
        return log_lines(self._hq.db, act, session)

    def log_broken_at(self) -> int:
        """The number of the first line that was altered; 0 where the log is whole."""
        return first_break(self._hq.db)

    def rotate(self, change: RootChange, key_files: Sequence[Path] = ()) -> RootFile:
        """The next root; in force at once where enough holders signed it, else a draft."""
        return rotate(self._hq, change, key_files)

    def adopt(self, draft: Path) -> RootFile:
        """Put a root that the holders have signed in force; while it wants signatures it stays a draft."""
        return adopt(self._hq, draft)

    def publish(self, parts: Parts, out: Path, plan: PackPlan | None = None) -> PrintedPack:
        """Seal, sign, write, and open again as a branch would; nothing is left where that fails."""
        return publish_pack(self._hq, parts, out, plan or PackPlan())

    def diff(self, old: Path, new: Path, *, sealed: bool = False) -> PackDiff:
        """What changed from one pack to another; the sealed items only with the desk key."""
        return diff_packs(self._hq, old, new, sealed=sealed)

    def add_session(self, session: HqSession) -> HqSession:
        """PackPlan a session and make its codes; an empty pack means the one published last."""
        return add_session(self._hq, session)

    def sessions(self, pack: str = "") -> tuple[HqSession, ...]:
        """By the time they begin; with `pack` only its own."""
        return hq_sessions(self._hq.db, pack)

    def newest_pack(self, pack: str = "") -> tuple[str, int]:
        """Name and version; raises `PackUnknown`."""
        row = newest_pack(self._hq, pack)
        return row.pack, row.version

    def write_slots(
        self, out: Path, pack: str = "", branch: str = "", told: Callable[[int], None] = lambda _: None
    ) -> SlotFile:
        """The slot file of a pack's newest version, of all branches or of one."""
        return write_slots(self._hq, out, pack, branch, told)

    def release(self, session: str, purpose: SlotPurpose, anchor: str = "") -> Released:
        """One code, written down with who and when before it is told."""
        return release(self._hq, session, purpose, anchor)

    def inspect(self, request: bytes) -> Inspected:
        """What a branch PC's request says, and its fingerprint to compare."""
        return inspect_request(self._hq, request)

    def enrol(self, request: bytes, out: Path | None = None, told: Approval = UNTOLD) -> Approved:
        """Sign the record that answers a request; a known device's is a renewal."""
        return enrol_device(self._hq, request, out, told)

    def certify(self, request: bytes, out: Path | None = None, days: int = VALID_DAYS) -> RoleCertificate:
        """Sign the role that a branch asks for one of its people."""
        return certify(self._hq, request, out, days)[0]

    def reset_by_phone(self, challenge: str) -> str:
        """The code that sets a lost PIN anew, to be read out."""
        return reset_by_phone(self._hq, challenge)

    def override(self, challenge: str) -> str:
        """The code that adds minutes above a branch's limit, to be read out."""
        return override_by_phone(self._hq, challenge)

    def granted(self) -> Mapping[str, Granted]:
        """Minutes granted so, by nonce: what HR holds bundles against."""
        return granted_minutes(self._hq)

    def reset_by_file(self, challenge: str, out: Path) -> Path:
        """The same as a signed file."""
        return reset_by_file(self._hq, challenge, out)

    def write_reset_desk(self, out: Path) -> Path:
        """The file that lets branches understand such codes."""
        return write_reset_desk(self._hq, out)

    def revoke(self, kind: str, name: str, out: Path | None = None) -> Revocations:
        """Withdraw a pack, a device, a session or a role certificate."""
        return revoke(self._hq, kind, name, out)

    def enter_bank(self) -> None:
        """Open the `pack` key, whose holder may change the question bank, and write down who did."""
        signing_key(self._hq, newest_key(self._hq, RoleName.PACK))
        self._hq.write_down("bank")

    def sign_program(self, files: Sequence[Path], version: str, out: Path) -> Release:
        """The signed list of a release's files, by which branches take a newer program in."""
        return sign_program(self._hq, files, version, out)

    def root_files(self) -> tuple[Path, ...]:
        """The files of all roots in order: what a branch is set up with."""
        count = len(self._hq.root_files())
        return tuple(self._hq.roots_folder / f"{version}.json" for version in range(1, count + 1))

    @property
    def revocation_path(self) -> Path:
        """Where the signed list of what was withdrawn lies."""
        return self._hq.folder / "revocation.json"

    def receipt(self, verdict: Verdict, folder: Path) -> Path:
        """HR's receipt for a bundle that was accepted; raises `ReceiptRefused`."""
        return write_receipt(self._hq, verdict, folder)

    def write_study_rules(self, rules: StudyRules, out: Path) -> StudyRules:
        """HR's rules of learning, for branches to take in."""
        return write_study_rules(self._hq, rules, out)

    def signed_by_hr(self, act: str, about: Mapping[str, object], sign: Callable[[SigningKey], Made]) -> Made:
        """What `sign` makes with HR's key, once the act is in the log."""
        return signed_by_hr(self._hq, act, about, sign)

    def hr_material(self, packs: Sequence[Path] = (), claims: ClaimReader | None = None) -> Material:
        """What bundles are judged with; `packs` are kept for every later time. Opens `hr_seal` and `desk`."""
        add_packs(self._hq, packs)
        return gather_material(self._hq, self._hq.packs_folder, claims)

    def refresh(self, folder: Path) -> Refreshed:
        """HR's copy of this folder becomes a newer one, whole or not at all; opens no key."""
        return refresh_hq(self._hq, folder)

    def keep_packs(self, packs: Sequence[Path]) -> None:
        """Packs that HR judges by from now on; raises as `hr_material`, and opens no key."""
        add_packs(self._hq, packs)

    def audit_sources(self) -> AuditSources:
        """What an audit pack is made of here. Opens `hr_seal`."""
        return audit_sources(self._hq, self._hq.packs_folder)

    def course_facts(self) -> Mapping[str, CourseFacts]:
        """What HR's certificates say of courses, by the digest of the pack; opens no key."""
        return course_facts(self._hq, self._hq.packs_folder)

    def planned_sessions(self) -> tuple[PlannedSession, ...]:
        """Every session with the moment its code was first given out."""
        return planned_sessions(self._hq)

    def hr_keys(self) -> tuple[bytes, ...]:
        """Public keys of the `hr` role under any root."""
        return hr_keys(self._hq)

    @property
    def standing_folder(self) -> Path:
        """Where HR's lists of certificates lie."""
        return self._hq.folder / "standing"

    def write_trust(self, folder: Path) -> Path:
        """All roots and withdrawals, for whoever verifies certificates."""
        return write_trust(self._hq, folder)

    def close(self) -> None:
        """Let go of the database and the folder."""
        self._hq.db.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_hq(home: Path, passphrase: Passphrases, who: str, clock: Clock | None = None) -> HqDesk:
    """The desk of a headquarters that was set up before; raises `NoHq`, `HomeBusy` or the classes of `store.errors`."""
    if not has_hq(home):
        raise NoHq(home=str(home), reason="hr" if (home / "hr").is_dir() else "")
    return HqDesk(*_opened(home, passphrase, who, clock))


def set_up_hq(  # what a headquarters is founded with
    home: Path,
    passphrase: Passphrases,
    who: str,
    *,
    holders: Sequence[Path] = (),
    work: HqWork = USUAL_WORK,
    clock: Clock | None = None,
) -> HqDesk:
    """All keys, root 1, an empty list of withdrawals; raises `HqExists`, and where anything fails nothing is left.

    `holders` are the folders of the root keys, by default below `hq/keys`. Raises `KdfRefused` for work out of range.
    """
    if has_hq(home):
        raise HqExists(home=str(home))
    check_kdf(Kdf(work.memory_kib))
    try:
        hq_folder(home).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HomeReadOnly(home=str(home), detail=error.strerror or "") from error
    hq, lock = _opened(home, passphrase, who, clock)
    try:
        save_work(hq, work)
        root = make_first_root(hq, holders)
        write_revocations(hq, Revocations(version=1))
        hq.write_down("init", root=root.version, keys=[row.keyid for row in all_keys(hq.db)])
    except BaseException:
        _take_back(hq, lock)
        raise
    return HqDesk(hq, lock)


def _opened(home: Path, passphrase: Passphrases, who: str, clock: Clock | None) -> tuple[Hq, HomeLock]:
    folder = hq_folder(home)
    lock = HomeLock(folder)
    try:
        return Hq(folder, open_hq_database(home), clock or SystemClock(), who, passphrase), lock
    except BaseException:
        lock.release()
        raise


def _take_back(hq: Hq, lock: HomeLock) -> None:
    """Half a headquarters is none: its folder goes, and the key files that lie elsewhere."""
    for row in all_keys(hq.db):
        key_path(hq, row).unlink(missing_ok=True)
    hq.db.close()
    lock.release()
    shutil.rmtree(hq.folder, ignore_errors=True)

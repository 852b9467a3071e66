"""Headquarters' key files: each pair is made, opened for one act, and never kept (security design, section 9)."""

from dataclasses import dataclass
from pathlib import Path

from exams.accounts.resets import sign_desk
from exams.desk.hq_errors import KeyNotHere
from exams.desk.hq_home import Hq, put_file
from exams.store.hq_rows import KeyRow, all_keys, save_hq_setting, save_key
from exams.trust.errors import KeyFileSpoilt
from exams.trust.key_files import AnyKey, KeyCost, read_key_file, write_key_file
from exams.trust.keys import SealingKey, SigningKey, key_id
from exams.trust.pdf_root import pdf_root_keyid
from exams.trust.root import RoleName, Root
from exams.trust.rsa_keys import RsaKey

ROOT_HOLDERS, ROOT_THRESHOLD = 3, 2
DESK, HR_SEAL, RECOVERY, PDF = "desk", "hr_seal", "recovery", "pdf"
SIGNING = tuple(role.value for role in RoleName)
SEALING = (DESK, HR_SEAL, RECOVERY)


@dataclass(frozen=True, slots=True)
class HqWork:
    """Argon2id's work from the founding on: memory of key files and slots, passes of key files (slots take 3)."""

    memory_kib: int = 262_144
    key_passes: int = 3


USUAL_WORK = HqWork()


def save_work(hq: Hq, work: HqWork) -> None:
    """Kept with the headquarters."""
    save_hq_setting(hq.db, "kdf_memory_kib", str(work.memory_kib))
    save_hq_setting(hq.db, "key_passes", str(work.key_passes))


def work_of(hq: Hq) -> HqWork:
    """As it was founded with."""
    settings = hq.settings()
    return HqWork(int(settings["kdf_memory_kib"]), int(settings["key_passes"]))


def make_key(hq: Hq, role: str, folder: Path | None = None) -> AnyKey:
    """A new pair for a role: its file lies in `folder`, its row is written, its private half is the caller's to use.

    Named `pack`, then `pack-2`; the holders of the root are counted from `root-1`.
    """
    name, work = _free_name(hq, role), work_of(hq)
    key = _generated(role)
    keys = hq.folder / "keys"
    path = (folder or (keys / name if role == RoleName.ROOT else keys)) / f"{name}.key"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_key_file(path, key, name, hq.passphrase(name, True), KeyCost(work.memory_kib, work.key_passes))
    save_key(hq.db, KeyRow(name, role, key.keyid, key.public, _told(hq, path), hq.now_wt()))
    if role == RoleName.RESET and isinstance(key, SigningKey):
        put_file(_desk_file(hq, key.keyid), sign_desk(key))
    return key


def key_path(hq: Hq, row: KeyRow) -> Path:
    """Where its file lies, or lay when it was made: below `hq` wherever that is now, or where a holder keeps it."""
    return hq.folder / row.path


def key_row(hq: Hq, name: str) -> KeyRow:
    """The row of this name; raises `KeyNotHere`."""
    found = [row for row in all_keys(hq.db) if row.name == name]
    if not found:
        raise KeyNotHere(name=name, path="")
    return found[0]


def newest_key(hq: Hq, role: str) -> KeyRow:
    """The key of a role that the root in force names, the last one added; raises `KeyNotHere`."""
    named = named_keys(hq.root())
    rows = [row for row in all_keys(hq.db, role) if row.keyid in named or role == DESK]
    if not rows:
        raise KeyNotHere(name=role, path="")
    return rows[-1]


def signing_key(hq: Hq, row: KeyRow, path: Path | None = None) -> SigningKey:
    """Opened from its file, or from `path` where its holder plugged it in."""
    key = _opened(hq, row, path)
    if not isinstance(key, SigningKey):
        raise KeyFileSpoilt(detail="kind")
    return key


def reset_desk(hq: Hq) -> bytes:
    """What lets branches understand codes read out, made with the newest `reset` key; its passphrase is not asked.

    Raises `KeyNotHere` where it is missing.
    """
    row = newest_key(hq, RoleName.RESET)
    file = _desk_file(hq, row.keyid)
    if not file.is_file():
        raise KeyNotHere(name=row.name, path=str(file))
    return file.read_bytes()


def sealing_key(hq: Hq, row: KeyRow) -> SealingKey:
    """Opened from its file."""
    key = _opened(hq, row, None)
    if not isinstance(key, SealingKey):
        raise KeyFileSpoilt(detail="kind")
    return key


def pdf_key(hq: Hq, row: KeyRow) -> RsaKey:
    """Opened from its file."""
    key = _opened(hq, row, None)
    if not isinstance(key, RsaKey):
        raise KeyFileSpoilt(detail="kind")
    return key


def named_keys(root: Root) -> set[str]:
    """The names of all keys that a root names, whatever they are for."""
    pdf = {pdf_root_keyid(root.pdf_root)} if root.pdf_root else set()
    return {*root.keys, key_id(root.hr_seal), key_id(root.recovery), *pdf}


def _generated(role: str) -> AnyKey:
    if role == PDF:
        return RsaKey.generate()
    return SealingKey.generate() if role in SEALING else SigningKey.generate()


def _opened(hq: Hq, row: KeyRow, path: Path | None) -> AnyKey:
    file = path or key_path(hq, row)
    if not file.is_file():
        raise KeyNotHere(name=row.name, path=str(file))
    key = read_key_file(file, hq.passphrase(row.name, False))
    if key.keyid != row.keyid:
        raise KeyFileSpoilt(detail="keyid")
    return key


def _desk_file(hq: Hq, keyid: str) -> Path:
    """Nothing secret: it goes to every branch."""
    return hq.folder / "desks" / f"{keyid}.reset"


def _told(hq: Hq, path: Path) -> str:
    return path.relative_to(hq.folder).as_posix() if path.is_relative_to(hq.folder) else str(path.absolute())


def _free_name(hq: Hq, role: str) -> str:
    count = len(all_keys(hq.db, role)) + 1
    return role if count == 1 and role != RoleName.ROOT else f"{role}-{count}"

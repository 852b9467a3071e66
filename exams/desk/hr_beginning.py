"""A PC of HR begins: headquarters' trust, an empty register, and which of HR's keys lie here."""

from dataclasses import dataclass
from pathlib import Path

from exams.desk.branch_errors import FileUnreadable
from exams.desk.hq_keys import DESK, HR_SEAL
from exams.desk.hr_register import open_register, register_path
from exams.store.hq_database import has_hq, hq_folder, open_hq_database
from exams.store.hq_rows import all_keys
from exams.store.trust_files import begin_trust, load_trust, root_files, save_trust
from exams.trust.root import RoleName
from exams.trust.state import follow_roots, heed_revocations

HR_KEYS = (RoleName.HR.value, HR_SEAL, DESK)
"""What HR signs with, what bundles are sealed to, and what opens the packs that they are judged by."""


@dataclass(frozen=True, slots=True)
class HrBeginning:
    """What stands now; `missing` names roles of HR that no key file lies here for."""

    register: Path
    root_version: int
    missing: tuple[str, ...]


def begin_hr(home: Path, trust: Path) -> HrBeginning:
    """Believe the headquarters of a trust folder and make the register; the same call again changes nothing.

    Raises `TrustSpoilt` for a folder that does not hold together or where this home believes another headquarters,
    `FileUnreadable`, `RegisterForeign`, `HomeBusy` or disk trouble.
    """
    version = _take_trust(home, trust)
    path = register_path(home)
    with open_register(path):
        pass
    return HrBeginning(path, version, _missing(home))


def _take_trust(home: Path, trust: Path) -> int:
    load_trust(trust)
    first, *later = root_files(trust)
    state = follow_roots(begin_trust(home, first), later)
    file = trust / "trust" / "revocation.json"
    try:
        withdrawn = file.read_bytes() if file.exists() else None
    except OSError as error:
        raise FileUnreadable(file=file.name, detail=error.strerror or "") from error
    if withdrawn is not None:
        state = heed_revocations(state, withdrawn)
    save_trust(home, state, later, withdrawn)
    return state.root.version


def _missing(home: Path) -> tuple[str, ...]:
    if not has_hq(home):
        return HR_KEYS
    db = open_hq_database(home)
    try:
        here = {row.role for row in all_keys(db) if (hq_folder(home) / row.path).is_file()}
    finally:
        db.close()
    return tuple(role for role in HR_KEYS if role not in here)

"""Headquarters' trust as a folder that anybody may hold: all roots and the list of withdrawals, nothing secret."""

from pathlib import Path

from exams.desk.hq_errors import FileNotWritten
from exams.desk.hq_home import Hq, put_file
from exams.desk.hq_revoking import revocation_file
from exams.desk.hq_roots import pdf_root_file
from exams.store.trust_files import begin_trust, save_trust
from exams.trust.root import RoleName
from exams.trust.state import follow_roots, heed_revocations


def write_trust(hq: Hq, folder: Path) -> Path:
    """Begin `folder/trust`, or bring one that was begun before up to date; `root.pem` is for readers of PDF files.

    Raises `TrustSpoilt` where another headquarters' lies there, and `FileNotWritten`.
    """
    first, *later = hq.root_files()
    withdrawn = revocation_file(hq)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileNotWritten(path=str(folder), detail=error.strerror or "") from error
    state = follow_roots(begin_trust(folder, first), later)
    save_trust(folder, heed_revocations(state, withdrawn), later, withdrawn)
    put_file(folder / "root.pem", pdf_root_file(hq).read_bytes())
    return folder


def hr_keys(hq: Hq) -> tuple[bytes, ...]:
    """Public keys of the `hr` role under any root."""
    return tuple(key for root in hq.roots() for key in root.keys_of(RoleName.HR)[0].values())

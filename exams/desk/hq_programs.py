"""Headquarters signs a release of the program: one list of its files for every kind of PC."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from exams.desk.hq_errors import FileNotWritten
from exams.desk.hq_home import Hq, put_file
from exams.desk.hq_keys import newest_key, signing_key
from exams.packs.manifest import PackedFile
from exams.trust.root import RoleName
from exams.updates.release import Release, sign_release


def sign_program(hq: Hq, files: Sequence[Path], version: str, out: Path) -> Release:
    """Write the signed list of these files; raises `FileNotWritten`, `NotStrict` (version) or `BadPath` (name)."""
    try:
        listed = {path.name: PackedFile(path.stat().st_size, _sha256(path)) for path in files}
    except OSError as error:
        raise FileNotWritten(path=str(error.filename), detail=error.strerror or "") from error
    release = Release(version, hq.now_wt() // 1000 * 1000, listed)
    put_file(out, sign_release(release, signing_key(hq, newest_key(hq, RoleName.PROGRAM))))
    hq.write_down("program", version=version, files=len(listed))
    return release


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

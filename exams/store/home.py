"""The home folder of one installation: where it is, what lies in it, and that only one process works in it."""

import os
import sys
from pathlib import Path
from typing import IO

from exams.store.errors import HomeBusy, HomeOnNetwork, HomeReadOnly

FOLDERS = ("packs", "certificates", "backups", "logs")
_NETWORK_TYPES = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs", "ncpfs"})


def prepare_home(home: Path) -> None:
    """Make the folders; raises `HomeOnNetwork` or `HomeReadOnly` before anything is written."""
    if on_network(home):
        raise HomeOnNetwork(home=str(home))
    try:
        for name in FOLDERS:
            (home / name).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HomeReadOnly(home=str(home), detail=error.strerror or "") from error


def on_network(home: Path, mounts: str | None = None) -> bool:
    """True for UNC paths, Windows' network drives and Linux' network mounts; write-ahead logs do not work there."""
    if sys.platform == "win32":
        import ctypes

        drive = home.resolve().drive
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == 4
    table = Path("/proc/mounts").read_text("utf-8") if mounts is None else mounts
    return _mount_type(home.resolve(), table) in _NETWORK_TYPES


def _mount_type(path: Path, table: str) -> str:
    best, kind = "", ""
    for row in table.splitlines():
        fields = row.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ")
        if path.is_relative_to(point) and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind


def _lock_file(home: Path) -> IO[bytes]:
    try:
        return (home / ".lock").open("ab")
    except OSError as error:
        raise HomeReadOnly(home=str(home), detail=error.strerror or "") from error


class HomeLock:
    """Held while a process may write; the system lets go of it when the process ends, however it ends.

    Raises `HomeBusy` where another holds it, `HomeReadOnly` where the home cannot be written.
    """

    def __init__(self, home: Path) -> None:
        self._file: IO[bytes] | None = _lock_file(home)
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            self._file = None
            raise HomeBusy(home=str(home)) from error

    def release(self) -> None:
        """Let others in; doing it twice is harmless."""
        if self._file is not None:
            self._file.close()
            self._file = None

    close = release


if sys.platform == "win32":

    def _lock(file: IO[bytes]) -> None:
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:

    def _lock(file: IO[bytes]) -> None:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def default_home() -> Path:
    """`ACADEMY_HOME`, else the platform's data folder."""
    named = os.environ.get("ACADEMY_HOME")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("branch-academy", appauthor=False)

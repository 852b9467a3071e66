"""The program itself, as headquarters sends it: taken in, looked at, taken back."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

from exams.desk.branch_files import Brought, Taken, believed
from exams.packs.file_errors import SourceUnreadable
from exams.store.home import HomeLock, prepare_home
from exams.store.trust_files import save_trust
from exams.trust.envelope import payload_sha256
from exams.trust.state import note_time
from exams.updates.install import Here, install_program, roll_back
from exams.updates.release import MOST_RELEASE, read_release, this_machine
from exams.updates.shelf import read_pointer

_CHUNK = 1024 * 1024


def take_program(home: Path, file: Brought, app: str, progress: Callable[[int, int], None]) -> Taken:
    """A newer program, its archive beside its release; raises what `read_release` and `install_program` raise."""
    state = believed(home)
    release = read_release(file.raw, state.root)
    changed = install_program(home, release, file.path.parent, Here(app, this_machine(), progress))
    if changed:
        save_trust(home, note_time(state, release.issued_wt))
    return Taken(f"program {release.version}", changed, payload_sha256(file.raw))


def take_program_back(home: Path) -> str:
    """The version that runs from the next start on, empty for the installed one; raises `NoEarlierProgram`."""
    prepare_home(home)
    lock = HomeLock(home)
    try:
        return roll_back(home)
    finally:
        lock.release()


def program_status(home: Path, app: str) -> dict[str, object]:
    """`{"running", "taken_in", "previous", "proved"}`; the middle two empty where no program was taken in."""
    pointer = read_pointer(home)
    return {
        "running": app,
        "taken_in": pointer.version if pointer else "",
        "previous": pointer.previous if pointer else "",
        "proved": pointer.proved if pointer else True,
    }


def check_release(home: Path, path: Path) -> Mapping[str, bool]:
    """Whether each file of a release that lies beside it is what headquarters signed; those not there are left out.

    Raises `NoRoot`, `SourceUnreadable`, and what `read_release` raises.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_RELEASE + 1)
        release = read_release(raw, believed(home).root)
        beside = {name: path.parent / name for name in sorted(release.files)}
        return {name: _sha256(one) == release.files[name].sha256 for name, one in beside.items() if one.is_file()}
    except OSError as error:
        raise SourceUnreadable(path=str(path), detail=error.strerror or "") from error


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

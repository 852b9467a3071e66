"""What a home believes, on its disk: `trust/roots/N.json`, `trust/revocation.json`, `trust/state.json`.

Nothing there is believed for lying there: each load verifies it all again, from root version 1 upwards.
"""

import errno
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from exams.errors import AcademyError
from exams.packs.disk import Disk, put_in_place
from exams.store.errors import DiskFailing, DiskFull, HomeReadOnly
from exams.trust.envelope import payload_sha256
from exams.trust.errors import BadSignature, NotStrict, TrustSpoilt
from exams.trust.revocation import Revocations, read_revocations
from exams.trust.root import Root, claimed_version, first_root, next_root
from exams.trust.shapes import Table, exactly, number_in, table_in, text_in
from exams.trust.state import TrustState
from exams.trust.strict_json import read_json, write_json

_DISK = Disk()


def has_trust(home: Path) -> bool:
    """True once `begin_trust` has run to its end in this home."""
    return _root_file(home, 1).exists()


def begin_trust(home: Path, raw: bytes) -> TrustState:
    """Start from root version 1, the one that came with the program, or go on from it where it has begun.

    Raises what `first_root` raises, and `TrustSpoilt` where the folder begins with another root.
    """
    state = TrustState(first_root(raw))
    if has_trust(home):
        found = load_trust(home)
        if payload_sha256(root_files(home)[0]) != payload_sha256(raw):
            raise TrustSpoilt(file="1.json", detail="another root")
        return found
    with _told(home):
        # The root last: without it there is no trust yet, so a cut in between is begun anew.
        put_in_place(_DISK, _folder(home) / "state.json", _state_bytes(state))
        put_in_place(_DISK, _root_file(home, 1), raw)
        _DISK.sync_folder(_folder(home))
        _DISK.sync_folder(home)
    return state


def load_trust(home: Path) -> TrustState:
    """What this home believes; raises `TrustSpoilt` for a folder that is missing, changed, or older than it was."""
    chain = list(root_chain(home))
    revocations = _revocations(home, chain)
    with _spoilt("state.json"):
        kept = _kept(home)
        state = TrustState(chain[-1], revocations, number_in(kept, "floor_wt"), _seen(table_in(kept, "seen")))
        _check_age("roots", state.root.version, number_in(kept, "root"))
        _check_age("revocation.json", revocations.version, number_in(kept, "revocations"))
    return state


def save_trust(
    home: Path,
    state: TrustState,
    roots: Iterable[bytes] = (),
    revocations: bytes | None = None,
    disk: Disk = _DISK,
) -> None:
    """Put a state on the disk, with the envelopes it grew by since it was loaded; roots already there are passed over.

    Roots first, the state last: a cut in between leaves a folder that loads. Raises `DiskFull`, `DiskFailing`
    or `HomeReadOnly`.
    """
    with _told(home):
        for raw in sorted(roots, key=claimed_version):
            path = _root_file(home, claimed_version(raw))
            if not path.exists() and claimed_version(raw) <= state.root.version:
                put_in_place(disk, path, raw)
        if revocations is not None:
            put_in_place(disk, _folder(home) / "revocation.json", revocations)
        put_in_place(disk, _folder(home) / "state.json", _state_bytes(state))


def root_files(home: Path) -> tuple[bytes, ...]:
    """The envelopes of the chain, version 1 first, unchecked."""
    raws: list[bytes] = []
    while (path := _root_file(home, len(raws) + 1)).exists():
        raws.append(_bytes_of(path))
    return tuple(raws)


def root_chain(home: Path) -> tuple[Root, ...]:
    """The roots of the chain, version 1 first, each checked against the one before; raises `TrustSpoilt`."""
    first, *later = root_files(home) or (b"",)
    with _spoilt("1.json"):
        chain = [first_root(first)]
    for raw in later:
        with _spoilt(f"{len(chain) + 1}.json"):
            chain.append(next_root(chain[-1], raw))
    return tuple(chain)


def keep_reset_desk(home: Path, raw: bytes) -> None:
    """The file by which codes of headquarters' reset desk are understood, in place of an earlier one."""
    with _told(home):
        put_in_place(_DISK, _folder(home) / "reset.json", raw)


def kept_reset_desk(home: Path) -> bytes | None:
    """The same as it lies here, unchecked."""
    path = _folder(home) / "reset.json"
    return _bytes_of(path) if path.exists() else None


def _folder(home: Path) -> Path:
    return home / "trust"


def _root_file(home: Path, version: int) -> Path:
    return _folder(home) / "roots" / f"{version}.json"


def _revocations(home: Path, chain: list[Root]) -> Revocations:
    path = _folder(home) / "revocation.json"
    if not path.exists():
        return Revocations()
    raw = _bytes_of(path)
    with _spoilt(path.name):
        return _under_any(chain, raw)


def _under_any(chain: list[Root], raw: bytes) -> Revocations:
    # It was accepted under the root of its day; a later root may have replaced the key that signed it.
    for root in reversed(chain[1:]):
        try:
            return read_revocations(raw, root)
        except BadSignature:
            continue
    return read_revocations(raw, chain[0])


def _kept(home: Path) -> Table:
    whole = exactly(read_json(_bytes_of(_folder(home) / "state.json")), "state", "sha256")
    # A floor or a version that rot has raised would shut out everything that is genuine.
    if text_in(whole, "sha256") != _sum(table_in(whole, "state")):
        raise NotStrict(detail="sha256")
    return table_in(whole, "state")


def _seen(table: Table) -> dict[str, int]:
    return {pack: number_in(table, pack) for pack in table}


def _check_age(name: str, found: int, known: int) -> None:
    if found < known:
        raise TrustSpoilt(file=name, detail=f"{found} < {known}")


def _state_bytes(state: TrustState) -> bytes:
    kept: Table = {
        "root": state.root.version,
        "revocations": state.revocations.version,
        "floor_wt": state.floor_wt,
        "seen": dict(state.seen),
    }
    return write_json({"state": kept, "sha256": _sum(kept)})


def _sum(kept: Table) -> str:
    return hashlib.sha256(write_json(kept)).hexdigest()


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise TrustSpoilt(file=path.name, detail=error.strerror or "") from error


@contextmanager
def _spoilt(name: str) -> Iterator[None]:
    try:
        yield
    except TrustSpoilt:
        raise
    except AcademyError as error:
        raise TrustSpoilt(file=name, detail=error.code) from error


@contextmanager
def _told(home: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull from error
        if error.errno == errno.EIO:
            raise DiskFailing(detail=error.strerror or "") from error
        raise HomeReadOnly(home=str(home), detail=error.strerror or "") from error

"""HR's copy of headquarters' folder becomes a newer one: verified first, then taken over whole or not at all.

Roots, withdrawals, packs and device records prove themselves by signatures. What else the database holds (sessions,
releases) comes by a hand that one trusts, as the first copy did: its log must continue the one that is here.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path
from ssl import DER_cert_to_PEM_cert
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from exams.desk.branch_errors import FileUnreadable
from exams.desk.hq_diff import pack_of
from exams.desk.hq_errors import HqLogBroken, RefreshRefused
from exams.desk.hq_home import Hq, put_file
from exams.desk.hq_revoking import revocations
from exams.desk.hq_roots import pdf_root_file
from exams.devices.record import read_record_under
from exams.packs.disk import remove
from exams.store.hq_devices import enrolled_devices
from exams.store.hq_log import LogLine, append_line, first_break, log_lines
from exams.store.hq_merge import copy_opened, take_rows
from exams.store.hq_rows import save_hq_setting
from exams.store.trust_files import has_trust, load_trust, root_chain, save_trust
from exams.trust.envelope import payload_sha256
from exams.trust.errors import BadSignature, RolledBack
from exams.trust.revocation import newer_revocations
from exams.trust.root import Root, first_root, next_root
from exams.trust.state import TrustState, follow_roots

if TYPE_CHECKING:
    from sqlite_utils import Database

_TAKEN_UPTO, _BEGUN = "refreshed", "refreshing"
_MOST_FILE = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What stands now. `packs` are the new ones, with the moments at which they run out; `acts` new lines of the log.

    `changed` is False where all of it was here already. Times in ms UTC.
    """

    root: int
    expires_wt: int
    withdrawals: int
    packs: Mapping[str, int] = field(default_factory=dict)
    acts: int = 0
    changed: bool = False


@dataclass(frozen=True, slots=True)
class _Begun:
    """How it stood before the first file was put: after a kill the files alone do not tell what is news any more."""

    root: int
    withdrawals: int
    packs: frozenset[str] = frozenset()  # names of those that a run may have put which never ended


@dataclass(frozen=True, slots=True)
class _News:
    """What was verified; nothing is written yet."""

    begun: _Begun
    state: TrustState
    roots: Mapping[int, bytes]  # by version, all of them
    withdrawn: bytes
    packs: Mapping[str, tuple[bytes, int]]  # by name: the file, and when it runs out
    lines: Sequence[LogLine] = ()
    upto: str = ""


def refresh_hq(hq: Hq, folder: Path) -> Refreshed:
    """Take a newer copy of headquarters' folder, or what headquarters gives to verifiers, with the packs beside it.

    Raises `RefreshRefused`, `RolledBack`, `HqLogBroken`, `FileUnreadable`, `FileNotWritten`, the classes of
    `store.errors`, and what reading roots, withdrawals, packs and device records raises.
    """
    base = next((one for one in (folder, folder / "hq", folder / "trust") if (one / "roots").is_dir()), None)
    if base is None:
        raise RefreshRefused(reason="nothing", folder=folder.name)
    with _readable(base), copy_opened(base) as other:
        news = _verified(hq, base, other)
        root, before = news.state.root, news.begun
        fresh = (root.version, news.state.revocations.version) != (before.root, before.withdrawals)
        changed = fresh or bool(news.packs) or bool(news.lines)
        if changed:
            _write(hq, news, other)
    packs = {name: expires for name, (_, expires) in news.packs.items()}
    return Refreshed(
        root.version, root.expires_wt, news.state.revocations.version, packs, len(news.lines), changed=changed
    )


@contextmanager
def _readable(base: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FileUnreadable(file=base.name, detail=error.strerror or "") from error


def _begun(hq: Hq) -> _Begun:
    """Now, or when the run began that did not come to its end."""
    told = hq.settings().get(_BEGUN, "")
    if not told:
        return _Begun(len(hq.root_files()), revocations(hq).version)
    root, withdrawals, *packs = told.split()
    return _Begun(int(root), int(withdrawals), frozenset(packs))


def _verified(hq: Hq, base: Path, other: "Database | None") -> _News:
    begun = _begun(hq)
    raws = dict(_root_files(base))
    roots = _followed(hq.root_files(), raws)
    withdrawn = _read(base / "revocation.json")
    state = _heeded(TrustState(roots[-1], revocations(hq)), withdrawn, roots)
    with TemporaryDirectory(prefix="academy-roots-") as place:
        for version, raw in raws.items():
            put_file(Path(place) / "roots" / f"{version}.json", raw)
        packs = dict(_new_packs(replace(hq, folder=Path(place)), base, hq.packs_folder, begun.packs))
    news = _News(begun, state, raws, withdrawn, packs)
    if other is None:
        return news
    _check_devices(hq, other, roots)
    lines, upto = _continued(hq, other)
    return replace(news, lines=lines, upto=upto)


def _root_files(base: Path) -> Iterator[tuple[int, bytes]]:
    version = 1
    while (path := base / "roots" / f"{version}.json").is_file():
        yield version, _read(path)
        version += 1


def _followed(here: Sequence[bytes], raws: Mapping[int, bytes]) -> tuple[Root, ...]:
    """Every root of the folder, each by the one before; those that are here are the same ones, and none is missing."""
    for version, raw in enumerate(here, start=1):
        if version in raws and payload_sha256(raws[version]) != payload_sha256(raw):
            raise RefreshRefused(reason="other")
    if len(raws) < len(here):
        raise RolledBack(found=len(raws), known=len(here))
    roots = [first_root(here[0])]
    for version in range(2, len(raws) + 1):
        roots.append(next_root(roots[-1], raws[version]))
    return tuple(roots)


def _heeded(state: TrustState, raw: bytes, roots: Sequence[Root]) -> TrustState:
    """Signed under the root in force, or under an earlier one that it has not been signed anew since."""
    for root in reversed(roots):
        with suppress(BadSignature):
            return replace(state, revocations=newer_revocations(state.revocations, raw, root))
    raise BadSignature(good=0, needed=1)


def _new_packs(staged: Hq, base: Path, kept: Path, begun: frozenset[str]) -> Iterator[tuple[str, tuple[bytes, int]]]:
    places = dict.fromkeys((base, base.parent, base / kept.name, base / "packs"))
    for path in (one for place in places for one in sorted(place.glob("*.pack"))):
        raw, about = pack_of(staged, path)
        target = kept / f"{about.name}.pack"
        if about.name in begun or not target.is_file() or target.read_bytes() != raw:
            yield about.name, (raw, about.expires_wt)


def _check_devices(hq: Hq, other: "Database", roots: Sequence[Root]) -> None:
    """Each new record was signed by headquarters, and the table says what it says."""
    here = {row.serial: row for row in enrolled_devices(hq.db)}
    for row in enrolled_devices(other):
        if here.get(row.serial) != row:
            record = read_record_under(row.raw, roots)
            if (record.serial, record.branch, record.sign) != (row.serial, row.branch, row.sign):
                raise RefreshRefused(reason="device", serial=row.serial[:16])


def _continued(hq: Hq, other: "Database") -> tuple[Sequence[LogLine], str]:
    """Lines that are not here yet, and up to where they are taken; HR's own acts here stay between them."""
    broken = first_break(other)
    if broken:
        raise HqLogBroken(seq=broken)
    theirs = log_lines(other)
    upto = f"{len(theirs)} {theirs[-1].digest}" if theirs else ""
    told = hq.settings().get(_TAKEN_UPTO, "")
    if not told:
        alike = takewhile(lambda pair: pair[0].digest == pair[1].digest, zip(log_lines(hq.db), theirs, strict=False))
        shared = sum(1 for _ in alike)
        if not shared:
            raise RefreshRefused(reason="other")
        return theirs[shared:], upto
    size, digest = int(told.split()[0]), told.split()[1]
    if len(theirs) < size:
        raise RefreshRefused(reason="older")
    if theirs[size - 1].digest != digest:
        raise RefreshRefused(reason="fork")
    return theirs[size:], upto


def _write(hq: Hq, news: _News, other: "Database | None") -> None:
    """Files within the transaction, each put in its place whole; where one fails all that was done is taken back.

    A kill takes nothing back, so what is about to be done is written down first: the next run does it again.
    """
    home = hq.folder.parent
    trusted = _trusted(home, news)
    begun, root, withdrawals = news.begun, news.state.root, news.state.revocations.version
    about_to = (str(begun.root), str(begun.withdrawals), *sorted({*begun.packs, *news.packs}))
    save_hq_setting(hq.db, _BEGUN, " ".join(about_to))
    with hq.db.atomic(), _all_or_none() as put:
        if other is not None:
            take_rows(hq.db, other)
            for line in news.lines:
                append_line(hq.db, line)
            save_hq_setting(hq.db, _TAKEN_UPTO, news.upto)
        save_hq_setting(hq.db, _BEGUN, "")
        names, acts = sorted(news.packs), len(news.lines)
        hq.write_down("refresh", root=root.version, withdrawals=withdrawals, packs=names, acts=acts)
        for version, raw in sorted(news.roots.items()):
            if version > begun.root:
                put(hq.roots_folder / f"{version}.json", raw)
        if root.version > begun.root and root.pdf_root:
            put(pdf_root_file(hq), DER_cert_to_PEM_cert(root.pdf_root).encode())
        for name, (raw, _) in news.packs.items():
            put(hq.packs_folder / f"{name}.pack", raw)
        put(hq.folder / "revocation.json", news.withdrawn)
        if trusted is not None:
            save_trust(home, trusted, news.roots.values(), news.withdrawn)


def _trusted(home: Path, news: _News) -> TrustState | None:
    """What the same home believes of certificates and files, brought along; None where it believes nothing yet."""
    if not has_trust(home):
        return None
    state = follow_roots(load_trust(home), news.roots.values())
    return _heeded(state, news.withdrawn, (*root_chain(home), state.root))


@contextmanager
def _all_or_none() -> Iterator[Callable[[Path, bytes], None]]:
    """What puts files in their places, and puts back what was there before where anything fails."""
    before: dict[Path, bytes | None] = {}

    def put(path: Path, raw: bytes) -> None:
        before.setdefault(path, path.read_bytes() if path.is_file() else None)
        put_file(path, raw)

    try:
        yield put
    except BaseException:
        for path, raw in before.items():
            if raw is None:
                remove(path)
            else:
                put_file(path, raw)
        raise


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_MOST_FILE)

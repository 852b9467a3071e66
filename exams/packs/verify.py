"""Whether a pack may be believed: who signed it, when it counts, that it is no older one, that every byte is right."""

import hashlib
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from exams.packs.container import PackReader
from exams.packs.file_errors import NeedsNewerApp, NotYet, WrongFiles, WrongHash
from exams.packs.manifest import (
    MANIFEST,
    MOST_MANIFEST,
    REVOCATION,
    Manifest,
    PackedFile,
    app_version,
    is_root_file,
    read_manifest,
)
from exams.trust.envelope import Purpose, open_envelope, payload_sha256
from exams.trust.errors import Expired, NotStrict, Revoked, TooLarge
from exams.trust.revocation import read_revocations
from exams.trust.root import RoleName, Root, check_expiry, claimed_version
from exams.trust.state import TrustState, follow_roots, heed_revocations, note_pack, note_time, now_of
from exams.trust.times import write_time

_MOST_TRUST = 1024 * 1024
_MOST_ROOTS = 100
_LARGE = 1024 * 1024
"""Bytes of a member from which on a second processor is worth calling."""


@dataclass(frozen=True, slots=True)
class VerifiedPack:
    """A pack to be believed; `state` is what a home believes once it has taken it in.

    `envelope` and `revocation` are the files as they came; `roots` those of the roots followed, oldest first.
    """

    manifest: Manifest
    state: TrustState
    envelope: bytes
    revocation: bytes
    roots: tuple[bytes, ...]

    @property
    def sha256(self) -> str:
        """Of the manifest's payload: which pack this is, whoever signed it."""
        return payload_sha256(self.envelope)


def verify_pack(reader: PackReader, state: TrustState, now_wt: int, app: str) -> VerifiedPack:
    """All that `verify_manifest` asks, then every byte; raises what that raises, or `WrongHash`."""
    verified = verify_manifest(reader, state, now_wt, app)
    check_bytes(reader, verified.manifest)
    return verified


def verify_manifest(reader: PackReader, state: TrustState, now_wt: int, app: str) -> VerifiedPack:
    """Signature, withdrawals, dates, version, program, names and sizes, in this order; the bytes are the caller's.

    Raises the first failure: `RootVersion`, `WrongType`, `BadSignature`, `NotStrict`, `RolledBack`, `Revoked`,
    `Expired`, `NotYet`, `NeedsNewerApp`, `WrongFiles`, `WrongHash`.
    """
    roots = _newer_roots(reader, state)
    followed = follow_roots(state, roots)
    envelope = reader.read(MANIFEST, MOST_MANIFEST)
    manifest = opened_manifest(envelope, followed.root)
    revocation = reader.read(REVOCATION, _MOST_TRUST)
    heeded = note_time(_heeded(followed, revocation, manifest), manifest.issued_wt)
    _check_revoked(manifest, heeded)
    _check_times(manifest, heeded.root, now_of(heeded, now_wt))
    noted = note_pack(heeded, manifest.pack, manifest.version)
    if app_version(manifest.min_app) > app_version(app):
        raise NeedsNewerApp(needed=manifest.min_app, here=app)
    _check_files(reader, manifest)
    return VerifiedPack(manifest, noted, envelope, revocation, roots)


def opened_manifest(envelope: bytes, root: Root) -> Manifest:
    """The manifest, signed by the pack role of this root; raises `WrongType`, `BadSignature`, `NotStrict`."""
    keys, threshold = root.keys_of(RoleName.PACK)
    return read_manifest(open_envelope(envelope, Purpose.MANIFEST, keys, threshold, MOST_MANIFEST))


def checked(reader: PackReader, path: str, file: PackedFile) -> Iterator[bytes]:
    """The pieces of a member; raises `WrongHash` after the last where they are not what was signed."""
    digest = hashlib.sha256()
    yield from (_hashed_beside if file.size >= _LARGE else _hashed)(digest, reader.chunks(path))
    if digest.hexdigest() != file.sha256:
        raise WrongHash(path=path)


def _hashed(digest: "hashlib._Hash", pieces: Iterator[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        digest.update(piece)
        yield piece


def _hashed_beside(digest: "hashlib._Hash", pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Each piece on another processor, while whoever asked for it writes it; never more than one behind."""
    under_way: Future[None] | None = None
    with ThreadPoolExecutor(1) as thread:
        for piece in pieces:
            if under_way is not None:
                under_way.result()
            under_way = thread.submit(digest.update, piece)
            yield piece


def check_bytes(reader: PackReader, manifest: Manifest) -> None:
    """Raises `WrongHash` unless every file is what was signed."""
    for path, file in manifest.files.items():
        for _piece in checked(reader, path, file):
            pass


def _newer_roots(reader: PackReader, state: TrustState) -> tuple[bytes, ...]:
    names = [name for name in reader.names() if is_root_file(name)]
    if len(names) > _MOST_ROOTS:
        raise TooLarge(most=_MOST_ROOTS)
    raws = (reader.read(name, _MOST_TRUST) for name in names)
    return tuple(sorted((raw for raw in raws if claimed_version(raw) > state.root.version), key=claimed_version))


def _heeded(state: TrustState, raw: bytes, manifest: Manifest) -> TrustState:
    """A list older than the one here changes nothing: what is withdrawn stays so, and no pack on its way is lost."""
    brought = read_revocations(raw, state.root)
    if brought.version != manifest.revocation_version:
        raise NotStrict(detail="revocation_version")
    return state if brought.version < state.revocations.version else heed_revocations(state, raw)


def _check_revoked(manifest: Manifest, state: TrustState) -> None:
    for name in (manifest.pack, manifest.name):
        if name in state.revocations.packs:
            raise Revoked(kind="pack", id=name)


def _check_times(manifest: Manifest, root: Root, now_wt: int) -> None:
    check_expiry(root, now_wt)
    if manifest.expires_wt <= now_wt:
        raise Expired(reason="pack", expires=write_time(manifest.expires_wt))
    if now_wt < manifest.not_before_wt:
        raise NotYet(not_before=write_time(manifest.not_before_wt))


def _check_files(reader: PackReader, manifest: Manifest) -> None:
    if differing := {MANIFEST, *manifest.files} ^ set(reader.names()):
        raise WrongFiles(path=min(differing))
    for path, file in manifest.files.items():
        if reader.size(path) != file.size:
            raise WrongHash(path=path)

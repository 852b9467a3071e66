"""HQ's side of a pack: sealed, listed, signed, written, and read again as a branch would before it is there."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from exams.packs.blobs import FormContext, new_cek, open_blob, seal_blob
from exams.packs.container import PackReader, write_pack
from exams.packs.disk import DISK, told
from exams.packs.file_errors import WrongHash
from exams.packs.manifest import (
    CONTENT,
    MANIFEST,
    REVOCATION,
    Grading,
    Manifest,
    PackedExam,
    PackedFile,
    items_file,
    key_file,
    manifest_payload,
    read_manifest,
    recovery_file,
    root_file,
)
from exams.packs.recovery import seal_recovery
from exams.packs.slots import SlotPurpose
from exams.packs.verify import verify_pack
from exams.trust.envelope import Purpose, sign_envelope
from exams.trust.keys import SigningKey
from exams.trust.root import claimed_version
from exams.trust.state import TrustState
from exams.trust.strict_json import write_json

Ceks = Mapping[str, Mapping[SlotPurpose, bytes]]
"""The content keys of each form; a form's answer key has one of its own."""


@dataclass(frozen=True, slots=True)
class FormParts:
    """What is sealed for one form: its items, and their answer key."""

    items: bytes
    key: bytes


@dataclass(frozen=True, slots=True)
class PackParts:
    """What goes into a pack. `content` is the course's database; `media` are open files by their path under course/.

    `standing` are HR's lists of certificates by the names of their files, each signed by itself.
    """

    content: bytes
    forms: Mapping[str, FormParts]
    media: Mapping[str, bytes] = field(default_factory=dict)
    standing: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PackSpec:
    """What the manifest says besides its files; times in ms UTC."""

    pack: str
    version: int
    issued_wt: int
    not_before_wt: int
    expires_wt: int
    min_app: str
    grading: Grading
    exams: tuple[PackedExam, ...]
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class Authority:
    """Who signs, and the trust that travels with the pack.

    `state` is headquarters' own; `roots` and `revocation` are the files it rests on; the last root's recovery key
    is the one that the content keys are sealed to.
    """

    signers: tuple[SigningKey, ...]
    state: TrustState
    roots: tuple[bytes, ...]
    revocation: bytes


@dataclass(frozen=True, slots=True)
class Published:
    """The pack that lies at `path`, and the content keys that open it: kept where codes are made, nowhere else."""

    path: Path
    manifest: Manifest
    sha256: str
    ceks: Ceks = field(repr=False)


def publish(out: Path, parts: PackParts, spec: PackSpec, authority: Authority, app: str) -> Published:
    """Write a pack; it appears at `out` only once every check of a branch has passed on it and each seal has opened.

    `app` is the version of this program. Raises what `verify_pack` raises, and `PackNotWritten`.
    """
    ceks = {form: {purpose: new_cek() for purpose in _purposes(spec)} for form in parts.forms}
    files = dict(_files(parts, spec, authority, ceks))
    manifest = _manifest(spec, authority, files)
    envelope = sign_envelope(Purpose.MANIFEST, manifest_payload(manifest), authority.signers)
    beside = out.with_name(f"{out.name}.new")
    try:
        with told(out.parent):
            with beside.open("wb") as file:
                write_pack(file, [*files.items(), (MANIFEST, envelope)])
            DISK.sync_file(beside)
            with beside.open("rb") as file:
                verified = verify_pack(PackReader(file), authority.state, max(spec.issued_wt, spec.not_before_wt), app)
                _open_each_seal(PackReader(file), parts, spec, ceks)
            DISK.replace(beside, out)
            DISK.sync_folder(out.parent)
    finally:
        beside.unlink(missing_ok=True)
    return Published(out, manifest, verified.sha256, ceks)


def _purposes(spec: PackSpec) -> tuple[SlotPurpose, ...]:
    return (SlotPurpose.ITEMS,) if spec.grading is Grading.HQ_ONLY else (SlotPurpose.ITEMS, SlotPurpose.KEY)


def _files(parts: PackParts, spec: PackSpec, authority: Authority, ceks: Ceks) -> Iterable[tuple[str, bytes]]:
    yield CONTENT, parts.content
    yield from ((f"course/{path}", raw) for path, raw in parts.media.items())
    yield from ((f"standing/{name}", raw) for name, raw in parts.standing.items())
    yield from ((root_file(claimed_version(raw)), raw) for raw in authority.roots)
    yield REVOCATION, authority.revocation
    for form, plain in parts.forms.items():
        context = FormContext(spec.pack, spec.version, form)
        items = seal_blob(ceks[form][SlotPurpose.ITEMS], plain.items, context.items_aad)
        yield items_file(form), items
        if SlotPurpose.KEY in ceks[form]:
            yield key_file(form), seal_blob(ceks[form][SlotPurpose.KEY], plain.key, context.key_aad(items))
        recovery = seal_recovery(authority.state.root.recovery, ceks[form], context)
        yield recovery_file(form), write_json(recovery)


def _manifest(spec: PackSpec, authority: Authority, files: Mapping[str, bytes]) -> Manifest:
    manifest = Manifest(
        pack=spec.pack,
        version=spec.version,
        issued_wt=spec.issued_wt,
        not_before_wt=spec.not_before_wt,
        expires_wt=spec.expires_wt,
        min_app=spec.min_app,
        revocation_version=authority.state.revocations.version,
        grading=spec.grading,
        files={path: PackedFile(len(raw), hashlib.sha256(raw).hexdigest()) for path, raw in files.items()},
        exams=spec.exams,
        demonstration=spec.demonstration,
    )
    return read_manifest(manifest_payload(manifest))


def _open_each_seal(reader: PackReader, parts: PackParts, spec: PackSpec, ceks: Ceks) -> None:
    for form, plain in parts.forms.items():
        context = FormContext(spec.pack, spec.version, form)
        items = reader.read(items_file(form), reader.size(items_file(form)))
        if open_blob(ceks[form][SlotPurpose.ITEMS], items, context.items_aad) != plain.items:
            raise WrongHash(path=items_file(form))
        if SlotPurpose.KEY in ceks[form]:
            key = reader.read(key_file(form), reader.size(key_file(form)))
            if open_blob(ceks[form][SlotPurpose.KEY], key, context.key_aad(items)) != plain.key:
                raise WrongHash(path=key_file(form))

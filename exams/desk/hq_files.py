"""Packs at headquarters: made from a course's parts, their content keys kept sealed, compared with earlier ones."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from exams.content.forms import cut_into_forms
from exams.content.parts import Parts
from exams.desk.bank_publish import BankShare, bank_share, with_bank
from exams.desk.course_outline import keep_outline, outline_of
from exams.desk.hq_errors import FileNotWritten, VersionTaken
from exams.desk.hq_home import Hq
from exams.desk.hq_keys import DESK, newest_key, signing_key
from exams.desk.hq_revoking import revocation_file, revocations
from exams.desk.hq_sessions import cek_info
from exams.desk.list_files import lists_below
from exams.desk.overlay_office import overlay_member
from exams.packs.container import PackReader
from exams.packs.disk import DISK, remove, write_file
from exams.packs.file_errors import WrongHash
from exams.packs.manifest import CONTENT, Grading, Manifest, PackedExam
from exams.packs.publish import Authority, FormParts, PackParts, PackSpec, Published, publish
from exams.packs.verify import checked
from exams.store.content_build import build_open_content
from exams.store.content_file import look_at_content
from exams.store.hq_rows import PackRow, published, save_pack
from exams.trust.keys import seal_to
from exams.trust.root import RoleName
from exams.trust.shapes import Table, table_of, text_in
from exams.trust.state import TrustState
from exams.trust.strict_json import read_json

BANK = "bank.sqlite"
"""The question bank in headquarters' folder."""

VALID_DAYS = 365
MOST_PART = 64 * 1024 * 1024
_DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class PackPlan:
    """What a pack is published as; without a name it takes the course's code, without a version the next one.

    Times in ms UTC; without them it counts from now on and for a year. `app` is the oldest program that can use it.
    """

    pack: str = ""
    version: int = 0
    grading: Grading = Grading.WITH_UNLOCK
    not_before_wt: int = 0
    expires_wt: int = 0
    app: str = "0.1.0"
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class PrintedPack:
    """A pack that was published; `counts` are its items by form, `sha256` is the whole file's, `share` the bank's."""

    path: Path
    manifest: Manifest
    bytes: int
    sha256: str
    counts: dict[str, int]
    share: BankShare = field(default_factory=BankShare)


def publish_pack(hq: Hq, parts: Parts, out: Path, plan: PackPlan) -> PrintedPack:
    """Build, seal, sign, write, open again as a branch would; raises `VersionTaken` for a version that is no step up.

    What was written goes out only where the database in it is the one that the course part gives. The questions that
    were released in headquarters' bank go along; raises `BlueprintUnfilled`.
    """
    outline = outline_of(parts)
    share = bank_share(hq.folder / BANK, outline)
    parts = with_bank(parts, outline, share, hq.now_wt())
    course = table_of(read_json(parts.course, MOST_PART))
    forms = {form: FormParts(*both) for form, both in cut_into_forms(parts.items, parts.keys, MOST_PART).items()}
    spec = _spec(hq, course, tuple(forms), plan)
    content = _built(parts.course)
    authority = _authority(hq)
    media = overlay_member(hq.folder / BANK, authority.signers)
    made = PackParts(content, forms, media, lists_below(hq.folder))
    with _appearing(out) as beside:
        done = publish(beside, made, spec, authority, plan.app)
        _require_content(beside, done.manifest, content)
        digest = _sha256(beside)
        row = PackRow(spec.pack, spec.version, spec.issued_wt, spec.grading.value, digest, tuple(forms))
        save_pack(hq.db, row, _sealed(hq, done))
    hq.write_down("publish", pack=spec.pack, version=spec.version, sha256=digest, grading=spec.grading.value)
    keep_outline(hq.folder, outline)
    counts = {form: _count(part.items) for form, part in forms.items()}
    return PrintedPack(out, done.manifest, out.stat().st_size, digest, counts, share)


def _count(items: bytes) -> int:
    listed = table_of(read_json(items, MOST_PART)).get("items")
    return len(listed) if isinstance(listed, list) else 0


def _built(course: bytes) -> bytes:
    with TemporaryDirectory(prefix="academy-publish-") as folder:
        path = Path(folder) / CONTENT
        build_open_content(course, path)
        return path.read_bytes()


def _require_content(pack: Path, manifest: Manifest, content: bytes) -> None:
    """The same bytes as the course part gives, and no others; a branch must be able to open them."""
    with pack.open("rb") as file, TemporaryDirectory(prefix="academy-publish-") as folder:
        path = Path(folder) / CONTENT
        write_file(DISK, path, checked(PackReader(file), CONTENT, manifest.files[CONTENT]))
        if path.read_bytes() != content:
            raise WrongHash(path=CONTENT)
        look_at_content(path)


@contextmanager
def _appearing(out: Path) -> Iterator[Path]:
    """A pack goes out only once its content keys are kept: one that nobody can make slots for would be lost work."""
    beside = out.with_name(f".{out.name}.sealed")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        yield beside
        beside.replace(out)
    except OSError as error:
        raise FileNotWritten(path=str(out), detail=error.strerror or "") from error
    finally:
        remove(beside)


def _spec(hq: Hq, course: Table, forms: tuple[str, ...], plan: PackPlan) -> PackSpec:
    name = plan.pack or text_in(course, "code")
    newest = max((row.version for row in published(hq.db, name)), default=0)
    version = plan.version or newest + 1
    if version <= newest:
        raise VersionTaken(pack=name, version=version, newest=newest)
    now = hq.now_wt() // 1000 * 1000
    return PackSpec(
        pack=name,
        version=version,
        issued_wt=now,
        not_before_wt=plan.not_before_wt or now,
        expires_wt=plan.expires_wt or now + VALID_DAYS * _DAY_MS,
        min_app=plan.app,
        grading=plan.grading,
        exams=tuple(exam for form in forms for exam in _exams(course, form)),
        demonstration=plan.demonstration,
    )


def _exams(course: Table, form: str) -> Iterator[PackedExam]:
    blueprints = course.get("blueprints")
    for one in blueprints if isinstance(blueprints, list) else ():
        table = table_of(one)
        if table.get("use") == "exam":
            yield PackedExam(text_in(table, "name"), form, text_in(table, "name"))


def _authority(hq: Hq) -> Authority:
    revocation = revocation_file(hq)
    state = TrustState(hq.root(), revocations(hq))
    signer = signing_key(hq, newest_key(hq, RoleName.PACK))
    return Authority((signer,), state, hq.root_files()[1:], revocation)


def _sealed(hq: Hq, done: Published) -> dict[tuple[str, str], bytes]:
    desk, manifest = newest_key(hq, DESK).public, done.manifest
    return {
        (form, purpose.value): seal_to(desk, cek, cek_info(manifest.pack, manifest.version, form, purpose.value))
        for form, ceks in done.ceks.items()
        for purpose, cek in ceks.items()
    }


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

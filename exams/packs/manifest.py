"""The manifest of a pack: what it is, when it counts, which files it holds; the one thing in it that is signed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from exams.packs.member_names import check_names
from exams.packs.zip_layout import MOST_BYTES, MOST_MEMBERS
from exams.trust.errors import NotStrict, TooLarge
from exams.trust.shapes import Table, exactly, number_in, table_in, text_in
from exams.trust.strict_json import Json
from exams.trust.times import read_time, write_time

MANIFEST = "manifest.json"
REVOCATION = "revocation.json"
CONTENT = "content.sqlite"
MOST_MANIFEST = 4 * 1024 * 1024

_PACK = re.compile(r"[A-Z0-9](?:[A-Z0-9-]{0,14}[A-Z0-9])", re.ASCII)
_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_APP = re.compile(r"[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}")
_LISTS = frozenset(f"standing/{name}.list" for name in ("confirmed", "revoked", "superseded"))
_ROOT = re.compile(r"roots/[1-9][0-9]{0,5}\.json")
_FIELDS = (
    *("pack", "version", "issued", "not_before", "expires", "min_app", "revocation_version"),
    *("grading", "files", "exams", "demonstration"),
)


class Grading(StrEnum):
    """When the answer key reaches the branch."""

    WITH_UNLOCK = "with-unlock"
    SECOND_CODE = "second-code"
    HQ_ONLY = "hq-only"


@dataclass(frozen=True, slots=True)
class PackedFile:
    """What a file of the pack must be."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PackedExam:
    """An exam one can sit from this pack: its blueprint, and the form its papers are drawn from."""

    exam: str
    form: str
    blueprint: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """Times in ms UTC; `min_app` as in 0.1.0; `files` holds every file but the manifest itself."""

    pack: str
    version: int
    issued_wt: int
    not_before_wt: int
    expires_wt: int
    min_app: str
    revocation_version: int
    grading: Grading
    files: Mapping[str, PackedFile]
    exams: tuple[PackedExam, ...]
    demonstration: bool = False

    @property
    def name(self) -> str:
        """As its folder is called: `TELE-2026-3`."""
        return f"{self.pack}-{self.version}"

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms, sorted, each once."""
        return tuple(sorted({one.form for one in self.exams}))


def items_file(form: str) -> str:
    """Where the sealed items of a form lie."""
    return f"exam/{form}/items.bin"


def key_file(form: str) -> str:
    """Where the sealed answer key of a form lies; `hq-only` packs have none."""
    return f"exam/{form}/key.bin"


def recovery_file(form: str) -> str:
    """Where both keys of a form lie, sealed to headquarters' recovery key."""
    return f"exam/{form}/recovery.json"


def sealed_files(forms: Iterable[str], grading: Grading) -> tuple[str, ...]:
    """The files that a pack with these forms holds under exam/."""
    kinds = (items_file, recovery_file) if grading is Grading.HQ_ONLY else (items_file, key_file, recovery_file)
    return tuple(kind(form) for form in forms for kind in kinds)


def root_file(version: int) -> str:
    """Where a root lies."""
    return f"roots/{version}.json"


def is_root_file(path: str) -> bool:
    """True for the name of a root of any version."""
    return bool(_ROOT.fullmatch(path))


def app_version(text: str) -> tuple[int, ...]:
    """`0.1.0` as numbers that compare; raises `NotStrict`."""
    if not _APP.fullmatch(text):
        raise NotStrict(detail="min_app")
    return tuple(int(number) for number in text.split("."))


def manifest_payload(manifest: Manifest) -> dict[str, Json]:
    """As it is signed."""
    return {
        "pack": manifest.pack,
        "version": manifest.version,
        "issued": write_time(manifest.issued_wt),
        "not_before": write_time(manifest.not_before_wt),
        "expires": write_time(manifest.expires_wt),
        "min_app": manifest.min_app,
        "revocation_version": manifest.revocation_version,
        "grading": manifest.grading.value,
        "files": {path: {"size": file.size, "sha256": file.sha256} for path, file in manifest.files.items()},
        "exams": [{"exam": one.exam, "form": one.form, "blueprint": one.blueprint} for one in manifest.exams],
        "demonstration": manifest.demonstration,
    }


def read_manifest(payload: Json) -> Manifest:
    """The manifest of an opened envelope; raises `NotStrict`, `BadPath` or `TooLarge`. Files and forms agree."""
    table = exactly(payload, *_FIELDS)
    if not isinstance(table["demonstration"], bool):
        raise NotStrict(detail="demonstration")
    app_version(text_in(table, "min_app"))
    manifest = Manifest(
        pack=_spelt(_PACK, table, "pack"),
        version=number_in(table, "version", 1),
        issued_wt=read_time(text_in(table, "issued")),
        not_before_wt=read_time(text_in(table, "not_before")),
        expires_wt=read_time(text_in(table, "expires")),
        min_app=text_in(table, "min_app"),
        revocation_version=number_in(table, "revocation_version"),
        grading=_grading(text_in(table, "grading")),
        files=_files(table_in(table, "files")),
        exams=tuple(_exams(table["exams"])),
        demonstration=table["demonstration"],
    )
    _check_files(manifest)
    return manifest


def _spelt(form: re.Pattern[str], table: Table, name: str) -> str:
    text = text_in(table, name)
    if not form.fullmatch(text):
        raise NotStrict(detail=name)
    return text


def _grading(text: str) -> Grading:
    try:
        return Grading(text)
    except ValueError:
        raise NotStrict(detail="grading") from None


def _files(table: Table) -> dict[str, PackedFile]:
    if len(table) > MOST_MEMBERS:
        raise TooLarge(most=MOST_MEMBERS)
    check_names((MANIFEST, *table))
    files = {path: _file(value) for path, value in table.items()}
    if sum(file.size for file in files.values()) > MOST_BYTES:
        raise TooLarge(most=MOST_BYTES)
    return files


def _file(value: Json) -> PackedFile:
    table = exactly(value, "size", "sha256")
    return PackedFile(number_in(table, "size"), _spelt(_SHA256, table, "sha256"))


def _exams(value: Json) -> Iterable[PackedExam]:
    if not isinstance(value, list):
        raise NotStrict(detail="exams")
    seen: set[tuple[str, str]] = set()
    for one in value:
        table = exactly(one, "exam", "form", "blueprint")
        exam = PackedExam(*(_spelt(_NAME, table, name) for name in ("exam", "form", "blueprint")))
        if (exam.exam, exam.form) in seen:
            raise NotStrict(detail="exams")
        seen.add((exam.exam, exam.form))
        yield exam


def _check_files(manifest: Manifest) -> None:
    """Course, media, roots, revocations, HR's lists of certificates, what the exams ask for: no stranger."""
    needed = {CONTENT, REVOCATION, *sealed_files(manifest.forms, manifest.grading)}
    others = set(manifest.files) - needed
    if not needed <= set(manifest.files) or not all(map(_may_be_there, others)):
        raise NotStrict(detail="files")


def _may_be_there(path: str) -> bool:
    return path.startswith("course/") or is_root_file(path) or path in _LISTS

"""Editions of courses for an audit pack: the manifest that headquarters signed, the course it names, its chapters."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from exams.desk.edition_book import section_digest
from exams.desk.hq_home import Hq
from exams.packs.container import PackReader
from exams.packs.file_errors import WrongHash
from exams.packs.manifest import CONTENT, MANIFEST, MOST_MANIFEST, Manifest
from exams.packs.verify import opened_manifest
from exams.store.content_rows import ContentStore
from exams.trust.envelope import payload_sha256
from exams.trust.errors import BadSignature
from exams.trust.root import Root
from exams.trust.strict_json import Json, write_json

_MOST_CONTENT = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class EditionFiles:
    """As they lie in the pack: the signed manifest, and the database with the words of the course."""

    name: str
    sha256: str
    manifest: bytes
    content: bytes


@dataclass(frozen=True, slots=True)
class ChapterEdition:
    """A chapter as this edition words it; `sha256` is over its sections' digests, in order."""

    number: int
    titles: Mapping[str, str]
    sha256: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a course; `sha256` is the one that start records name, `minutes` are those of study."""

    name: str
    version: int
    sha256: str
    course: str
    titles: Mapping[str, str]
    minutes: int
    chapters: tuple[ChapterEdition, ...]


def edition_files(hq: Hq, folder: Path) -> Iterator[EditionFiles]:
    """Of the packs that HR keeps for judging; raises `BadSignature`, or what reading a pack raises."""
    for path in sorted(folder.glob("*.pack")):
        with path.open("rb") as file:
            reader = PackReader(file)
            raw = reader.read(MANIFEST, MOST_MANIFEST)
            manifest = _manifest(raw, hq.roots())
            yield EditionFiles(manifest.name, payload_sha256(raw), raw, reader.read(CONTENT, _MOST_CONTENT))


def read_edition(manifest: bytes, content: Path, roots: tuple[Root, ...]) -> Edition:
    """Believed on these roots of headquarters; the database is opened only once every byte is the one that was signed.

    Raises `BadSignature`, `WrongType`, `NotStrict`, `WrongHash`, or what opening the database raises.
    """
    told = _manifest(manifest, roots)
    with content.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != told.files[CONTENT].sha256:
        raise WrongHash(path=CONTENT)
    sha256 = payload_sha256(manifest)
    store = ContentStore(content, sha256)
    try:
        course = store.course()
        chapters = tuple(
            ChapterEdition(one.number, dict(one.titles), _chapter_sha256(store, one.number)) for one in course.chapters
        )
        return Edition(told.name, told.version, sha256, course.code, dict(course.titles), course.minutes, chapters)
    finally:
        store.close()


def _manifest(raw: bytes, roots: tuple[Root, ...]) -> Manifest:
    for root in reversed(roots):
        with suppress(BadSignature):
            return opened_manifest(raw, root)
    raise BadSignature(good=0, needed=1)


def _chapter_sha256(store: ContentStore, chapter: int) -> str:
    sections: list[Json] = [[one.id, section_digest(one)] for one in store.sections(chapter)]
    return hashlib.sha256(write_json(sections)).hexdigest()

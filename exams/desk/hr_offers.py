"""What lies in the folders, sticks and ZIP files that HR was given: single files, in the order of their contents."""

import hashlib
from base64 import b64decode
from binascii import Error as NotBase64
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from exams.bundles.bundle import MOST
from exams.errors import AcademyError
from exams.firewall.confine import MEGABYTE, Limits
from exams.firewall.gate import in_child
from exams.register.judging import claimed_first, claimed_serial
from exams.register.loose_papers import is_paper
from exams.register.outcome import Found

MOST_FILE = MOST + MOST // 1000 + 4096
"""Bytes; what is larger is no bundle and is not read."""

ZIP_LIMITS = Limits(size=64 * MEGABYTE, answer=192 * MEGABYTE, seconds=120.0, memory=1024 * MEGABYTE)
"""What reading one ZIP file may cost; a larger one is unpacked by hand."""

MOST_LETTER = 16 * MEGABYTE
"""Bytes of a mail or a text that bundles are looked for in."""

_LETTERS = frozenset((".eml", ".txt"))
_ZIP = b"PK\x03\x04"
_PASSED_BY = frozenset((".receipt", ".rules", ".list", ".pack", ".slots", ".request", ".tmp", ".part"))
_OF_SYSTEMS = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))


@dataclass(frozen=True, slots=True)
class Offered:
    """One file: `name` as people know it, where its contents are, and its place in the order.

    `paper` is a certificate by itself.
    """

    name: str
    path: str = ""
    raw: bytes | None = field(default=None, repr=False)
    sha256: str = ""
    fault: Found | None = None
    serial: str = ""
    first: int = 0
    paper: bool = False


def offers(paths: Sequence[Path]) -> tuple[Offered, ...]:
    """Every file below the paths, ZIP files opened; first the first bundle of every device, then the second of each.

    Certificates by themselves come after the bundles that may hold them; last what cannot be read at all.
    """
    found = sorted((one for path in paths for one in _below(path)), key=_place)
    turn: Counter[str] = Counter()
    order: list[tuple[int, bool, int, str, int, str, Offered]] = []
    for one in found:
        order.append((int(one.fault is not None), one.paper, turn[one.serial], one.serial, one.first, one.sha256, one))
        turn[one.serial] += 1
    return tuple(one for *_, one in sorted(order, key=lambda each: (*each[:-1], each[-1].name)))


def contents_of(one: Offered) -> bytes | None:
    """The bytes that were offered; None where the file has gone or changed meanwhile."""
    if one.raw is not None:
        return one.raw
    try:
        raw = _read(Path(one.path))
    except OSError:
        return None
    return raw if hashlib.sha256(raw).hexdigest() == one.sha256 else None


def _place(one: Offered) -> tuple[str, int, str, str]:
    return one.serial, one.first, one.sha256, one.name


def _below(path: Path) -> Iterator[Offered]:
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.is_file() and not file.is_symlink())
        for file in files:
            if not _is_of_the_system(file.name) and file.suffix.lower() not in _PASSED_BY:
                yield from _file(file, file.relative_to(path).as_posix())
    else:
        yield from _file(path, path.name)


def _is_of_the_system(name: str) -> bool:
    return name in _OF_SYSTEMS or name.startswith("._")


def _file(path: Path, name: str) -> Iterator[Offered]:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            is_zip = file.read(4) == _ZIP
        if is_zip:
            yield from _unzipped(path, name)
        elif path.suffix.lower() in _LETTERS and size <= MOST_LETTER:
            yield from _carried(path, name)
        elif size > MOST_FILE:
            yield _spoilt(name, "E_SIZE", most=MOST_FILE)
        else:
            yield replace(_offered(name, _read(path)), path=str(path), raw=None)
    except OSError as error:
        yield _spoilt(name, "E_FILE_UNREADABLE", detail=error.strerror or "", file=name)


def _carried(path: Path, name: str) -> Iterator[Offered]:
    """What a mail or a text carries; one that carries nothing stays the file that it is."""
    found = tuple(_members_of("exams.register.letters:members", path, name))
    yield from found or (replace(_offered(name, _read(path)), path=str(path), raw=None),)


def _unzipped(path: Path, name: str) -> Iterator[Offered]:
    return _members_of("exams.register.archive:members", path, name)


def _members_of(reader: str, path: Path, name: str) -> Iterator[Offered]:
    try:
        told = in_child(reader, path, ZIP_LIMITS)
        for member, text, code in _members(told):
            inside = f"{name}/{member}"
            yield _spoilt(inside, code) if code else _offered(inside, b64decode(text, validate=True))
    except AcademyError as error:
        yield _spoilt(name, error.code, **error.facts)
    except (NotBase64, TypeError, ValueError):
        yield _spoilt(name, "E_FILE_UNREADABLE", reason="rubbish")


def _members(told: object) -> Iterable[tuple[str, str, str]]:
    for one in told if isinstance(told, list) else ():
        name, text, code = one
        yield str(name), str(text), str(code)


def _offered(name: str, raw: bytes) -> Offered:
    """A name that is no Unicode, off a stick of another system, is shown with signs in place of what it cannot say."""
    name = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    sha256 = hashlib.sha256(raw).hexdigest()
    return Offered(name, "", raw, sha256, None, claimed_serial(raw), claimed_first(raw), is_paper(raw))


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_FILE + 1)


def _spoilt(name: str, code: str, **facts: object) -> Offered:
    told = {key: fact if isinstance(fact, int) else str(fact) for key, fact in facts.items()}
    return Offered(name, fault=Found(code, facts=told))

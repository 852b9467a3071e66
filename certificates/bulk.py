"""All certificates of a branch in one archive, each file named by staff id and name."""

import re
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Protocol
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from certificates.certificate import Certificate
from certificates.errors import CannotWrite

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]')  # what Windows refuses
_NAME_MOST = 60


class Shelf(Protocol):
    """The part of the certificates' desk that gives out what was issued."""

    def all(self) -> tuple[Certificate, ...]: ...  # noqa: D102
    def pdf(self, number: str) -> bytes: ...  # noqa: D102


def save_all(shelf: Shelf, out: Path, branch: str = "") -> int:
    """Write the frozen files as a ZIP archive, only one branch's where given, and count them.

    The same certificates give the same bytes. Raises `CannotWrite` or `RegisterDamaged`; then nothing is left.
    """
    issued = chosen(shelf, branch)
    beside = out.with_name(f".{out.name}.part")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with ZipFile(beside, "w", ZIP_STORED) as archive:
            for name, one in zip(file_names(issued), issued, strict=True):
                archive.writestr(ZipInfo(name, _FIRST_DAY), shelf.pdf(one.number))
        beside.replace(out)
    except OSError as error:
        raise CannotWrite(path=str(out), reason=error.strerror or "") from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return len(issued)


def chosen(shelf: Shelf, branch: str = "") -> list[Certificate]:
    """What was issued, only one branch's where given, in the order of staff ids, a person's oldest first."""
    issued = [one for one in shelf.all() if branch in ("", one.facts.branch_code)]
    return sorted(issued, key=lambda one: (one.facts.branch_code, one.facts.staff_id, one.issued, one.number))


def file_names(certificates: Iterable[Certificate]) -> list[str]:
    """`staff id_name.pdf`; who has several certificates gets the number behind it."""
    issued = list(certificates)
    many = Counter(one.facts.staff_id for one in issued)
    return [_file_name(one, numbered=many[one.facts.staff_id] > 1) for one in issued]


def _file_name(certificate: Certificate, *, numbered: bool) -> str:
    facts = certificate.facts
    name = _NOT_IN_NAMES.sub("_", facts.name)[:_NAME_MOST].rstrip(" .")
    return f"{facts.staff_id}_{name}{f'_{certificate.number}' if numbered else ''}.pdf"

"""HR's own Open Badges 3.0 credentials, one for each certificate that it stands by; in a folder or a ZIP archive.

The branch's credential stays in the PDF. These are HR's word: issuer is HR's key as `did:key`, both proofs are there.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from certificates.audit.history import Held, History
from certificates.audit.proofs import Proved, prove
from certificates.certificate import CertificateFacts
from certificates.errors import AuditEdition, AuditTaken, CannotWrite
from certificates.proof.badge import credential
from certificates.proof.compact import CHINA
from certificates.standing.hr_lists import HrLists
from exams import AuditSources, Edition, HqDesk, HrRegister, RoleName, SigningKey, read_edition

_GIVEN = frozenset({Held.VALID, Held.EXPIRED})
_ALWAYS = ("0001-01-01", "9999-12-31")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class BadgePlan:
    """No branch or course means all; `issuer` is HR's name, keyed `zh` and `en`; a `.zip` becomes an archive."""

    out: Path
    issuer: Mapping[str, str]
    branch: str = ""
    course: str = ""


class BadgeOffice:
    """HR exports credentials at headquarters' desk; `today` is the day in China."""

    def __init__(self, home: Path, desk: HqDesk, today: Callable[[], date]) -> None:
        self._home = home
        self._desk = desk
        self._today = today

    def export(self, register: HrRegister, plan: BadgePlan) -> int:
        """A credential for every certificate that HR has confirmed and not taken back, run out or not; gives how many.

        Whole or not at all; the same register gives the same bytes on the same day. Raises `AuditTaken` where a folder
        stands there already, `AuditEdition`, `CannotWrite`, or what opening keys, bundles and packs raises.
        """
        if plan.out.exists() and plan.out.suffix.lower() != ".zip":
            raise AuditTaken(path=str(plan.out))
        sources = self._desk.audit_sources()
        held = list(self._held(register, plan, sources))
        editions = _editions(sources)
        about = {"branch": plan.branch, "course": plan.course, "certificates": len(held)}

        def sign(key: SigningKey) -> dict[str, bytes]:
            day = self._today()
            when = datetime(day.year, day.month, day.day, tzinfo=CHINA)
            return {one.claims.number: credential(_facts(one, plan, editions), key, when) for one in held}

        _write(plan.out, self._desk.signed_by_hr("open-badges", about, sign))
        return len(held)

    def _held(self, register: HrRegister, plan: BadgePlan, sources: AuditSources) -> Iterator[Proved]:
        said = HrLists(self._home, self._desk, self._today).standing()
        history, day = History(said, frozenset(), sources.acts), self._today()
        ca_keys = tuple(key for root in sources.roots for key in root.keys_of(RoleName.CA)[0].values())
        for proof in register.proofs(sources.keys, _ALWAYS, (plan.branch,) if plan.branch else ()):
            proved = prove(proof, ca_keys) if proof.is_whole else None
            if proved is None or plan.course not in ("", proved.claims.course_code):
                continue
            line = history.on(day, proved)
            if line is not None and line.held in _GIVEN and said.confirmed.names(proof.number):
                yield proved


def _editions(sources: AuditSources) -> dict[str, Edition]:
    found = {}
    with TemporaryDirectory(prefix="academy-badges-") as folder:
        for one in sources.editions:
            path = Path(folder) / f"{one.sha256}.sqlite"
            path.write_bytes(one.content)
            found[one.sha256] = read_edition(one.manifest, path, sources.roots)
    return found


def _facts(proved: Proved, plan: BadgePlan, editions: Mapping[str, Edition]) -> CertificateFacts:
    claims, edition = proved.claims, editions.get(proved.edition)
    if edition is None:
        raise AuditEdition(sha256=proved.edition, number=claims.number)
    return CertificateFacts(
        number=claims.number,
        name=claims.name,
        latin="",
        staff_id=claims.staff_id,
        course_code=claims.course_code,
        course_titles=edition.titles,
        minutes=edition.minutes,
        score=claims.score,
        pass_percent=claims.pass_percent,
        issued=claims.issued,
        valid_until=claims.valid_until,
        branch_code=claims.branch_code,
        branch_names=dict.fromkeys(("zh", "en"), claims.branch_code),
        bank_names=plan.issuer,
        sitting=claims.sitting,
    )


def _write(out: Path, made: Mapping[str, bytes]) -> None:
    beside = out.with_name(f".{out.name}.part")
    try:
        _clear(beside)
        beside.parent.mkdir(parents=True, exist_ok=True)
        if out.suffix.lower() == ".zip":
            with ZipFile(beside, "w", ZIP_DEFLATED) as archive:
                for number, raw in sorted(made.items()):
                    archive.writestr(ZipInfo(f"{number}.json", _FIRST_DAY), raw, ZIP_DEFLATED)
        else:
            beside.mkdir()
            for number, raw in made.items():
                (beside / f"{number}.json").write_bytes(raw)
        beside.replace(out)
    except OSError as error:
        raise CannotWrite(path=str(out), reason=error.strerror or "") from error
    finally:
        _clear(beside)


def _clear(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
    shutil.rmtree(path, ignore_errors=True)

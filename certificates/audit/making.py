"""An audit pack is made beside its place, signed once everything is in it, and moved there whole."""

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from certificates.assets import asset
from certificates.audit.manifest import MANIFEST, AuditManifest, described, files_below, sign_manifest
from certificates.audit.proofs import ACTS, PROOFS, Proved, act_lines, proof_line, prove
from certificates.audit.summary import AuditPlan, shown, summarise
from certificates.errors import AuditDay, AuditEdition, AuditEmpty, AuditTaken, CannotWrite
from certificates.standing.hr_lists import HrLists
from exams import (
    Ack,
    AuditSources,
    EditionFiles,
    HqDesk,
    HrRegister,
    RoleName,
    SigningKey,
    csv_lines,
    payload_sha256,
    receipt_name,
    root_chain,
    sign_ack,
)

REGISTER_FILE = "register.csv"


@dataclass(frozen=True, slots=True)
class AuditMade:
    """Where it lies, the SHA-256 of what was signed, how many certificates it proves, and those it cannot."""

    folder: Path
    sha256: str
    proved: int
    unproved: tuple[str, ...]


class AuditOffice:
    """HR makes audit packs at headquarters' desk; `today` is the day in China."""

    def __init__(self, home: Path, desk: HqDesk, today: Callable[[], date]) -> None:
        self._home = home
        self._desk = desk
        self._today = today

    def make(
        self, register: HrRegister, plan: AuditPlan, out: Path, told: Callable[[int], None] = lambda _count: None
    ) -> AuditMade:
        """The folder `out`, whole or not at all; `told` hears how many certificates are in.

        Raises `AuditDay`, `AuditTaken`, `AuditEmpty`, `AuditEdition`, `CannotWrite`, or what opening keys, bundles and
        packs raises.
        """
        if plan.first > plan.last:
            raise AuditDay(day=plan.last.isoformat(), first=plan.first.isoformat(), last=plan.last.isoformat())
        if out.exists():
            raise AuditTaken(path=str(out))
        beside = out.with_name(f".{out.name}.part")
        try:
            shutil.rmtree(beside, ignore_errors=True)
            beside.mkdir(parents=True)
            made = self._filled(register, plan, beside, told)
            beside.rename(out)
        except OSError as error:
            raise CannotWrite(path=str(out), reason=error.strerror or "") from error
        finally:
            shutil.rmtree(beside, ignore_errors=True)
        return AuditMade(out, *made)

    def _filled(
        self, register: HrRegister, plan: AuditPlan, folder: Path, told: Callable[[int], None]
    ) -> tuple[str, int, tuple[str, ...]]:
        HrLists(self._home, self._desk, self._today).export(folder)
        sources = self._desk.audit_sources()
        proved, unproved = _proofs(register, plan, folder, sources, told)
        if not proved and not unproved:
            raise AuditEmpty(first=plan.first.isoformat(), last=plan.last.isoformat())
        (folder / ACTS).write_bytes(act_lines(sources.acts))
        with (folder / REGISTER_FILE).open("w", encoding="utf-8", newline="") as file:
            file.writelines(csv_lines(shown(register.extract(plan.last.isoformat(), plan.branches), plan)))
        summarise(folder, plan, self._today(), proved, sources)
        for language in ("zh", "en"):
            shutil.copyfile(asset("audit", f"README.{language}.txt"), folder / f"README.{language}.txt")
        raw = self._signed(folder, plan, register.receivable(plan.branches), len(proved))
        (folder / MANIFEST).write_bytes(raw)
        _settle(folder)
        return payload_sha256(raw), len(proved), unproved

    def _signed(self, folder: Path, plan: AuditPlan, acks: Sequence[Ack], proved: int) -> bytes:
        def sign(key: SigningKey) -> bytes:
            if acks:
                (folder / "receipts").mkdir()
            for ack in acks:
                (folder / "receipts" / receipt_name(ack)).write_bytes(sign_ack(ack, key))
            files = {path: described(folder / path) for path in sorted(files_below(folder))}
            return sign_manifest(AuditManifest(self._today(), plan.first, plan.last, plan.branches, files), key)

        about = {"from": plan.first.isoformat(), "to": plan.last.isoformat(), "branches": list(plan.branches)}
        return self._desk.signed_by_hr("audit", {**about, "certificates": proved}, sign)


def _proofs(
    register: HrRegister, plan: AuditPlan, folder: Path, sources: AuditSources, told: Callable[[int], None]
) -> tuple[list[Proved], tuple[str, ...]]:
    ca_keys = tuple(key for root in root_chain(folder) for key in root.keys_of(RoleName.CA)[0].values())
    editions = {one.sha256: one for one in sources.editions}
    proved: list[Proved] = []
    unproved: list[str] = []
    span = plan.first.isoformat(), plan.last.isoformat()
    with (folder / PROOFS).open("wb") as file:
        for count, proof in enumerate(register.proofs(sources.keys, span, plan.branches), start=1):
            file.write(proof_line(proof))
            if proof.is_whole:
                proved.append(prove(proof, ca_keys))
                _put_edition(folder, editions, proved[-1])
            else:
                unproved.append(proof.number)
            told(count)
    return proved, tuple(unproved)


def _put_edition(folder: Path, editions: Mapping[str, EditionFiles], proved: Proved) -> None:
    edition = editions.get(proved.edition)
    if edition is None:
        raise AuditEdition(sha256=proved.edition, number=proved.claims.number)
    place = folder / "editions" / edition.name
    if not place.exists():
        place.mkdir(parents=True)
        (place / "manifest.json").write_bytes(edition.manifest)
        (place / "content.sqlite").write_bytes(edition.content)


def _settle(folder: Path) -> None:
    """On the disk before it is moved to its place."""
    for path in files_below(folder):
        with (folder / path).open("rb") as file:
            if os.name != "nt":
                os.fsync(file.fileno())

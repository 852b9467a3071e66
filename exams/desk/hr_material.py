"""What HR judges with, out of headquarters' house: sealing keys, roots, withdrawals, the release log, opened packs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from exams.bundles.hr_trust import ClaimReader, Form, HrPolicy, HrSession, HrTrust, PackTruth, Release, SignedRules
from exams.desk.hq_diff import manifest_of, opened_forms, pack_of
from exams.desk.hq_home import Hq, put_file
from exams.desk.hq_keys import DESK, HR_SEAL, newest_key, sealing_key
from exams.desk.hq_overrides import granted_minutes
from exams.desk.hq_revoking import revocations
from exams.packs.container import PackReader
from exams.packs.disk import DISK, told, write_file
from exams.packs.manifest import CONTENT, MANIFEST, MOST_MANIFEST, Manifest
from exams.packs.publish import FormParts
from exams.packs.slots import SlotPurpose
from exams.packs.verify import checked
from exams.papers.blueprint import Blueprint
from exams.register.judging import Courses
from exams.register.loose_papers import PaperReader
from exams.store.content_rows import ContentStore
from exams.store.exam_memory import ExamMemory
from exams.store.hq_devices import enrolled_devices
from exams.store.hq_log import log_lines
from exams.store.hq_rows import all_keys, hq_sessions
from exams.trust.envelope import payload_sha256
from exams.trust.keys import SealingKey


@dataclass(frozen=True, slots=True)
class Material:
    """Everything but the register: `trust` knows no device, person or list yet; it crosses to judging processes."""

    trust: HrTrust
    courses: Courses
    papers: PaperReader | None = None


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A session of headquarters as the tracker shows it; `released_wt` 0 while nobody was given its code."""

    session: str
    branch: str
    course: str
    not_before_wt: int
    not_after_wt: int
    released_wt: int


def add_packs(hq: Hq, packs: Sequence[Path]) -> None:
    """Keep copies of packs that headquarters published, for every collection from now on.

    Raises `FileUnreadable`, `BadSignature` for another house's, or what reading a pack raises.
    """
    for path in packs:
        raw, manifest = pack_of(hq, path)
        put_file(hq.packs_folder / f"{manifest.name}.pack", raw)


def gather_material(hq: Hq, folder: Path, claims: ClaimReader | None = None) -> Material:
    """Opens the key files `hr_seal` (old ones too, where they are here) and, where packs are kept, `desk`."""
    packs = sorted(folder.glob("*.pack"))
    desk = sealing_key(hq, newest_key(hq, DESK)) if packs else None
    read = [_read(hq, path, desk) for path in packs] if desk else []
    demonstration = any(one.manifest.demonstration for one in read)
    trust = HrTrust(
        keys=tuple(sealing_key(hq, row) for row in all_keys(hq.db, HR_SEAL) if _is_here(hq, row.path)),
        roots=hq.roots(),
        now_wt=hq.now_wt(),
        revocations=revocations(hq),
        sessions=_sessions(hq),
        packs={one.sha256: one.truth for one in read},
        policy=HrPolicy(roles=not demonstration),
        claims=claims,
        devices={row.serial: row.sign for row in enrolled_devices(hq.db)},
        granted=granted_minutes(hq),
        rules=None if demonstration else _signed_rules(hq),
    )
    names = {one.sha256: one.manifest.pack for one in read}
    return Material(trust, Courses(names, {one.id: one.form for one in hq_sessions(hq.db)}))


def planned_sessions(hq: Hq) -> tuple[PlannedSession, ...]:
    """Every session by the time it begins."""
    first: dict[str, int] = {}
    for line in log_lines(hq.db, "release"):
        first.setdefault(line.session, line.wt)
    return tuple(
        PlannedSession(one.id, one.branch, one.pack, one.not_before_wt, one.not_after_wt, first.get(one.id, 0))
        for one in hq_sessions(hq.db)
    )


def _signed_rules(hq: Hq) -> tuple[SignedRules, ...]:
    """Rules of learning in the order of headquarters' log."""
    told = (line.facts for line in log_lines(hq.db, "study_rules"))
    return tuple(
        SignedRules(
            str(facts["sha"]), facts["gating"] is True, facts["call_pause"] is True, tuple(map(str, _named(facts)))
        )
        for facts in told
    )


def _named(facts: Mapping[str, object]) -> Sequence[object]:
    named = facts.get("branches")
    return named if isinstance(named, list) else ()


def _is_here(hq: Hq, path: str) -> bool:
    return (hq.folder / path).is_file()


def _sessions(hq: Hq) -> Mapping[str, HrSession]:
    plans = {
        one.id: HrSession(
            one.id,
            one.branch,
            one.form,
            one.not_before_wt,
            one.not_after_wt,
            rules=one.rules,
            roster=frozenset(who.staff_id for who in one.roster),
        )
        for one in hq_sessions(hq.db)
    }
    for line in log_lines(hq.db, "release"):
        if line.session in plans:
            given = Release(SlotPurpose(line.purpose), line.wt, line.anchor)
            plans[line.session] = replace(plans[line.session], releases=(*plans[line.session].releases, given))
    return plans


@dataclass(frozen=True, slots=True)
class _Pack:
    sha256: str
    manifest: Manifest
    truth: PackTruth


def _read(hq: Hq, path: Path, desk: SealingKey) -> _Pack:
    with path.open("rb") as file:
        reader = PackReader(file)
        manifest = manifest_of(hq, reader)
        sha256 = payload_sha256(reader.read(MANIFEST, MOST_MANIFEST))
        forms = {name: _form(parts) for name, parts in opened_forms(hq, reader, manifest, desk).items() if parts.key}
        return _Pack(sha256, manifest, PackTruth(manifest.grading, dict(_blueprints(reader, manifest)), forms))


def _blueprints(reader: PackReader, manifest: Manifest) -> Iterator[tuple[str, Blueprint]]:
    with TemporaryDirectory(prefix="academy-hr-") as folder, told(Path(folder)):
        path = Path(folder) / CONTENT
        write_file(DISK, path, checked(reader, CONTENT, manifest.files[CONTENT]))
        store = ContentStore(path)
        try:
            for name in store.blueprints():
                yield name, store.blueprint(name)
        finally:
            store.close()


def _form(parts: FormParts) -> Form:
    memory = ExamMemory()
    memory.open_items(parts.items)
    items = memory.items()
    with memory.keys_open(parts.key):
        keys = (memory.key(item.id, item.version) for item in items)
        return Form(items, tuple(key for key in keys if key is not None))

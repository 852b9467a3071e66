"""What headquarters' house gives to an audit pack: HR's keys, the editions that were sat on, what HR did and when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from exams.desk.audit_editions import EditionFiles, edition_files
from exams.desk.hq_home import Hq
from exams.desk.hq_keys import HR_SEAL, key_path, sealing_key
from exams.store.hq_log import log_lines
from exams.store.hq_rows import all_keys
from exams.trust.keys import SealingKey
from exams.trust.root import Root


@dataclass(frozen=True, slots=True)
class AuditAct:
    """One act of HR or headquarters at `wt`: a mark put on the list of this number, or a PC withdrawn.

    `act`: confirmed, revoked, superseded (`about` 16 hex, the mark), device (`about` its serial, `number` 0).
    """

    act: str
    about: str
    wt: int
    number: int = 0


@dataclass(frozen=True, slots=True)
class AuditSources:
    """`keys` open the bundles; they do not leave the house."""

    keys: tuple[SealingKey, ...] = field(repr=False)
    editions: tuple[EditionFiles, ...]
    acts: tuple[AuditAct, ...]
    roots: tuple[Root, ...] = ()


def audit_sources(hq: Hq, packs: Path) -> AuditSources:
    """Opens the key files `hr_seal`, old ones too where they are here; raises what reading a pack raises."""
    rows = [row for row in all_keys(hq.db, HR_SEAL) if key_path(hq, row).is_file()]
    keys = tuple(sealing_key(hq, row) for row in rows)
    return AuditSources(keys, tuple(edition_files(hq, packs)), tuple(_acts(hq)), hq.roots())


def _acts(hq: Hq) -> Iterator[AuditAct]:
    for line in log_lines(hq.db, "standing"):
        about = line.facts.get("about")
        for kind, told in about.items() if isinstance(about, Mapping) else ():
            for mark in told["added"]:
                yield AuditAct(str(kind), str(mark), line.wt, int(told["number"]))
    for line in log_lines(hq.db, "revoke"):
        if line.facts.get("kind") == "device":
            yield AuditAct("device", str(line.facts["id"]), line.wt)

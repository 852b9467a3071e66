"""What headquarters has withdrawn. The list has a version, and the version only rises."""

from dataclasses import dataclass

from exams.trust.envelope import Purpose, open_envelope
from exams.trust.errors import RolledBack
from exams.trust.root import RoleName, Root
from exams.trust.shapes import number_in, sorted_texts, texts_in
from exams.trust.strict_json import Json


@dataclass(frozen=True, slots=True)
class Revocations:
    """Pack ids, device serials, keyids of role certificates, session ids. Version 0: none was ever seen."""

    version: int = 0
    packs: frozenset[str] = frozenset()
    devices: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    sessions: frozenset[str] = frozenset()


def revocation_payload(revocations: Revocations) -> dict[str, Json]:
    """What is signed."""
    return {
        "version": revocations.version,
        "packs": sorted_texts(revocations.packs),
        "devices": sorted_texts(revocations.devices),
        "roles": sorted_texts(revocations.roles),
        "sessions": sorted_texts(revocations.sessions),
    }


def read_revocations(raw: bytes, root: Root) -> Revocations:
    """The list, signed by the revocation role of `root`; raises what `open_envelope` raises."""
    keys, threshold = root.keys_of(RoleName.REVOCATION)
    payload = open_envelope(raw, Purpose.REVOCATION, keys, threshold)
    packs, devices, roles, sessions = (
        frozenset(texts_in(payload, name)) for name in ("packs", "devices", "roles", "sessions")
    )
    return Revocations(number_in(payload, "version", least=1), packs, devices, roles, sessions)


def newer_revocations(current: Revocations, raw: bytes, root: Root) -> Revocations:
    """The list in `raw`; raises `RolledBack` where it is older than `current`, or as old and not the same."""
    found = read_revocations(raw, root)
    other_contents = found.version == current.version and found != current
    if found.version < current.version or other_contents:
        raise RolledBack(found=found.version, known=current.version)
    return found

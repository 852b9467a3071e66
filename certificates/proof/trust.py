"""Whom a verifier believes: keys of headquarters' roots, old ones too, and which devices were withdrawn."""

from dataclasses import dataclass
from pathlib import Path

from exams import RoleName, has_trust, load_trust, root_chain


@dataclass(frozen=True, slots=True)
class Trust:
    """Public keys of the `ca` role (32 bytes each), root certificates of PDF signatures (DER), serials withdrawn."""

    ca_keys: tuple[bytes, ...] = ()
    pdf_roots: tuple[bytes, ...] = ()
    revoked: frozenset[str] = frozenset()


NOBODY = Trust()


def trust_of(home: Path) -> Trust:
    """What a home believes; nobody before it has a root. Raises `TrustSpoilt`."""
    if not has_trust(home):
        return NOBODY
    roots = root_chain(home)
    keys = dict.fromkeys(key for root in roots for key in root.keys_of(RoleName.CA)[0].values())
    pdf_roots = dict.fromkeys(root.pdf_root for root in roots if root.pdf_root)
    return Trust(tuple(keys), tuple(pdf_roots), frozenset(load_trust(home).revocations.devices))

"""What one home believes: root, withdrawals, the latest time headquarters has shown, the highest pack versions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from exams.trust.errors import RolledBack
from exams.trust.revocation import Revocations, newer_revocations
from exams.trust.root import Root, claimed_version, next_root


@dataclass(frozen=True, slots=True)
class TrustState:
    """Everything in it only rises: versions, and the floor under the wall clock (milliseconds UTC)."""

    root: Root
    revocations: Revocations = field(default_factory=Revocations)
    floor_wt: int = 0
    seen: Mapping[str, int] = field(default_factory=dict)


def follow_roots(state: TrustState, raws: Iterable[bytes]) -> TrustState:
    """The state after every newer root, in whatever order they come; known versions are passed over.

    Raises what `next_root` raises; expiry is the caller's (`check_expiry`), for the last root only.
    """
    root = state.root
    for raw in sorted(raws, key=claimed_version):
        if claimed_version(raw) > root.version:
            root = next_root(root, raw)
    return replace(state, root=root)


def heed_revocations(state: TrustState, raw: bytes) -> TrustState:
    """The state with a newer list of withdrawals; raises `RolledBack`, and what `open_envelope` raises."""
    return replace(state, revocations=newer_revocations(state.revocations, raw, state.root))


def note_time(state: TrustState, wt: int) -> TrustState:
    """The state once headquarters has signed something at `wt`: no clock here may be earlier."""
    return replace(state, floor_wt=max(state.floor_wt, wt))


def note_pack(state: TrustState, pack: str, version: int) -> TrustState:
    """The state once a version of a pack was accepted; raises `RolledBack` below the highest seen."""
    known = state.seen.get(pack, 0)
    if version < known:
        raise RolledBack(found=version, known=known)
    return replace(state, seen={**state.seen, pack: version})


def now_of(state: TrustState, wall: int) -> int:
    """The wall clock, or the floor where the clock has been set back below it."""
    return max(wall, state.floor_wt)

"""What headquarters has sent to this home, as far as it is believed: the pack in use, the slots, the withdrawals."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from exams.desk.errors import NoPack
from exams.desk.overlay_shelf import overlay_of_pack
from exams.errors import AcademyError
from exams.packs.active import ActivePack, active_pack
from exams.packs.slot_file import SlotFile, read_slots
from exams.store.content_rows import ContentStore
from exams.store.trust_files import has_trust, load_trust, root_files
from exams.trust.envelope import Purpose, open_envelope
from exams.trust.revocation import Revocations
from exams.trust.root import RoleName, Root, first_root, next_root
from exams.trust.state import TrustState


class Shelf(Protocol):
    """Where a vault finds packs and slots."""

    def pack(self) -> ActivePack | None:
        """The pack in use."""
        ...

    def slots(self) -> tuple[SlotFile, ...]:
        """All slot files that were signed by headquarters."""
        ...

    def revocations(self) -> Revocations:
        """What headquarters has withdrawn."""
        ...

    def floor_wt(self) -> int:
        """The latest moment that headquarters has shown to be over."""
        ...


class PackShelf:
    """Reads `packs/` and `trust/` of a home, anew each time; raises `TrustSpoilt` where the latter was changed.

    A pack or a slot file that cannot be believed is as if it were not there.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._packs = home / "packs"

    def pack(self) -> ActivePack | None:
        """The pack in use."""
        if self._state() is None:
            return None
        return active_pack(self._packs, reversed(_chain(root_files(self._home))))

    def slots(self) -> tuple[SlotFile, ...]:
        """From `packs/slots-*.json`, signed by a pack key of the root in force; the latest first."""
        state = self._state()
        files = _slot_files(sorted(self._packs.glob("slots-*.json")), state.root) if state else ()
        return tuple(sorted(files, key=lambda file: -file.issued_wt))

    def revocations(self) -> Revocations:
        """What headquarters has withdrawn."""
        state = self._state()
        return state.revocations if state else Revocations()

    def floor_wt(self) -> int:
        """The latest moment that headquarters has shown to be over, in ms UTC."""
        state = self._state()
        return state.floor_wt if state else 0

    def _state(self) -> TrustState | None:
        return load_trust(self._home) if has_trust(self._home) else None


def branch_content(home: Path) -> Path:
    """The content database of the pack in use; raises `NoPack` where there is none, `TrustSpoilt`."""
    return _in_use(home).content


def open_branch_content(home: Path) -> ContentStore:
    """The content of the pack in use, named by it; raises `NoPack` where there is none, `TrustSpoilt`."""
    pack = _in_use(home)
    overlay = overlay_of_pack(pack, _chain(root_files(home))[::-1])
    return ContentStore(pack.content, pack.sha256, overlay)


def _in_use(home: Path) -> ActivePack:
    pack = PackShelf(home).pack()
    if pack is None:
        raise NoPack
    return pack


def _chain(raws: tuple[bytes, ...]) -> list[Root]:
    chain: list[Root] = []
    for raw in raws:
        chain.append(next_root(chain[-1], raw) if chain else first_root(raw))
    return chain


def _slot_files(paths: list[Path], root: Root) -> Iterator[SlotFile]:
    keys, threshold = root.keys_of(RoleName.PACK)
    for path in paths:
        try:
            yield read_slots(open_envelope(path.read_bytes(), Purpose.SLOTS, keys, threshold))
        except (OSError, AcademyError):
            continue
